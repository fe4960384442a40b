package io.caresettle.eligibility;

import io.caresettle.money.Money;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the centre knows of a person's insurance (参保信息).
 *
 * @param kind on which ground
 * @param area the pooling area, six digits, or {@code test}
 * @param from first day on which the pool may pay
 * @param to last day of pool and account, inclusive; empty while it goes on
 * @param accountFrom first day of the personal account, which may lie before the pool's
 *     (R-ELIG-04); empty where there is none (R-ELIG-21)
 * @param interruptions days between on which something may not be used
 * @param accountBalance what the personal account holds, of all years together, as the centre last
 *     saw it; a preview, never a promise
 * @param pastYears the part of it that past years left
 * @param yearToDate sums of the settlement year by accumulator name, a preview too
 * @param year the settlement year these sums are of, where the centre says so
 */
public record Enrolment(
    InsuredKind kind,
    InsuredCategory category,
    String area,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<LocalDate> accountFrom,
    List<Interruption> interruptions,
    Money accountBalance,
    Money pastYears,
    Map<String, Money> yearToDate,
    OptionalInt year)
    implements Dated {

  public Enrolment {
    interruptions = List.copyOf(interruptions);
    yearToDate = Map.copyOf(yearToDate);
  }

  /** Says of what kind it is and since when, and nothing that it holds. */
  @Override
  public String toString() {
    return "Enrolment[" + kind + ", area=" + area + ", from=" + from + "]";
  }

  /**
   * An employer's employee, or a resident, with nothing special: an employee's account begins with
   * the pool.
   *
   * @param poolSuspended the pool pays nothing since the first day (arrears, SZ 21)
   */
  public Enrolment(
      Scheme scheme,
      InsuredCategory category,
      String area,
      LocalDate from,
      Optional<LocalDate> to,
      boolean poolSuspended,
      Money accountBalance,
      Map<String, Money> yearToDate) {
    this(
        scheme == Scheme.EMPLOYEE ? InsuredKind.EMPLOYER : InsuredKind.RESIDENT,
        category,
        area,
        from,
        to,
        scheme == Scheme.EMPLOYEE ? Optional.of(from) : Optional.empty(),
        poolSuspended ? List.of(suspended(scheme, from)) : List.of(),
        accountBalance,
        Money.ZERO,
        yearToDate,
        OptionalInt.empty());
  }

  /** Somebody insured of whom no sums are known. */
  public Enrolment(
      InsuredKind kind,
      InsuredCategory category,
      String area,
      LocalDate from,
      Optional<LocalDate> to,
      Optional<LocalDate> accountFrom) {
    this(
        kind,
        category,
        area,
        from,
        to,
        accountFrom,
        List.of(),
        Money.ZERO,
        Money.ZERO,
        Map.of(),
        OptionalInt.empty());
  }

  private static Interruption suspended(Scheme scheme, LocalDate from) {
    return new Interruption(
        from,
        Optional.empty(),
        Interruption.Scope.POOL,
        scheme == Scheme.EMPLOYEE
            ? Interruption.Cause.EMPLOYER_ARREARS
            : Interruption.Cause.OWN_ARREARS,
        false,
        "");
  }

  public Scheme scheme() {
    return kind.scheme();
  }

  /** The same with these interruptions and no others. */
  public Enrolment interrupted(Interruption... by) {
    return new Enrolment(
        kind,
        category,
        area,
        from,
        to,
        accountFrom,
        List.of(by),
        accountBalance,
        pastYears,
        yearToDate,
        year);
  }

  /** Whether {@code day} lies within the pool's days, the first and last included. */
  public boolean covers(LocalDate day) {
    return holdsOn(day);
  }

  /**
   * Whether the account may outlast the enrolment on {@code day}: between two jobs, while joining
   * up would still make both one (SZ 21¶3, 24).
   */
  boolean mayKeepItsAccountOn(LocalDate day) {
    return accountFrom.isPresent()
        && to.filter(day::isAfter).isPresent()
        && interruptions.stream()
            .filter(gap -> Gaps.isChange(gap) && gap.holdsOn(day))
            .filter(gap -> !gap.scope().closesAccount())
            .anyMatch(
                gap -> gap.mayBeMadeGoodUntil().filter(last -> !day.isAfter(last)).isPresent());
  }

  /** Whether there is an account on {@code day}, be it before the pool's first day. */
  public boolean hasAccount(LocalDate day) {
    return accountFrom.filter(first -> !day.isBefore(first)).isPresent()
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
