package io.caresettle.sim.command;

import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Working;
import io.caresettle.sim.worked.Difference;
import io.caresettle.split.Charges;
import io.caresettle.split.Estimate;
import io.caresettle.split.PersonState;
import io.caresettle.split.Splitter;
import io.caresettle.split.Visit;
import java.util.List;
import java.util.Optional;

/**
 * One case file: a bill, the rules of its day, and the amounts that must come out.
 *
 * @param name a sentence
 * @param plan for {@code key} in these days
 */
record SplitCase(
    String file,
    String name,
    PlanKey key,
    CaseDays days,
    Plan plan,
    Charges charges,
    PersonState person,
    CaseExpectation expect) {

  Visit visit() {
    return days.visit();
  }

  Estimate estimate() {
    return estimate(plan);
  }

  /** What another plan makes of the same bill. */
  Estimate estimate(Plan other) {
    return Splitter.estimate(
        other, charges, person, Optional.of(visit()), expect.byLine(), Working.on());
  }

  List<Difference> differences(Estimate estimate) {
    return expect.differences(estimate);
  }
}
