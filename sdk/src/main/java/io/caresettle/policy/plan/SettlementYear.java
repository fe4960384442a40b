package io.caresettle.policy.plan;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Which year a bill counts in (结算年度).
 *
 * @param starts its first day
 * @param byDischarge a stay counts by its last day, not by its first
 */
public record SettlementYear(MonthDay starts, boolean byDischarge) {

  /** From New Year to New Year's Eve, by the day of service. */
  public static final SettlementYear CALENDAR = new SettlementYear(MonthDay.of(1, 1), false);

  /** The year, called after the calendar year it starts in. */
  public int of(LocalDate from, LocalDate to) {
    LocalDate day = byDischarge ? to : from;
    return MonthDay.from(day).isBefore(starts) ? day.getYear() - 1 : day.getYear();
  }
}
