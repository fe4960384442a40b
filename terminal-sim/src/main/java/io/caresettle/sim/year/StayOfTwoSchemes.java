package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.eligibility.EligibilityRule;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Enrolment;
import io.caresettle.sim.entitle.Scheme;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A stay during which a resident becomes an employee (R-DUAL-03). */
final class StayOfTwoSchemes {

  private StayOfTwoSchemes() {}

  /** Such a stay of somebody who changes in the year, more often than chance would make one. */
  static Optional<Wish> of(Dice dice, Town town, List<Enrolment> enrolments, String person) {
    Optional<LocalDate> arrived =
        enrolments.size() < 2
            ? Optional.empty()
            : enrolments.stream()
                .filter(Employee.class::isInstance)
                .map(enrolment -> ((Employee) enrolment).arrived())
                .findFirst();
    if (arrived.isEmpty() || !dice.percent(60)) {
      return Optional.empty();
    }
    LocalDate change =
        dice.percent(50) ? arrived.get() : arrived.get().plusMonths(1).withDayOfMonth(1);
    LocalDate from = change.minusDays(dice.between(1, 6));
    LocalDate to = change.plusDays(dice.between(2, 8));
    if (from.getYear() < YEAR || to.getYear() > YEAR) {
      return Optional.empty();
    }
    BillId id = new BillId(town.houses().hospitals.get(1).code(), person + "-S");
    return Optional.of(
        new Wish(
            CareType.INPATIENT,
            from,
            to,
            to,
            town.houses().hospitals.get(1),
            Wish.Odd.NOTHING,
            Optional.empty(),
            Optional.empty(),
            Goods.bill(dice, id, CareType.INPATIENT, dice.rather(3_000, 40_000))));
  }

  static boolean isOne(Fate fate) {
    return fate.verdict().notices().stream()
        .anyMatch(notice -> notice.rule().equals(EligibilityRule.R_DUAL_03.id()));
  }

  /** The two bills of a stay that is split by time; none where nothing says from which day. */
  static List<Wish> parts(Fate.Cash whole) {
    Wish wish = whole.wish();
    Optional<LocalDate> change =
        whole.decided().person().covers().stream()
            .filter(cover -> cover.scheme() == Scheme.EMPLOYEE)
            .flatMap(cover -> cover.from().stream())
            .filter(day -> day.isAfter(wish.from()) && !day.isAfter(wish.to()))
            .findFirst();
    List<FeeLine> lines = wish.bill().lines();
    if (change.isEmpty() || lines.size() < 2) {
      return List.of();
    }
    int half = lines.size() / 2;
    LocalDate before = change.get().minusDays(1);
    return List.of(
        part(wish, "a", wish.from(), before, lines.subList(0, half)),
        part(wish, "b", change.get(), wish.to(), lines.subList(half, lines.size())));
  }

  private static Wish part(
      Wish whole, String letter, LocalDate from, LocalDate to, List<FeeLine> lines) {
    BillId id = whole.bill().id();
    return new Wish(
        whole.care(),
        from,
        to,
        whole.settled(),
        whole.place(),
        whole.odd(),
        whole.disease(),
        whole.prescription(),
        new Bill(new BillId(id.institutionCode(), id.number() + letter), lines));
  }
}
