package io.caresettle.sim.adjudicate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * When a pack's settlement year starts, and which day of a visit decides the year.
 *
 * @param byDischarge whether a stay belongs to the year it ends in, not the year it starts in
 */
public record SettlementYear(MonthDay starts, boolean byDischarge) {

  /** The calendar year of the day of service. */
  public static final SettlementYear CALENDAR = new SettlementYear(MonthDay.of(1, 1), false);

  static SettlementYear read(Tree tree) {
    MonthDay starts;
    try {
      starts = MonthDay.parse("--" + tree.text("starts"));
    } catch (DateTimeException e) {
      throw tree.bad("a year starts on a day such as 01-01");
    }
    if (starts.equals(MonthDay.of(2, 29))) {
      throw tree.bad("a year starts on a day that every year has");
    }
    boolean byDischarge =
        switch (tree.text("counts_by")) {
          case "service" -> false;
          case "discharge" -> true;
          default -> throw tree.bad("a year counts by service or by discharge");
        };
    tree.end();
    return new SettlementYear(starts, byDischarge);
  }

  /** R-YEAR-02: the day whose law such a visit is judged by, in all of its numbers. */
  public LocalDate lawOf(LocalDate service, LocalDate discharge) {
    return byDischarge ? discharge : service;
  }

  /** The calendar year in which the settlement year of such a visit starts. */
  public int of(LocalDate service, LocalDate discharge) {
    LocalDate day = lawOf(service, discharge);
    return starts.atYear(day.getYear()).isAfter(day) ? day.getYear() - 1 : day.getYear();
  }
}
