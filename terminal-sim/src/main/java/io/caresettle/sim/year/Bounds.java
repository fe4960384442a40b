package io.caresettle.sim.year;

import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.Limit;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The limits of a year that a plan keeps, by the sum that counts up to them. */
final class Bounds {

  private Bounds() {}

  static Map<String, Long> of(Plan plan) {
    Map<String, Long> bounds = new TreeMap<>();
    for (Step step : plan.steps()) {
      if (step instanceof Sharing.CostLimit limit) {
        put(bounds, plan, limit.accumulator(), limit.number().amount());
      } else if (step instanceof Sharing.PaymentLimit limit) {
        put(bounds, plan, limit.accumulator(), limit.number().amount());
      } else if (step instanceof Layer layer) {
        limit(layer).ifPresent(l -> put(bounds, plan, l.accumulator(), l.value().amount()));
      }
    }
    return bounds;
  }

  private static Optional<Limit> limit(Layer layer) {
    if (layer instanceof Layer.LargeSum large) {
      return large.limit();
    } else if (layer instanceof Layer.CriticalIllness critical) {
      return critical.limit();
    } else if (layer instanceof Layer.Supplement supplement) {
      return supplement.limit();
    }
    return ((Layer.MedicalAid) layer).limit();
  }

  private static void put(Map<String, Long> bounds, Plan plan, int accumulator, long most) {
    bounds.merge(plan.accumulators().get(accumulator), most, Math::max);
  }
}
