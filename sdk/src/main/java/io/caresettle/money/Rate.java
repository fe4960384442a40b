package io.caresettle.money;

/**
 * An exact ratio of two whole numbers: 85 % is 85/100, two thirds is 2/3. Never a decimal fraction.
 */
public record Rate(long numerator, long denominator) {

  /**
   * @throws IllegalArgumentException when the ratio is negative or its denominator is not positive
   */
  public Rate {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException("Not a rate: " + numerator + "/" + denominator);
    }
  }

  /** {@code basisPoints(8500)} is 85 %. */
  public static Rate basisPoints(int parts) {
    return new Rate(parts, 10_000);
  }
}
