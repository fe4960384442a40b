package io.caresettle.money;

import java.math.BigInteger;

/**
 * How a sum loses its fraction of a fen. None of the five texts says, so the pack names one for
 * each rounding point.
 */
public enum Rounding {
  /** 四舍五入: a half goes away from zero. */
  HALF_UP,
  /** 截位: the fraction is dropped. */
  DOWN,
  /** 进位: any fraction goes away from zero. */
  UP,
  /** 四舍六入五成双: a half goes to the even neighbour. */
  HALF_EVEN;

  private static final long BASIS_POINTS = 10_000;

  /** The product of two factors of so many bits leaves room for half of any divisor. */
  private static final int SMALL_BITS = 31;

  /** A dividend of so many bits leaves room for half of any divisor. */
  private static final int DIVIDEND_BITS = 62;

  /** {@code fen × rate}, rounded. */
  public long share(long fen, Rate rate) {
    return scale(fen, rate.numerator(), rate.denominator());
  }

  /**
   * {@code a × b ÷ divisor}, rounded; exact also where {@code a × b} does not fit a {@code long}.
   *
   * @throws ArithmeticException when the result itself does not fit
   */
  public long scale(long a, long b, long divisor) {
    if (this == HALF_UP && (a | b) >>> SMALL_BITS == 0) {
      return halfUp(a * b, divisor);
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63) { // Nothing but the sign is above the lower half.
      return divide(low, divisor);
    }
    // Rare: only absurd prices get here, so the slow path may allocate.
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    BigInteger[] qr = product.divideAndRemainder(BigInteger.valueOf(divisor));
    long q = qr[0].longValueExact();
    int half = qr[1].abs().shiftLeft(1).compareTo(BigInteger.valueOf(divisor));
    return away(q, qr[1].signum() != 0, half) ? Math.addExact(q, product.signum()) : q;
  }

  /** {@code dividend ÷ divisor}, rounded. */
  public long divide(long dividend, long divisor) {
    if (this == HALF_UP && dividend >>> DIVIDEND_BITS == 0) {
      return halfUp(dividend, divisor);
    }
    long q = dividend / divisor;
    long r = Math.abs(dividend % divisor);
    return away(q, r != 0, Long.compare(r, divisor - r)) ? q + Long.signum(dividend) : q;
  }

  /** The usual one. By a divisor that the compiler knows it multiplies, which is quicker. */
  private static long halfUp(long dividend, long divisor) {
    long more = dividend + (divisor >> 1);
    return divisor == BASIS_POINTS ? more / BASIS_POINTS : more / divisor;
  }

  /** Whether a quotient goes away from zero, for a rest that compares so with a half. */
  private boolean away(long q, boolean rest, int half) {
    return switch (this) {
      case DOWN -> false;
      case UP -> rest;
      case HALF_UP -> half >= 0 && rest;
      case HALF_EVEN -> half > 0 || (half == 0 && (q & 1) != 0);
    };
  }
}
