package io.caresettle.sim.adjudicate;

import java.math.BigInteger;
import java.util.Map;

/** How a sum loses what is smaller than a unit of so many fen. */
record Rounding(Mode mode, long unit) {

  /** Where a sum between two units goes. No sum here is negative, so up is away from zero. */
  enum Mode {
    /** 四舍五入: a half goes up. */
    HALF_UP,
    /** 截位: the fraction is dropped. */
    DOWN,
    /** 进一: any fraction goes up. */
    UP,
    /** 四舍六入五成双: a half goes to the even unit. */
    HALF_EVEN
  }

  private static final Map<String, Mode> MODES =
      Map.of(
          "half-up", Mode.HALF_UP, "down", Mode.DOWN, "up", Mode.UP, "half-even", Mode.HALF_EVEN);
  private static final Map<String, Long> UNITS = Map.of("fen", 1L, "jiao", 10L, "yuan", 100L);

  /** To the fen, a half up: the way a position is read where nobody names another. */
  static final Rounding HALF_UP_FEN = new Rounding(Mode.HALF_UP, 1);

  /** To the fen, the fraction dropped. */
  static final Rounding DOWN_FEN = new Rounding(Mode.DOWN, 1);

  /** Reads a pack's word, such as {@code half-up-fen}. */
  static Rounding named(String name) {
    int dash = name.lastIndexOf('-');
    Mode mode = MODES.get(name.substring(0, Math.max(0, dash)));
    Long unit = UNITS.get(name.substring(dash + 1));
    if (mode == null || unit == null) {
      throw new CannotAdjudicate(
          CannotAdjudicate.Reason.MALFORMED_PACK, name, "Unknown rounding: " + name);
    }
    return new Rounding(mode, unit);
  }

  Fraction of(Fraction sum) {
    BigInteger fenPerUnit = BigInteger.valueOf(unit);
    BigInteger[] units = sum.over().divideAndRemainder(sum.under().multiply(fenPerUnit));
    BigInteger whole = units[0];
    // The remainder against one unit, doubled, so that a half compares as equal.
    int half = units[1].shiftLeft(1).compareTo(sum.under().multiply(fenPerUnit));
    boolean more =
        switch (mode) {
          case DOWN -> false;
          case UP -> units[1].signum() > 0;
          case HALF_UP -> half >= 0;
          case HALF_EVEN -> half > 0 || (half == 0 && whole.testBit(0));
        };
    BigInteger rounded = more ? whole.add(BigInteger.ONE) : whole;
    return new Fraction(rounded.multiply(fenPerUnit), BigInteger.ONE);
  }
}
