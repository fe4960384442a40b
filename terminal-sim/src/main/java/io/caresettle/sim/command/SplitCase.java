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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One case file: a bill, the rules of its day, and the amounts that must come out.
 *
 * @param name a sentence
 * @param day the day whose rules apply
 * @param plan for {@code key} on that day
 */
record SplitCase(
    String file,
    String name,
    PlanKey key,
    LocalDate day,
    Plan plan,
    Charges charges,
    PersonState person,
    Visit visit,
    CaseExpectation expect) {

  Estimate estimate() {
    return estimate(plan);
  }

  /** What another plan makes of the same bill. */
  Estimate estimate(Plan other) {
    return Splitter.estimate(
        other, charges, person, Optional.of(visit), expect.byLine(), Working.on());
  }

  List<Difference> differences(Estimate estimate) {
    return expect.differences(estimate);
  }
}
