package io.caresettle.policy.plan;

import io.caresettle.money.Rounding;

/** Tells how lines were cut, step by step, from what the cuts left in the sheet. */
final class CutTelling {

  private final Sheet sheet;
  private final Working working;

  CutTelling(Sheet sheet, Working working) {
    this.sheet = sheet;
    this.working = working;
  }

  /** Into a new working, which begins at the first step. */
  void tell(Rounding limits, boolean byRateGroup) {
    if (sheet.get(Sheet.TOTALS_GIVEN) != 0) {
      working.sum(
          Formula.SUM,
          Remark.NONE,
          sheet.get(Sheet.GIVEN),
          sheet.get(Sheet.GIVEN + 1),
          sheet.get(Sheet.GIVEN + 2),
          sheet.get(Sheet.GIVEN + 3),
          sheet.get(Sheet.TOTAL));
    } else {
      amounts();
      working.step(1);
      outOfCatalogue();
      working.step(2);
      overLimit(limits);
      working.step(3);
      if (byRateGroup) {
        RateGroups.tell(sheet, working);
      } else {
        firstSelfPay();
      }
    }
    working.step(4);
    inScope();
  }

  private void amounts() {
    for (int i = 0; i < sheet.lines; i++) {
      long price = sheet.get(i, Sheet.PRICE);
      long quantity = sheet.get(i, Sheet.QUANTITY);
      long amount = sheet.get(i, Sheet.LINE_AMOUNT);
      working.line(i);
      // What is lost is small, so exact even where × wraps.
      long lost = price * quantity - amount * CutLines.TO_FEN;
      working.add(
          Formula.PRODUCT, Remark.NONE, price, quantity, 0, 0, CutLines.TO_FEN, amount, lost);
    }
  }

  private void outOfCatalogue() {
    boolean any = false;
    for (int i = 0; i < sheet.lines; i++) {
      if (sheet.get(i, Sheet.IN_CATALOGUE) == 0) {
        any = true;
        working.line(i);
        long out = sheet.lineOutOfCatalogue(i);
        working.sum(Formula.WHOLE, Remark.NONE, out, 0, 0, 0, out);
      }
    }
    nothing(any);
  }

  private void overLimit(Rounding limits) {
    boolean any = false;
    for (int i = 0; i < sheet.lines; i++) {
      long price = sheet.get(i, Sheet.PRICE);
      long limit = sheet.get(i, Sheet.LIMIT);
      if (sheet.get(i, Sheet.IN_CATALOGUE) != 0 && price > limit) {
        any = true;
        long quantity = sheet.get(i, Sheet.QUANTITY);
        long rounded = limits.scale(price - limit, quantity, CutLines.TO_FEN);
        long lost = (price - limit) * quantity - rounded * CutLines.TO_FEN;
        working.line(i);
        working.add(
            Formula.EXCESS, Remark.NONE, price, limit, quantity, 0, CutLines.TO_FEN, rounded, lost);
        long over = sheet.get(i, Sheet.LINE_OVER);
        if (over < rounded) {
          working.sum(Formula.LESSER, Remark.NONE, rounded, over, 0, 0, over);
        }
      }
    }
    nothing(any);
  }

  private void firstSelfPay() {
    boolean any = false;
    for (int i = 0; i < sheet.lines; i++) {
      long rate = sheet.get(i, Sheet.RATE);
      if (sheet.get(i, Sheet.IN_CATALOGUE) != 0 && rate > 0) {
        any = true;
        long of = sheet.get(i, Sheet.RATE_OF);
        long base = sheet.get(i, Sheet.LINE_AMOUNT) - sheet.get(i, Sheet.LINE_OVER);
        long first = sheet.get(i, Sheet.LINE_FIRST);
        working.line(i);
        working.add(
            Formula.PRODUCT, Remark.NONE, base, rate, 0, 0, of, first, base * rate - first * of);
      }
    }
    nothing(any);
  }

  private void nothing(boolean any) {
    if (!any) {
      working.nothing(Remark.NO_LINE);
    }
  }

  private void inScope() {
    long sum = sheet.get(Sheet.IN_SCOPE);
    working.sum(
        Formula.REST,
        sum == 0 ? Remark.NOTHING_LEFT : Remark.NONE,
        sheet.get(Sheet.TOTAL),
        sheet.get(Sheet.OUT_OF_CATALOGUE),
        sheet.get(Sheet.OVER_LIMIT),
        sheet.get(Sheet.FIRST_SELF_PAY),
        sum);
  }
}
