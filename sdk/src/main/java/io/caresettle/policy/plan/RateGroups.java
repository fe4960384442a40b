package io.caresettle.policy.plan;

import io.caresettle.money.Rounding;

/** First self-pay where it is rounded once for all lines of one rate, as some centres do. */
final class RateGroups {

  private RateGroups() {}

  static void firstSelfPay(Sheet sheet, Rounding mode, Working working) {
    for (int i = 0; i < sheet.lines; i++) {
      sheet.set(i, Sheet.LINE_FIRST, belongs(sheet, i) ? -1 : 0);
    }
    long sum = 0;
    for (int i = 0; i < sheet.lines; i++) {
      if (sheet.get(i, Sheet.LINE_FIRST) < 0) {
        sum += group(sheet, i, mode, working);
      }
    }
    sheet.set(Sheet.FIRST_SELF_PAY, sum);
    if (sum == 0 && none(sheet)) {
      working.nothing(Remark.NO_LINE);
    }
  }

  private static boolean belongs(Sheet sheet, int line) {
    return sheet.get(line, Sheet.IN_CATALOGUE) != 0 && sheet.get(line, Sheet.RATE) > 0;
  }

  private static boolean none(Sheet sheet) {
    for (int i = 0; i < sheet.lines; i++) {
      if (belongs(sheet, i)) {
        return false;
      }
    }
    return true;
  }

  /** The group that this line opens: its sum, rounded once, spread over its lines. */
  private static long group(Sheet sheet, int opens, Rounding mode, Working working) {
    long rate = sheet.get(opens, Sheet.RATE);
    long of = sheet.get(opens, Sheet.RATE_OF);
    long base = 0;
    for (int i = opens; i < sheet.lines; i++) {
      if (isOf(sheet, i, rate, of)) {
        base += base(sheet, i);
      }
    }
    long first = mode.scale(base, rate, of);
    working.line(opens);
    working.add(
        Formula.PRODUCT, Remark.NONE, base, rate, 0, 0, of, first, base * rate - first * of);
    long running = 0;
    long spent = 0;
    for (int i = opens; i < sheet.lines; i++) {
      if (sheet.get(i, Sheet.LINE_FIRST) < 0 && isOf(sheet, i, rate, of)) {
        running += base(sheet, i);
        long end = base == 0 ? 0 : Rounding.DOWN.scale(first, running, base);
        sheet.set(i, Sheet.LINE_FIRST, end - spent);
        spent = end;
      }
    }
    return first;
  }

  private static boolean isOf(Sheet sheet, int line, long rate, long of) {
    return belongs(sheet, line)
        && Math.multiplyExact(sheet.get(line, Sheet.RATE), of)
            == Math.multiplyExact(rate, sheet.get(line, Sheet.RATE_OF));
  }

  private static long base(Sheet sheet, int line) {
    return sheet.get(line, Sheet.LINE_AMOUNT) - sheet.get(line, Sheet.LINE_OVER);
  }
}
