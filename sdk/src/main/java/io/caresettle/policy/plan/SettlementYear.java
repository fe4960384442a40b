package io.caresettle.policy.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * Which year a bill counts in (结算年度), and which day of a stay decides that and its numbers.
 *
 * <p>It holds two numbers and no {@link MonthDay}: loading that class makes a formatter of dates,
 * which costs a till that has just started more than loading its pack.
 *
 * @param month of its first day
 * @param day of its first day
 * @param byDischarge a stay counts by its last day, not by its first
 */
public record SettlementYear(int month, int day, boolean byDischarge) {

  /** From New Year to New Year's Eve, by the day of service. */
  public static final SettlementYear CALENDAR = new SettlementYear(1, 1, false);

  /**
   * @throws DateTimeException when not every year has such a day
   */
  public SettlementYear {
    if (day < 1 || day > Month.of(month).minLength()) {
      throw new DateTimeException(month + "-" + day + " is no day of every year");
    }
  }

  /** A year that starts on this day. */
  public SettlementYear(MonthDay starts, boolean byDischarge) {
    this(starts.getMonthValue(), starts.getDayOfMonth(), byDischarge);
  }

  /** Its first day. */
  public MonthDay starts() {
    return MonthDay.of(month, day);
  }

  /**
   * The day of such a visit that decides its year, its deductible and every other number of the law
   * (R-YEAR-02; NT 41(3)).
   */
  public LocalDate decides(LocalDate from, LocalDate to) {
    return byDischarge ? to : from;
  }

  /** The year, called after the calendar year it starts in. */
  public int of(LocalDate from, LocalDate to) {
    LocalDate counts = decides(from, to);
    boolean before =
        counts.getMonthValue() < month
            || (counts.getMonthValue() == month && counts.getDayOfMonth() < day);
    return before ? counts.getYear() - 1 : counts.getYear();
  }
}
