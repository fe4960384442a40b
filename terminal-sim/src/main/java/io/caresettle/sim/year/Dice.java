package io.caresettle.sim.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Chance, with a seed. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** Both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Both included, and rather low than high: the lowest of two throws. */
  int rather(int least, int most) {
    return Math.min(between(least, most), between(least, most));
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Which one, where each has its weight. */
  int weighted(List<Integer> weights) {
    int left = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
    int at = 0;
    while (left >= weights.get(at)) {
      left -= weights.get(at);
      at++;
    }
    return at;
  }

  /** A day of these, both included. */
  LocalDate day(LocalDate from, LocalDate to) {
    int days = (int) Math.max(0, to.toEpochDay() - from.toEpochDay());
    return from.plusDays(between(0, days));
  }
}
