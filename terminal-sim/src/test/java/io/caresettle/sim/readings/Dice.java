package io.caresettle.sim.readings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, with a seed. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** From 0 on, below {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both included. */
  long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least + 1));
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  long fen(long... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Some of them, in any order. */
  <T> List<T> some(int least, List<T> all) {
    List<T> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    return List.copyOf(some.subList(0, least + random.nextInt(all.size() - least + 1)));
  }

  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }
}
