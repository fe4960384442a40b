package io.caresettle.policy.compiled;

/** What a value counts. */
public enum Unit {
  FEN,
  BASIS_POINTS,
  RATIO;

  /** The largest denominator whose products with any amount still fit. */
  public static final long MOST_PARTS = 1_000_000;

  private static final long MOST_FEN = 1_000_000_000_000L;

  /** Its word in a pack. */
  public String id() {
    return Word.of(this);
  }

  /** No share is more than the whole, and no sum of a year more than a bill can hold. */
  public long most() {
    return this == FEN ? MOST_FEN : 10_000;
  }

  boolean allows(Cell cell) {
    if (cell.isUnknown()) {
      return cell.amount() == -1 && cell.of() == 1;
    }
    return switch (this) {
      case FEN -> cell.of() == 1 && cell.amount() <= MOST_FEN;
      case BASIS_POINTS -> cell.of() == 10_000 && cell.amount() <= cell.of();
      case RATIO -> cell.of() >= 1 && cell.of() <= MOST_PARTS && cell.amount() <= cell.of();
    };
  }
}
