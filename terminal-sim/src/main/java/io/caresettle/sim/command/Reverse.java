package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import io.caresettle.split.Charges;
import io.caresettle.split.Estimate;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.Splitter;
import java.util.Optional;

/**
 * The question the other way round: how much must be in scope for the funds to pay so much?
 *
 * <p>One fen more in scope never makes all funds together pay less: whatever a layer takes of it,
 * it takes away from what the next looks at, and no layer takes more than there is. So halving
 * finds the smallest amount exactly. Only a plan that rounds one layer to a fen and a later one to
 * a yuan could pay a little less in between; what is found is then an amount at which they begin to
 * pay so much, perhaps not the first.
 */
final class Reverse {

  private final SplitCase given;
  private final Plan plan;
  private final ScopeCut cut;

  Reverse(SplitCase given, Plan plan) {
    this.given = given;
    this.plan = plan;
    this.cut = given.estimate(plan).cut();
  }

  /** The smallest cost in scope at which all funds together pay this; empty where they never do. */
  Optional<Money> inScopeFor(Money wanted) {
    long others = cut.total().minus(cut.inScope()).fen();
    long most = Sheet.MOST - others;
    if (funds(most).compareTo(wanted) < 0) {
      return Optional.empty();
    }
    long least = 0;
    while (least < most) {
      long middle = least + (most - least) / 2;
      if (funds(middle).compareTo(wanted) < 0) {
        least = middle + 1;
      } else {
        most = middle;
      }
    }
    return Optional.of(new Money(least));
  }

  /** What all funds together pay of a bill that is the case's but for what is in scope. */
  Money funds(long inScope) {
    ScopeCut other =
        new ScopeCut(
            cut.outOfCatalogue(),
            cut.overLimit(),
            cut.firstSelfPay(),
            new Money(inScope),
            Money.ZERO);
    Estimate estimate =
        Splitter.estimate(
            plan,
            new Charges.Totals(given.charges().id(), other),
            given.person(),
            Optional.of(given.visit()),
            false,
            Working.OFF);
    Money sum = Money.ZERO;
    for (Payer payer : Payer.values()) {
      sum = payer.isFund() ? sum.plus(estimate.split().paidBy(payer)) : sum;
    }
    return sum;
  }
}
