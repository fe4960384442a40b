package io.caresettle.sim.adjudicate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A layer that the law names, and that pays nothing as long as nobody has published its numbers.
 *
 * @param id the step's name in its plan
 */
record Forgone(Layer layer, String id) implements Layer {

  @Override
  public void run(Working w) {
    Optional<Value> missing = layer.values().stream().filter(v -> !w.isPublished(v)).findFirst();
    if (missing.isEmpty()) {
      layer.run(w);
    } else if (w.isOpen(layer.payer())) {
      w.forgo(id, missing.get());
    }
  }

  @Override
  public String payer() {
    return layer.payer();
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
