package io.caresettle.policy.plan;

/** What several kinds of step have in common. */
final class Steps {

  private Steps() {}

  /** The lesser of {@code wanted} and what {@code used} leaves of {@code limit}. */
  static long lesser(long wanted, long limit, long used) {
    return Math.min(wanted, Math.max(0, limit - used));
  }

  /** Cuts a register down to what is left of a year's limit, and counts what remains in it. */
  static void limit(
      int register, PolicyValue limit, int accumulator, Sheet sheet, Working working) {
    if (sheet.get(Sheet.POOL_OPEN) == 0) {
      working.nothing(Remark.POOL_CLOSED);
      return;
    }
    long wanted = sheet.get(register);
    long before = sheet.before(accumulator);
    long counted = lesser(wanted, limit.amount(), before);
    sheet.set(register, counted);
    sheet.grow(accumulator, counted);
    Remark remark = Remark.NONE;
    if (wanted == 0) {
      remark = Remark.NOTHING_LEFT;
    } else if (counted < wanted) {
      remark = counted == 0 ? Remark.LIMIT_USED_UP : Remark.LIMIT_REACHED;
    }
    working.sum(-1, remark, wanted, limit.amount(), before, 0, counted);
  }

  static Remark deductibleRemark(long inScope, long taken, long amount, long before) {
    if (inScope == 0) {
      return Remark.NOTHING_LEFT;
    }
    if (taken == inScope) {
      return Remark.ALL_BELOW;
    }
    return taken == 0 && before >= amount && amount > 0 ? Remark.ALREADY_MET : Remark.NONE;
  }

  static Remark accountRemark(long payable, long balance, long paid) {
    if (payable == 0) {
      return Remark.NOTHING_LEFT;
    }
    if (balance <= 0) {
      return Remark.BALANCE_ZERO;
    }
    return paid < payable ? Remark.BALANCE_SHORT : Remark.NONE;
  }

  static long part(Part part, Sheet sheet) {
    return switch (part) {
      case DEDUCTIBLE -> sheet.get(Sheet.DEDUCTIBLE);
      case COINSURANCE ->
          sheet.get(Sheet.IN_SCOPE) - sheet.get(Sheet.DEDUCTIBLE) - sheet.get(Sheet.FUND);
      case FIRST_SELF_PAY -> sheet.get(Sheet.FIRST_SELF_PAY);
      case OVER_LIMIT -> sheet.get(Sheet.OVER_LIMIT);
      case OUT_OF_CATALOGUE -> sheet.get(Sheet.OUT_OF_CATALOGUE);
    };
  }
}
