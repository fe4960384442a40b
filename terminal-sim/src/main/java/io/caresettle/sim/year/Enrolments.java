package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.sim.entitle.Category;
import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Enrolment;
import io.caresettle.sim.entitle.History.Premium;
import io.caresettle.sim.entitle.History.Resident;
import io.caresettle.sim.entitle.History.Unpaid;
import io.caresettle.sim.entitle.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How somebody was enrolled and what was paid, in time, late or never. */
final class Enrolments {

  private static final LocalDate FIRST = LocalDate.of(YEAR, 1, 1);

  private final Dice dice;
  private final String area;
  private final Walk walk;
  private final LocalDate born;

  Enrolments(Dice dice, String area, Walk walk, LocalDate born) {
    this.dice = dice;
    this.area = area;
    this.walk = walk;
    this.born = born;
  }

  List<Enrolment> all() {
    return switch (walk) {
      case ACTIVE, SOLDIER -> dice.percent(12) ? changeOfEmployer() : List.of(employed());
      case RETIRED ->
          List.of(
              employee(Kind.EMPLOYER, dice.day(date(1990), date(2010)), false, none(), List.of()));
      case HOSPITAL_ONLY ->
          List.of(
              employee(
                  Kind.HOSPITAL_ONLY, dice.day(date(2005), date(2015)), false, none(), List.of()));
      case FLEXIBLE -> List.of(flexible());
      case UNEMPLOYED -> List.of(unemployed());
      case ADULT, ELDERLY, STUDENT, CHILD, NEWBORN -> List.of(resident());
      case CHANGED -> changed();
    };
  }

  private static LocalDate date(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private static Optional<LocalDate> none() {
    return Optional.empty();
  }

  private Employee employee(
      Kind kind, LocalDate arrived, boolean first, Optional<LocalDate> ends, List<Unpaid> unpaid) {
    // Where the subsidy must be applied for, nearly all did.
    Optional<LocalDate> applied = dice.percent(95) ? Optional.of(arrived) : Optional.empty();
    return new Employee(area, kind, arrived, first, ends, unpaid, Optional.empty(), applied);
  }

  private Employee employed() {
    boolean thisYear = dice.percent(10);
    LocalDate arrived =
        thisYear ? dice.day(FIRST, FIRST.plusMonths(8)) : dice.day(date(2008), date(2026));
    return employee(
        Kind.EMPLOYER,
        arrived,
        thisYear,
        dice.percent(4) ? Optional.of(dice.day(FIRST.plusMonths(9), date(2027))) : none(),
        dice.percent(12) ? unpaid(FIRST, 8, 60) : List.of());
  }

  private List<Enrolment> changeOfEmployer() {
    LocalDate left = dice.day(FIRST, FIRST.plusMonths(8));
    LocalDate arrived = left.plusDays(dice.between(1, 140));
    return List.of(
        employee(
            Kind.EMPLOYER, dice.day(date(2012), date(2025)), false, Optional.of(left), List.of()),
        employee(
            dice.percent(70) ? Kind.EMPLOYER : Kind.FLEXIBLE, arrived, false, none(), List.of()));
  }

  private Employee flexible() {
    boolean fresh = dice.percent(30);
    LocalDate arrived =
        fresh
            ? dice.day(FIRST.minusMonths(4), FIRST.plusMonths(8))
            : dice.day(date(2015), date(2025));
    return employee(
        Kind.FLEXIBLE,
        arrived,
        fresh && dice.percent(70),
        none(),
        dice.percent(25) ? unpaid(fresh ? arrived.plusMonths(1) : FIRST, 6, 70) : List.of());
  }

  private Employee unemployed() {
    LocalDate arrived = dice.day(FIRST.minusMonths(10), FIRST.plusMonths(6));
    return employee(
        Kind.UNEMPLOYED,
        arrived,
        false,
        Optional.of(arrived.plusMonths(dice.between(4, 20))),
        List.of());
  }

  /** Months in a row; what is made up is made up at once, soon or too late. */
  private List<Unpaid> unpaid(LocalDate from, int within, int madeUp) {
    YearMonth first = YearMonth.from(from).plusMonths(dice.between(0, within));
    int months = dice.rather(1, 5);
    Optional<LocalDate> paid =
        dice.percent(madeUp)
            ? Optional.of(
                first.plusMonths(months).atDay(dice.between(1, 28)).plusMonths(dice.rather(0, 3)))
            : none();
    List<Unpaid> all = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      all.add(new Unpaid(first.plusMonths(i), paid));
    }
    return all;
  }

  private Resident resident() {
    return resident(walk.asResident(), none());
  }

  private Resident resident(Category kind, Optional<LocalDate> ends) {
    boolean freshman = kind == Category.STUDENT && dice.percent(25);
    boolean continuous = dice.percent(85);
    return new Resident(
        area,
        kind,
        dice.percent(4),
        kind == Category.NEWBORN ? afterBirth() : premiums(freshman, continuous),
        continuous,
        freshman ? Optional.of(YEAR) : Optional.empty(),
        ends,
        dice.percent(95) ? Optional.of(FIRST) : none());
  }

  private List<Premium> premiums(boolean freshman, boolean continuous) {
    List<Premium> all = new ArrayList<>();
    if (continuous && !freshman) {
      all.add(new Premium(YEAR - 1, LocalDate.of(YEAR - 2, 11, 20), true));
    }
    int how = dice.between(0, 99);
    if (freshman) {
      all.add(new Premium(YEAR + 1, LocalDate.of(YEAR, 9, dice.between(1, 28)), true));
    } else if (how < 86) {
      all.add(
          new Premium(
              YEAR, dice.day(LocalDate.of(YEAR - 1, 10, 8), LocalDate.of(YEAR - 1, 12, 20)), true));
    } else if (how < 96) {
      all.add(new Premium(YEAR, dice.day(FIRST, FIRST.plusMonths(7)), false));
    }
    if (!freshman && dice.percent(90)) {
      all.add(new Premium(YEAR + 1, LocalDate.of(YEAR, 11, 15), true));
    }
    return all;
  }

  private List<Premium> afterBirth() {
    LocalDate paid = born.plusDays(dice.rather(5, 220));
    return paid.getYear() == YEAR
        ? List.of(
            new Premium(YEAR, paid, false), new Premium(YEAR + 1, LocalDate.of(YEAR, 12, 20), true))
        : List.of(new Premium(YEAR + 1, paid, false));
  }

  private List<Enrolment> changed() {
    LocalDate arrived = dice.day(FIRST.plusMonths(1), FIRST.plusMonths(9));
    return List.of(
        resident(Category.ADULT, dice.percent(50) ? Optional.of(arrived) : none()),
        employee(
            dice.percent(75) ? Kind.EMPLOYER : Kind.FLEXIBLE, arrived, true, none(), List.of()));
  }
}
