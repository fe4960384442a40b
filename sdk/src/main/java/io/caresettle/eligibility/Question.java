package io.caresettle.eligibility;

import io.caresettle.identity.Patient;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a rule may look at for one visit.
 *
 * @param orders in force on the day, at the place of care
 */
record Question(
    Patient patient,
    Visit visit,
    Institution institution,
    Entitlements entitlements,
    AtTheCounter counter,
    AreaLaw law,
    EligibilityRules rules,
    List<EmergencyOrder> orders,
    Findings findings) {

  /** Whether a rule is asked, which an emergency order may lift. */
  boolean asks(EligibilityRule rule) {
    return rules.asks(rule) && liftedBy(rule).isEmpty();
  }

  List<EmergencyOrder> liftedBy(EligibilityRule rule) {
    return rules.asks(EligibilityRule.R_SCOPE_12)
        ? orders.stream().filter(order -> order.lifts().contains(rule)).toList()
        : List.of();
  }

  /** The day on which the bill is sent: with the care, where nobody says that it is later. */
  LocalDate sent() {
    return visit.uploaded().orElseGet(visit::lastDay);
  }

  /** The day by which rules, grades, agreements, classes and sanctions are read (R-TXN-07). */
  LocalDate day() {
    return rules.asks(EligibilityRule.R_TXN_07)
        ? visit.serviceDate()
        : visit.uploaded().orElse(visit.serviceDate());
  }

  /** What the place of care says. */
  EntitlementRules place() {
    return law.on(institution.area(), day());
  }

  /** What the area says that insures the person. */
  EntitlementRules home(Enrolment enrolment) {
    return law.on(enrolment.area(), day());
  }

  boolean isAway(Enrolment enrolment) {
    return !enrolment.area().equals(institution.area());
  }

  /** Every payer but cash that may come into question: what a closed door closes. */
  Set<Payer> all() {
    Set<Payer> all = EnumSet.of(Payer.POOL_FUND, Payer.PERSONAL_ACCOUNT);
    if (!entitlements.families().isEmpty()) {
      all.add(Payer.FAMILY_ACCOUNT);
    }
    return all;
  }

  /** The same without an account of one's own, where there is none. */
  Set<Payer> all(Enrolment enrolment) {
    Set<Payer> all = all();
    if (enrolment.scheme() != Scheme.EMPLOYEE) {
      all.remove(Payer.PERSONAL_ACCOUNT);
    }
    return all;
  }

  /** All but the pool. */
  Set<Payer> accounts(Enrolment enrolment) {
    Set<Payer> accounts = all(enrolment);
    accounts.remove(Payer.POOL_FUND);
    return accounts;
  }
}
