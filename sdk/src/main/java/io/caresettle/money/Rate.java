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

  /** In lowest terms. */
  public Rate reduced() {
    long common = greatest(numerator, denominator);
    return new Rate(numerator / common, denominator / common);
  }

  /**
   * What is left of the whole.
   *
   * @throws IllegalArgumentException when this is more than the whole
   */
  public Rate complement() {
    return new Rate(denominator - numerator, denominator);
  }

  /** This part of that part, in lowest terms. */
  public Rate times(Rate other) {
    return new Rate(
            Math.multiplyExact(numerator, other.numerator),
            Math.multiplyExact(denominator, other.denominator))
        .reduced();
  }

  /** Both together, but at most the whole, in lowest terms. */
  public Rate plusAtMostWhole(Rate other) {
    long sum = Math.addExact(cross(numerator, other), cross(other.numerator, this));
    long of = Math.multiplyExact(denominator, other.denominator);
    return new Rate(Math.min(sum, of), of).reduced();
  }

  /** This less the other, but at least nothing, in lowest terms. */
  public Rate minusAtLeastNothing(Rate other) {
    long rest = Math.subtractExact(cross(numerator, other), cross(other.numerator, this));
    return new Rate(Math.max(0, rest), Math.multiplyExact(denominator, other.denominator))
        .reduced();
  }

  private static long cross(long numerator, Rate other) {
    return Math.multiplyExact(numerator, other.denominator);
  }

  private static long greatest(long a, long b) {
    return b == 0 ? a : greatest(b, a % b);
  }
}
