package io.caresettle.eligibility;

import io.caresettle.money.Money;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the centre knows of a person's insurance (参保信息).
 *
 * @param area the pooling area, six digits, or {@code test}
 * @param from first day of entitlement
 * @param to last day, inclusive; empty while it goes on
 * @param poolSuspended the pool pays nothing (arrears, SZ 21); the account stays usable
 * @param accountBalance the personal account's balance as the centre last saw it; a preview, never
 *     a promise
 * @param yearToDate sums of the settlement year by accumulator name, a preview too
 */
public record Enrolment(
    Scheme scheme,
    InsuredCategory category,
    String area,
    LocalDate from,
    Optional<LocalDate> to,
    boolean poolSuspended,
    Money accountBalance,
    Map<String, Money> yearToDate) {

  public Enrolment {
    yearToDate = Map.copyOf(yearToDate);
  }

  /** Whether {@code day} lies within this enrolment, its first and last day included. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
