package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An example's policy, made into a plan.
 *
 * @param categories what the catalogue says of a category of items
 * @param open who may pay
 * @param lefts what is left of a deductible or limit, by the name of its accumulator
 * @param yearInScope the accumulator of the year's cost, where the bands look at the year
 * @param critical where a layer answers to the year's burden
 */
record WorkedPolicy(
    Plan plan,
    Map<String, Category> categories,
    int priceDecimals,
    Set<Payer> open,
    Map<String, Money> lefts,
    OptionalInt yearInScope,
    Optional<Critical> critical) {

  WorkedPolicy {
    categories = Map.copyOf(categories);
    open = Set.copyOf(open);
    lefts = Map.copyOf(lefts);
  }

  /** Whether an item counts, and the patient's first share of it. */
  record Category(boolean inCatalogue, Rate firstSelfPay) {}

  /** The accumulator of the year's burden, and its first threshold. */
  record Critical(int accumulator, Money threshold) {}
}
