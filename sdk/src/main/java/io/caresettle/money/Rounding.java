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
  DOWN;

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
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
      return divide(low, divisor);
    }
    // Rare: only absurd prices get here, so the slow path may allocate.
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    BigInteger[] qr = product.divideAndRemainder(BigInteger.valueOf(divisor));
    boolean up =
        this == HALF_UP && qr[1].abs().shiftLeft(1).compareTo(BigInteger.valueOf(divisor)) >= 0;
    long q = qr[0].longValueExact();
    return up ? Math.addExact(q, qr[1].signum()) : q;
  }

  private long divide(long dividend, long divisor) {
    long q = dividend / divisor;
    long r = Math.abs(dividend % divisor);
    return this == HALF_UP && r >= divisor - r ? q + Long.signum(dividend) : q;
  }
}
