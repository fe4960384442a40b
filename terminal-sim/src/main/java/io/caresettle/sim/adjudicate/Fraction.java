package io.caresettle.sim.adjudicate;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact, never negative fraction of two whole numbers. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

  static final Fraction ZERO = whole(0);
  static final Fraction ONE = whole(1);
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,18}))?");

  Fraction {
    if (over.signum() < 0 || under.signum() <= 0) {
      throw new IllegalArgumentException("Negative fraction: " + over + "/" + under);
    }
  }

  static Fraction whole(long number) {
    return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
  }

  static Fraction of(long over, long under) {
    return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
  }

  /** Reads {@code "12.3456"}; at most {@code places} decimals are allowed. */
  static Fraction decimal(String text, int places, String subject) {
    Matcher m = DECIMAL.matcher(text);
    if (!m.matches() || (m.group(2) != null && m.group(2).length() > places)) {
      throw new CannotAdjudicate(
          CannotAdjudicate.Reason.MALFORMED_CLAIM,
          subject,
          "Expected a number with at most " + places + " decimals in " + subject);
    }
    String decimals = m.group(2) == null ? "" : m.group(2);
    return new Fraction(
        new BigInteger(m.group(1) + decimals), BigInteger.TEN.pow(decimals.length()));
  }

  Fraction plus(Fraction other) {
    return under.equals(other.under)
        ? new Fraction(over.add(other.over), under)
        : new Fraction(
            over.multiply(other.under).add(other.over.multiply(under)),
            under.multiply(other.under));
  }

  Fraction minus(Fraction other) {
    return under.equals(other.under)
        ? new Fraction(over.subtract(other.over), under)
        : new Fraction(
            over.multiply(other.under).subtract(other.over.multiply(under)),
            under.multiply(other.under));
  }

  Fraction times(Fraction other) {
    return new Fraction(over.multiply(other.over), under.multiply(other.under));
  }

  /** What this is more than {@code other}; zero where it is not. */
  Fraction beyond(Fraction other) {
    return compareTo(other) > 0 ? minus(other) : ZERO;
  }

  Fraction atMost(Fraction other) {
    return compareTo(other) > 0 ? other : this;
  }

  /** This divided by {@code other}, which must not be zero. */
  Fraction dividedBy(Fraction other) {
    return new Fraction(over.multiply(other.under), under.multiply(other.over));
  }

  boolean isZero() {
    return over.signum() == 0;
  }

  /** This in lowest terms. */
  Fraction reduced() {
    BigInteger common = over.gcd(under);
    return new Fraction(over.divide(common), under.divide(common));
  }

  /** This as a whole number. */
  BigInteger whole() {
    if (under.equals(BigInteger.ONE)) {
      return over;
    }
    BigInteger[] parts = over.divideAndRemainder(under);
    if (parts[1].signum() != 0) {
      throw new ArithmeticException("Not whole: " + over + "/" + under);
    }
    return parts[0];
  }

  /** This as a whole number of fen. */
  long exact() {
    return whole().longValueExact();
  }

  @Override
  public int compareTo(Fraction other) {
    return under.equals(other.under)
        ? over.compareTo(other.over)
        : over.multiply(other.under).compareTo(other.over.multiply(under));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    BigInteger common = over.gcd(under);
    return over.divide(common).hashCode() * 31 + under.divide(common).hashCode();
  }
}
