package io.caresettle.sim.command;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.split.Visit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days a case is for.
 *
 * @param discharged the last day, where the case says it
 */
record CaseDays(LocalDate first, Optional<LocalDate> discharged) {

  /** One day where nothing else is said. */
  Visit visit() {
    return new Visit(first, discharged.orElse(first));
  }

  /**
   * The plan of these days.
   *
   * @throws NoRuleInForce when there is none, or when the pack counts stays by the discharge and
   *     nobody says it: the first day might be of another year, with another deductible
   * @throws io.caresettle.policy.plan.RulesConflict when there are two
   * @throws io.caresettle.policy.plan.ParameterNotPublished when it lacks a number
   */
  Plan plan(PolicyBook book, PlanKey key) {
    Visit visit = visit();
    Plan plan = book.plan(key, visit.from(), visit.to());
    if (key.care() == CareType.INPATIENT && discharged.isEmpty() && plan.year().byDischarge()) {
      throw new NoRuleInForce(
          key,
          first,
          plan.pack()
              + " counts a stay by its day of discharge (R-YEAR-02, NT 41(3)), and 'discharged' is"
              + " not said.");
    }
    return plan;
  }
}
