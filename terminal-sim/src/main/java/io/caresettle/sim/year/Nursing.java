package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.sim.entitle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Long-term care of somebody: the assessed level, the plan made for it, and the visits they had
 * (R-LTC-01, R-LTC-02); without any, nobody visits.
 *
 * @param level days of the assessment
 * @param plan days of the plan, which may outlive the level
 * @param suspended SH 62: days on which nothing is settled
 */
record Nursing(
    Dates level, Dates plan, Optional<Dates> suspended, List<Item> items, List<Visit> visits) {

  /** A caregiver whom the carer's bureau barred for a part of the year. */
  static final String BARRED = "caregiver-2";

  static final Dates BARRED_ON =
      new Dates(LocalDate.of(YEAR, 3, 1), Optional.of(LocalDate.of(YEAR, 8, 31)));

  static final String CARER = "TESTCARER1";

  private static final Set<String> AREAS = Set.of("320500", "320600", "310000", "test");
  private static final List<Item> ALL =
      List.of(
          new Item("HL01", 60, 2, "week", 8_000),
          new Item("HL02", 30, 1, "day", 3_550),
          new Item("HL03", 45, 6, "month", 5_001),
          new Item("HL04", 20, 3, "week", 1_999));

  Nursing {
    items = List.copyOf(items);
    visits = List.copyOf(visits);
  }

  /**
   * One service of the plan.
   *
   * @param minutes the standard
   * @param per day, week or month
   * @param fee of the standard minutes, in fen
   */
  record Item(String code, int minutes, int times, String per, long fee) {}

  /** A service as it was given. */
  record Given(String code, int minutes, long fee) {}

  /**
   * One visit of a carer.
   *
   * @param minute of the day on which it began
   * @param lasted minutes
   * @param identified whether the person was identified again at the end
   * @param settled the day of settlement
   */
  record Visit(
      String number,
      LocalDate day,
      int minute,
      int lasted,
      List<Given> given,
      String caregiver,
      boolean identified,
      LocalDate settled) {

    List<String> chosen() {
      return given.stream().map(Given::code).toList();
    }

    long total() {
      return given.stream().mapToLong(Given::fee).sum();
    }
  }

  static Optional<Nursing> of(Dice dice, Walk walk, Town town, String person) {
    if (!AREAS.contains(town.code()) || !walk.isGrown() || !dice.percent(walk.isOld() ? 14 : 1)) {
      return Optional.empty();
    }
    LocalDate first = LocalDate.of(YEAR, 1, 1);
    LocalDate begins = dice.percent(40) ? dice.day(first, first.plusMonths(8)) : first;
    Dates level = new Dates(begins, dice.percent(20) ? end(dice, begins) : Optional.empty());
    Dates plan = new Dates(begins, dice.percent(15) ? end(dice, begins) : level.to());
    Optional<Dates> suspended = Optional.empty();
    if (dice.percent(8)) {
      LocalDate from = dice.day(begins, first.plusMonths(9));
      suspended = Optional.of(new Dates(from, Optional.of(from.plusMonths(3).minusDays(1))));
    }
    List<Item> items = ALL.subList(0, dice.between(2, 4));
    List<Visit> visits = new ArrayList<>();
    LocalDate day = dice.day(begins, LocalDate.of(YEAR, 10, 31));
    for (int i = dice.between(6, 40); i > 0 && day.getYear() == YEAR; i--) {
      visits.add(visit(dice, items, person + "-C" + (visits.size() + 1), day));
      day = day.plusDays(dice.rather(0, 9));
    }
    return Optional.of(new Nursing(level, plan, suspended, items, visits));
  }

  private static Optional<LocalDate> end(Dice dice, LocalDate begins) {
    return Optional.of(dice.day(begins.plusMonths(1), LocalDate.of(YEAR, 12, 31)));
  }

  /** Nearly all by the plan; some give too long, ask too much, or what nobody planned. */
  private static Visit visit(Dice dice, List<Item> items, String number, LocalDate day) {
    List<Given> given = new ArrayList<>();
    int lasted = dice.between(0, 15);
    for (Item item : items) {
      if (given.isEmpty()
          ? item.equals(items.get(items.size() - 1)) || dice.percent(50)
          : dice.percent(30)) {
        int minutes = dice.percent(3) ? item.minutes() + 5 : dice.between(5, item.minutes());
        long most = item.fee() * minutes / item.minutes();
        given.add(new Given(item.code(), minutes, dice.percent(4) ? most + 1 : most));
        lasted += minutes;
      }
    }
    if (dice.percent(3)) {
      given.add(new Given("HL99", 10, 500));
      lasted += 10;
    }
    return new Visit(
        number,
        day,
        dice.between(7 * 60, 20 * 60),
        dice.percent(4) ? Math.max(0, lasted - 20) : Math.max(1, lasted),
        given,
        dice.percent(7) ? BARRED : "caregiver-1",
        !dice.percent(3),
        dice.percent(10) ? day.plusDays(dice.between(1, 20)) : day);
  }
}
