package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.EntitlementUnit;

/** What a value counts. */
public enum Unit {
  FEN,
  BASIS_POINTS,
  RATIO,
  MONTHS,
  DAYS,
  YEARS,
  COUNT,
  MONTH_DAY,
  YES_NO,
  CHOICE,
  SET;

  /** The largest denominator whose products with any amount still fit. */
  public static final long MOST_PARTS = 1_000_000;

  private static final long MOST_FEN = 1_000_000_000_000L;

  /** The unit of a rule about entitlement. */
  public static Unit of(EntitlementUnit unit) {
    return valueOf(unit.name());
  }

  /** Whether it counts money or shares, and not what entitlement is said in. */
  public boolean ofBenefits() {
    return this == FEN || this == BASIS_POINTS || this == RATIO;
  }

  /** Whether numbers are said in it, such that one can be more than another. */
  public boolean counts() {
    return ofBenefits() || ofEntitlement().counts();
  }

  /** What entitlement is said in; fen, basis points and ratios are none of it. */
  EntitlementUnit ofEntitlement() {
    return EntitlementUnit.valueOf(name());
  }

  /** Its word in a pack. */
  public String id() {
    return Word.of(this);
  }

  /** No share is more than the whole, and no sum of a year more than a bill can hold. */
  public long most() {
    return switch (this) {
      case FEN -> MOST_FEN;
      case BASIS_POINTS, RATIO -> 10_000;
      case MONTHS, DAYS, YEARS, COUNT, MONTH_DAY, YES_NO, CHOICE, SET -> ofEntitlement().most();
    };
  }

  /** Whether a cell is of this form; which words a rule has is for its name to say. */
  boolean allows(Cell cell) {
    if (cell.isUnknown()) {
      return cell.equals(Cell.UNKNOWN);
    }
    if (counts() != cell.said().isEmpty()) {
      return false;
    }
    return switch (this) {
      case FEN -> cell.of() == 1 && cell.amount() <= MOST_FEN;
      case BASIS_POINTS -> cell.of() == 10_000 && cell.amount() <= cell.of();
      case RATIO -> cell.of() >= 1 && cell.of() <= MOST_PARTS && cell.amount() <= cell.of();
      case MONTHS, DAYS, YEARS, COUNT, MONTH_DAY, YES_NO, CHOICE, SET ->
          cell.of() == 1 && cell.equals(again(cell));
    };
  }

  private Cell again(Cell cell) {
    return Cell.saying(ofEntitlement(), cell.words(ofEntitlement()));
  }
}
