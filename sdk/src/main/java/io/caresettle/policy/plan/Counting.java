package io.caresettle.policy.plan;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Which accumulator belongs to which step: each to one, only layers may share what limits them. */
final class Counting {

  private Counting() {}

  /**
   * @throws IllegalArgumentException when a step counts in an accumulator that the plan does not
   *     have or that is another's, or counts nowhere and must
   */
  static void check(List<Step> steps, int accumulators) {
    Set<Integer> owned = new HashSet<>();
    Set<Integer> shared = new HashSet<>();
    for (Step step : steps) {
      OptionalInt own = own(step);
      if (own.isPresent()) {
        require(isThere(own, accumulators) && owned.add(own.getAsInt()), step);
      }
      OptionalInt limit = limit(step);
      if (limit.isPresent()) {
        require(isThere(limit, accumulators), step);
        shared.add(limit.getAsInt());
      }
      if (step instanceof Sharing.Deductible deductible) {
        require(deductible.per() != Per.YEAR || own.isPresent(), step);
        require(deductible.per() != Per.VISIT || own.isEmpty(), step);
      }
    }
    for (Step step : steps) {
      OptionalInt own = own(step);
      require(own.isEmpty() || !shared.contains(own.getAsInt()), step);
    }
  }

  private static OptionalInt own(Step step) {
    if (step instanceof Sharing.Deductible deductible) {
      return deductible.accumulator();
    }
    if (step instanceof Sharing.CostLimit limit) {
      return OptionalInt.of(limit.accumulator());
    }
    if (step instanceof Sharing.Bands bands) {
      return bands.accumulator();
    }
    if (step instanceof Sharing.PaymentLimit limit) {
      return OptionalInt.of(limit.accumulator());
    }
    if (step instanceof Layer.CriticalIllness critical) {
      return OptionalInt.of(critical.accumulator());
    }
    return OptionalInt.empty();
  }

  private static OptionalInt limit(Step step) {
    return step instanceof Layer layer && layer.limit().isPresent()
        ? OptionalInt.of(layer.limit().get().accumulator())
        : OptionalInt.empty();
  }

  private static boolean isThere(OptionalInt accumulator, int accumulators) {
    return accumulator.getAsInt() >= 0 && accumulator.getAsInt() < accumulators;
  }

  private static void require(boolean holds, Step step) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Step " + step.basis().id() + " needs an accumulator of its own, and of this plan");
    }
  }
}
