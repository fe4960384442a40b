package io.caresettle.policy.plan;

import io.caresettle.money.Rounding;

/** First self-pay where it is rounded once for all lines of one rate, as some centres do. */
final class RateGroups {

  private RateGroups() {}

  /** Takes it off what is in scope of each line, and answers the sum. */
  static long firstSelfPay(Sheet sheet, Rounding mode) {
    long sum = 0;
    for (int i = 0; i < sheet.lines; i++) {
      if (opens(sheet, i)) {
        sum += group(sheet, i, mode);
      }
    }
    return sum;
  }

  /** The group that this line opens: its sum, rounded once, spread over its lines. */
  private static long group(Sheet sheet, int opens, Rounding mode) {
    long base = base(sheet, opens, sheet.lines);
    long first = mode.scale(base, sheet.get(opens, Sheet.RATE), sheet.get(opens, Sheet.RATE_OF));
    long running = 0;
    long spent = 0;
    for (int i = opens; i < sheet.lines; i++) {
      if (isOf(sheet, i, opens)) {
        running += base(sheet, i);
        long end = base == 0 ? 0 : Rounding.DOWN.scale(first, running, base);
        sheet.set(i, Sheet.LINE_FIRST, end - spent);
        sheet.set(i, Sheet.LINE_IN_SCOPE, base(sheet, i) - (end - spent));
        spent = end;
      }
    }
    return first;
  }

  static void tell(Sheet sheet, Working working) {
    boolean any = false;
    for (int i = 0; i < sheet.lines; i++) {
      if (opens(sheet, i)) {
        any = true;
        long rate = sheet.get(i, Sheet.RATE);
        long of = sheet.get(i, Sheet.RATE_OF);
        long base = base(sheet, i, sheet.lines);
        long first = 0;
        for (int k = i; k < sheet.lines; k++) {
          first += isOf(sheet, k, i) ? sheet.get(k, Sheet.LINE_FIRST) : 0;
        }
        working.line(i);
        working.add(
            Formula.PRODUCT, Remark.NONE, base, rate, 0, 0, of, first, base * rate - first * of);
      }
    }
    if (!any) {
      working.nothing(Remark.NO_LINE);
    }
  }

  private static boolean belongs(Sheet sheet, int line) {
    return sheet.get(line, Sheet.IN_CATALOGUE) != 0 && sheet.get(line, Sheet.RATE) > 0;
  }

  /** Whether no line before is of this line's group. */
  private static boolean opens(Sheet sheet, int line) {
    if (!belongs(sheet, line)) {
      return false;
    }
    for (int i = 0; i < line; i++) {
      if (isOf(sheet, i, line)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(Sheet sheet, int line, int opens) {
    return belongs(sheet, line)
        && Math.multiplyExact(sheet.get(line, Sheet.RATE), sheet.get(opens, Sheet.RATE_OF))
            == Math.multiplyExact(sheet.get(opens, Sheet.RATE), sheet.get(line, Sheet.RATE_OF));
  }

  private static long base(Sheet sheet, int opens, int end) {
    long base = 0;
    for (int i = opens; i < end; i++) {
      base += isOf(sheet, i, opens) ? base(sheet, i) : 0;
    }
    return base;
  }

  private static long base(Sheet sheet, int line) {
    return sheet.get(line, Sheet.LINE_AMOUNT) - sheet.get(line, Sheet.LINE_OVER);
  }
}
