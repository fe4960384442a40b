package io.caresettle.centre.national.flow;

import java.time.Duration;

/** What is left of a deadline for the calls that one answer takes. */
final class Left {

  private final long end;

  private Left(long end) {
    this.end = end;
  }

  static Left of(Duration within) {
    return new Left(System.nanoTime() + within.toNanos());
  }

  /** At least a millisecond: a call that may not wait at all could not say that it was not sent. */
  Duration duration() {
    return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
  }

  boolean isOver() {
    return end - System.nanoTime() <= 0;
  }
}
