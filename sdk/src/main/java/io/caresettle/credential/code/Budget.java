package io.caresettle.credential.code;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that may still be spent on one picture. Never read before the first stage is done. */
final class Budget {

  private final LongSupplier nanoTime;
  private final long began;
  private final long nanos;

  private Budget(Duration length, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.nanos = length.compareTo(Duration.ofDays(1)) > 0 ? Long.MAX_VALUE : length.toNanos();
  }

  static Budget of(Duration length, LongSupplier nanoTime) {
    return new Budget(length, nanoTime);
  }

  /** A budget that is never used up: the first stage always finishes. */
  static Budget endless() {
    return new Budget(Duration.ofSeconds(1), () -> 0);
  }

  boolean usedUp() {
    return nanoTime.getAsLong() - began >= nanos;
  }
}
