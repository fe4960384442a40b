package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.Interruption.Cause;
import io.caresettle.sim.entitle.Interruption.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a change of employer, of area, or to a flexible worker counts as one unbroken enrolment
 * (R-ELIG-13).
 */
record Joined(Law law) {

  /** The employees' enrolment that ended last before another began. */
  static Optional<Employee> before(Employee enrolment, List<Employee> all) {
    return all.stream()
        .filter(e -> e.ends().map(end -> end.isBefore(enrolment.arrived())).orElse(false))
        .max(Comparator.comparing(e -> e.ends().orElseThrow()));
  }

  /** The last month of an enrolment whose money ever came. */
  static YearMonth lastPaid(Employee ended) {
    YearMonth month = YearMonth.from(ended.ends().orElseThrow());
    while (isOwed(ended, month)) {
      month = month.minusMonths(1);
    }
    return month;
  }

  private static boolean isOwed(Employee ended, YearMonth month) {
    return ended.unpaid().stream().anyMatch(u -> u.month().equals(month) && u.madeUp().isEmpty());
  }

  /** Within so many months, of which the first is the first one not paid (NT 12¶2). */
  static boolean isWithin(int months, YearMonth lastPaid, LocalDate day) {
    return months > 0 && !day.isAfter(lastPaid.plusMonths(months).atEndOfMonth());
  }

  boolean joins(Employee before, Employee after) {
    boolean kinds =
        before.kind() == Kind.EMPLOYER
            && (after.kind() == Kind.EMPLOYER || after.kind() == Kind.FLEXIBLE);
    return law.asks(CentreRule.R_ELIG_13)
        && kinds
        && law.is("change.gap", "payable", "not-payable")
        && isWithin(window(), lastPaid(before), after.arrived());
  }

  /** The days between the two, which are paid after all; none where there are none. */
  Optional<Interruption> gap(Employee before, Employee after, LocalDate begins, Scope scope) {
    Dates dates = Dates.between(before.ends().orElseThrow().plusDays(1), begins.minusDays(1));
    return dates.empty()
        ? Optional.empty()
        : Optional.of(between(before, dates, scope, Optional.of(after.arrived())));
  }

  /**
   * The days after an enrolment that ended, which whoever joins up in time is paid after all; none
   * where the area's text does not say so.
   */
  Optional<Interruption> open(Employee ended, Scope scope) {
    boolean payable =
        law.asks(CentreRule.R_ELIG_13)
            && ended.kind() == Kind.EMPLOYER
            && law.is("change.gap", "payable", "not-payable")
            && window() > 0;
    return payable
        ? ended
            .ends()
            .map(end -> between(ended, Dates.from(end.plusDays(1)), scope, Optional.empty()))
        : Optional.empty();
  }

  private Interruption between(
      Employee before, Dates dates, Scope scope, Optional<LocalDate> arrived) {
    return new Interruption(
        dates,
        scope,
        Cause.ENDED,
        Optional.empty(),
        arrived.isPresent(),
        Optional.of(lastPaid(before).plusMonths(window()).atEndOfMonth()),
        arrived,
        CentreRule.R_ELIG_13,
        law.citation("change.window"),
        List.of());
  }

  private int window() {
    return law.number("change.window").orElse(0);
  }
}
