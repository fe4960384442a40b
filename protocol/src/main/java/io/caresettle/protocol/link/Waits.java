package io.caresettle.protocol.link;

import java.time.Duration;

/** How long a wait is on a clock that counts nanoseconds, however long it was meant to be. */
final class Waits {

  /**
   * What a longer wait is cut to. The clock ends after some 292 years, and nobody waits so long.
   */
  static final Duration LONGEST = Duration.ofDays(365);

  private Waits() {}

  static long nanos(Duration wait) {
    return shortened(wait).toNanos();
  }

  static Duration shortened(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
