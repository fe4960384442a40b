package io.caresettle.protocol.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a terminal waits before it connects again: anything from nothing to the base, doubled
 * with each failure up to the cap. When a centre comes back, its terminals must not all come in the
 * same instant.
 *
 * @param base the longest pause before the first attempt
 * @param cap the longest pause before any
 */
public record Backoff(Duration base, Duration cap) {

  public Backoff {
    LinkSettings.requirePositive("base", base);
    if (cap.compareTo(base) < 0) {
      throw new IllegalArgumentException(
          "cap must not be shorter than base (" + base + "); it is " + cap);
    }
  }

  /** Up to half a second at first, up to 5 s in the end. */
  public static Backoff standard() {
    return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));
  }

  /** The pause after {@code failures} failed attempts in a row. */
  Duration pause(int failures, RandomGenerator random) {
    long most = Waits.nanos(base);
    long longest = Waits.nanos(cap);
    for (int i = 0; i < failures && most < longest; i++) {
      most = most > longest / 2 ? longest : most * 2;
    }
    return Duration.ofNanos(random.nextLong(Math.min(most, longest) + 1));
  }
}
