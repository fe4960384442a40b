package io.caresettle.sim.adjudicate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A layer that the law names, and that pays nothing as long as nobody has published its numbers.
 */
record Forgone(Layer layer) implements Layer {

  @Override
  public void run(Working w) {
    if (layer.values().stream().allMatch(w::isPublished)) {
      layer.run(w);
    }
  }

  /** None that a bill would have to wait for. */
  @Override
  public List<Value> values() {
    return List.of();
  }

  @Override
  public void check(Function<Value, Fraction> numbers) {
    // Numbers that nobody published cannot be wrong.
  }

  @Override
  public Optional<Limit> limit() {
    return layer.limit();
  }

  @Override
  public Optional<String> ownAccumulator() {
    return layer.ownAccumulator();
  }

  @Override
  public Optional<String> paymentAccumulator() {
    return layer.paymentAccumulator();
  }
}
