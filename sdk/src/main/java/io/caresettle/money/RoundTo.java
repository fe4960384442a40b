package io.caresettle.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How, and to which unit, an amount is rounded: to a fen (分), a jiao (角) or a yuan (元).
 *
 * @param unit 1, 10 or 100 fen
 */
public record RoundTo(Rounding mode, long unit) {

  /** 四舍五入到分, the most usual. */
  public static final RoundTo HALF_UP_FEN = new RoundTo(Rounding.HALF_UP, 1);

  private static final List<RoundTo> ALL = all();

  /**
   * @throws IllegalArgumentException when the unit is another
   */
  public RoundTo {
    if (unit != 1 && unit != 10 && unit != 100) {
      throw new IllegalArgumentException("Expected a unit of 1, 10 or 100 fen, found " + unit);
    }
  }

  /** Every rounding a pack can name. */
  public static List<RoundTo> values() {
    return ALL;
  }

  /** The rounding of this word, such as {@code half-up-fen}. */
  public static Optional<RoundTo> named(String word) {
    for (RoundTo one : ALL) {
      if (one.id().equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Its word in a pack. */
  public String id() {
    String how =
        switch (mode) {
          case HALF_UP -> "half-up";
          case DOWN -> "down";
          case UP -> "up";
          case HALF_EVEN -> "half-even";
        };
    return how + (unit == 1 ? "-fen" : unit == 10 ? "-jiao" : "-yuan");
  }

  /**
   * {@code a × b ÷ divisor} in fen, rounded to the unit.
   *
   * @throws ArithmeticException when the result does not fit
   */
  public long scale(long a, long b, long divisor) {
    return unit == 1
        ? mode.scale(a, b, divisor)
        : Math.multiplyExact(mode.scale(a, b, Math.multiplyExact(divisor, unit)), unit);
  }

  /** {@code dividend ÷ divisor} in fen, rounded to the unit. */
  public long divide(long dividend, long divisor) {
    return unit == 1
        ? mode.divide(dividend, divisor)
        : mode.divide(dividend, Math.multiplyExact(divisor, unit)) * unit;
  }

  @Override
  public String toString() {
    return id();
  }

  private static List<RoundTo> all() {
    List<RoundTo> all = new ArrayList<>();
    for (Rounding mode : Rounding.values()) {
      for (long unit : new long[] {1, 10, 100}) {
        all.add(new RoundTo(mode, unit));
      }
    }
    return List.copyOf(all);
  }
}
