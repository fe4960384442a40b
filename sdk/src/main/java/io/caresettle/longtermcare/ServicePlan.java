package io.caresettle.longtermcare;

import io.caresettle.money.Money;
import io.caresettle.money.Rounding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * What may be given to somebody of an assessed level (服务计划; SH 22¶3).
 *
 * @param level the level it was made for
 */
public record ServicePlan(String number, String level, Days validity, List<Item> items) {

  public ServicePlan {
    items = List.copyOf(items);
  }

  /** The item of this code, if the plan has it. */
  public Optional<Item> item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** In what an item's times are counted, by the calendar of Shanghai. */
  public enum Per {
    DAY("日", "day"),
    /** From Monday. */
    WEEK("周", "week"),
    MONTH("月", "month");

    private final String zh;
    private final String en;

    Per(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** The first day of the period that {@code day} lies in. */
    public LocalDate firstDay(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  /**
   * One service of the plan (服务项目).
   *
   * @param standardMinutes the longest that is counted in one visit (标准时长)
   * @param times how often in each period (频次)
   * @param feeStandard for all of the standard minutes (服务费用标准)
   */
  public record Item(
      String code, String name, int standardMinutes, int times, Per per, Money feeStandard) {

    /**
     * @throws IllegalArgumentException when minutes or times are not at least one, or the fee is
     *     negative
     */
    public Item {
      if (standardMinutes < 1 || times < 1 || feeStandard.isNegative()) {
        throw new IllegalArgumentException("Not an item of a plan: " + code);
      }
    }

    /**
     * The most that the standard gives for so many minutes: their part of it, the fraction of a fen
     * dropped, so that it is never above the standard.
     */
    public Money feeLimit(int minutes) {
      int counted = Math.max(0, Math.min(minutes, standardMinutes));
      return new Money(Rounding.DOWN.scale(feeStandard.fen(), counted, standardMinutes));
    }
  }
}
