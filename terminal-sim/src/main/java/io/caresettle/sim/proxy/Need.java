package io.caresettle.sim.proxy;

import java.time.Duration;

/** What the numbers of a fault may be. */
final class Need {

  private static final int MOST_BYTES = 65_536;
  private static final Duration LONGEST = Duration.ofHours(1);

  private Need() {}

  static void time(Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A fault lasts from nothing to " + LONGEST + ", and not " + time);
    }
  }

  static void bytes(int bytes) {
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "A fault counts from 1 to " + MOST_BYTES + " bytes, and not " + bytes);
    }
  }
}
