package io.caresettle.eligibility;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A resident who becomes an employee while in hospital (R-DUAL-03).
 *
 * <p>The residents' insurance may have ended for it, or go on beside the other: NT 41¶1(5) speaks
 * of both alike. Who was insured in neither on a day between is none of these, nor is an employee
 * who becomes a resident: no text lets one scheme pay for the days of nobody, or of the other.
 *
 * @param q of a stay that is over
 * @param resident who served on the last day on which nothing but the residents' scheme did
 * @param chain of an enrolment: it, and what takes over from it until the discharge
 */
record SchemeChange(Question q, Enrolment resident, Function<Enrolment, List<Enrolment>> chain) {

  /**
   * Whether there is such a change; what follows from it is then said: the residents' scheme serves
   * the whole stay, or nothing is settled in one bill.
   */
  boolean isSaid() {
    if (!q.rules().asks(EligibilityRule.R_DUAL_03)
        || resident.scheme() != Scheme.RESIDENT
        || employee().isEmpty()) {
      return false;
    }
    Ruling<String> ruling = q.home(resident).word(EntitlementName.STAY_SCHEME_CHANGE);
    if (ruling instanceof Ruling.NotPublished<String> silent) {
      q.findings().close(q.all(), Say.unpublished(EligibilityRule.R_DUAL_03, silent));
      return true;
    }
    String source = ruling.source().toString();
    if (ruling.value().equals("resident-for-the-stay")) {
      q.findings()
          .notice(
              new Notice(
                  EligibilityRule.R_DUAL_03,
                  source,
                  "住院期间转为职工医保，本次住院享受居民医保待遇",
                  "Became an employee during the stay: the resident scheme serves the stay"));
      return true;
    }
    LocalDate change = employee().get().from();
    q.findings()
        .notice(
            new Notice(
                EligibilityRule.R_DUAL_03,
                source,
                "住院期间转为职工医保，应当分段结算",
                "Became an employee during the stay: each part is a bill of its own"));
    q.findings()
        .close(
            q.all(),
            Say.of(
                    EligibilityRule.R_DUAL_03,
                    source,
                    "住院期间自 " + change + " 起转为职工医保，不能作为一张账单结算",
                    "An employee since " + change + ", within the stay: not settled as one bill")
                .until(Optional.of(change.minusDays(1)))
                .remedy(
                    "请按 " + change + " 前后分两张账单结算",
                    "Settle the days before " + change + " and those from it as two bills"));
    return true;
  }

  /** As whom the person goes on from a day within the stay, without a day between. */
  private Optional<Enrolment> employee() {
    LocalDate first = q.visit().serviceDate();
    LocalDate last = q.visit().lastDay();
    return q.entitlements().enrolments().stream()
        .filter(e -> e.scheme() == Scheme.EMPLOYEE && e.area().equals(resident.area()))
        .filter(e -> e.from().isAfter(first) && !e.from().isAfter(last))
        .filter(e -> !isWaiting(e, last))
        .min(Comparator.comparing(Enrolment::from))
        .filter(e -> resident.to().map(end -> !end.plusDays(1).isBefore(e.from())).orElse(true))
        .filter(
            e -> resident.covers(last) || chain.apply(e).stream().anyMatch(n -> n.covers(last)));
  }

  private static boolean isWaiting(Enrolment enrolment, LocalDate day) {
    return enrolment.interruptions().stream()
        .anyMatch(
            gap ->
                gap.cause() == Interruption.Cause.WAITING
                    && gap.scope().closesPool()
                    && gap.holdsOn(day));
  }
}
