package io.caresettle.settlement;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long the resolver waits before it asks again. */
@FunctionalInterface
public interface Backoff {

  /** The wait after {@code tries} turns in a row that found nothing out. */
  Duration after(int tries);

  /**
   * Somewhere between nothing and a bound that doubles from {@code first} to {@code most}: tills
   * that lost the centre together must not come back together.
   */
  static Backoff fullJitter(Duration first, Duration most, RandomGenerator random) {
    return tries -> {
      long bound = first.toNanos();
      for (int i = 1; i < tries && bound < most.toNanos(); i++) {
        bound *= 2;
      }
      return Duration.ofNanos(random.nextLong(Math.min(bound, most.toNanos()) + 1));
    };
  }
}
