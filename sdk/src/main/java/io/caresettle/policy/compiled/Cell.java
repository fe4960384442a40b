package io.caresettle.policy.compiled;

/**
 * One number of a value's table.
 *
 * @param amount fen, parts of ten thousand, or a numerator; negative where nobody published it
 * @param of 1 for fen, 10,000 for basis points, the denominator of a ratio
 */
public record Cell(long amount, long of) {

  /** A number that the law leaves to somebody who has not published it. */
  public static final Cell UNKNOWN = new Cell(-1, 1);

  public boolean isUnknown() {
    return amount < 0;
  }

  /** As a pack writes it: {@code 60000}, {@code 8500}, {@code 2/3}, {@code unknown}. */
  @Override
  public String toString() {
    if (isUnknown()) {
      return "unknown";
    }
    return of == 1 || of == 10_000 ? Long.toString(amount) : amount + "/" + of;
  }
}
