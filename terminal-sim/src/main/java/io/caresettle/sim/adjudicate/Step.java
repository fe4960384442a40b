package io.caresettle.sim.adjudicate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One step of a plan, and what it does to a bill: it cuts the bill ({@link Cutting}), says which
 * costs the pool looks at ({@link Sharing}), lets the pool pay ({@link Pooling}), lets another fund
 * pay of what is left ({@link Layer}), or leaves the rest to accounts and cash ({@link Paying}).
 */
sealed interface Step permits Cutting, Sharing, Pooling, Layer, Paying {

  void run(Working w);

  /** Every number of the law that this step may need. */
  default List<Value> values() {
    return List.of();
  }

  /** Refuses numbers that this step cannot compute with, also where a bill would not reach them. */
  default void check(Function<Value, Fraction> numbers) {}

  /** The sum of the year that belongs to this step alone. */
  default Optional<String> ownAccumulator() {
    return Optional.empty();
  }

  /** The sum of the year that counts what this step's fund pays. */
  default Optional<String> paymentAccumulator() {
    return Optional.empty();
  }
}
