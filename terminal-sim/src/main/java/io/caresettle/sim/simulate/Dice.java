package io.caresettle.sim.simulate;

import java.time.Duration;
import java.util.SplittableRandom;

/** Chance, one stream for each purpose: whoever asks more often changes nobody else's luck. */
final class Dice {

  private static final int THOUSAND = 1000;

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  static Dice of(long seed, String purpose) {
    return new Dice(new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ purpose.hashCode() * 31L));
  }

  /** Whether something happens that happens so often in a thousand times. */
  boolean happens(int perMille) {
    return perMille > 0 && random.nextInt(THOUSAND) < perMille;
  }

  /** From {@code least} to {@code most}, both among them. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  Duration millis(int least, int most) {
    return Duration.ofMillis(between(least, most));
  }

  Duration seconds(int least, int most) {
    return Duration.ofSeconds(between(least, most));
  }

  SplittableRandom random() {
    return random;
  }
}
