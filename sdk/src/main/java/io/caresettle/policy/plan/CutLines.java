package io.caresettle.policy.plan;

import io.caresettle.money.RoundTo;
import io.caresettle.money.Rounding;

/**
 * The five cutting steps, which go over the lines once, together. A working keeps the lines as they
 * came out; {@link CutTelling} tells it step by step, when somebody reads it.
 */
final class CutLines extends Operation {

  /** Millionths of a yuan × ten-thousandths of a unit, to a fen. */
  static final long TO_FEN = 100_000_000;

  private final Rounding amounts;
  private final Rounding limits;
  private final Rounding firsts;
  private final boolean byRateGroup;

  CutLines(Cutting.LineTotal amounts, Cutting.PriceLimit limits, Cutting.FirstSelfPay firsts) {
    super(0);
    this.amounts = mode(amounts.to());
    this.limits = mode(limits.to());
    this.firsts = mode(firsts.to());
    this.byRateGroup = firsts.byRateGroup();
  }

  private static Rounding mode(RoundTo to) {
    if (to.unit() != 1) {
      throw new IllegalArgumentException("Lines are rounded to a fen, not to " + to.unit());
    }
    return to.mode();
  }

  @Override
  void run(Sheet sheet, Working working) {
    if (sheet.get(Sheet.TOTALS_GIVEN) != 0) {
      given(sheet);
    } else {
      cut(sheet);
    }
    sheet.set(Sheet.BASE, sheet.get(Sheet.IN_SCOPE));
    working.keep(sheet);
  }

  private void cut(Sheet sheet) {
    long[] r = sheet.registers;
    int end = sheet.row(sheet.lines);
    long total = 0;
    long out = 0;
    long over = 0;
    long first = 0;
    long barred = 0;
    for (int at = sheet.row(0); at < end; at += Sheet.WIDTH) {
      long price = r[at + Sheet.PRICE];
      long quantity = r[at + Sheet.QUANTITY];
      long amount = within(total, amounts.scale(price, quantity, TO_FEN));
      long lineOver = 0;
      long lineFirst = 0;
      long lineOut = 0;
      if (r[at + Sheet.IN_CATALOGUE] == 0) {
        lineOut = amount;
        barred += r[at + Sheet.LINE_NEVER] != 0 ? amount : 0;
      } else {
        long excess = price - r[at + Sheet.LIMIT];
        if (excess > 0) {
          // Rounded up where the line was rounded down it may be more than the line.
          lineOver = Math.min(amount, limits.scale(excess, quantity, TO_FEN));
        }
        long rate = r[at + Sheet.RATE];
        if (rate > 0 && !byRateGroup) {
          lineFirst = firsts.scale(amount - lineOver, rate, r[at + Sheet.RATE_OF]);
        }
      }
      r[at + Sheet.LINE_AMOUNT] = amount;
      r[at + Sheet.LINE_OUT] = lineOut;
      r[at + Sheet.LINE_OVER] = lineOver;
      r[at + Sheet.LINE_FIRST] = lineFirst;
      r[at + Sheet.LINE_IN_SCOPE] = amount - lineOut - lineOver - lineFirst;
      total += amount;
      out += lineOut;
      over += lineOver;
      first += lineFirst;
    }
    if (byRateGroup) {
      first = RateGroups.firstSelfPay(sheet, firsts);
    }
    r[Sheet.TOTAL] = total;
    r[Sheet.OUT_OF_CATALOGUE] = out;
    r[Sheet.NEVER] = barred;
    r[Sheet.OVER_LIMIT] = over;
    r[Sheet.FIRST_SELF_PAY] = first;
    r[Sheet.IN_SCOPE] = total - out - over - first;
  }

  /** An amount that the sum so far has room for. */
  private static long within(long sum, long amount) {
    if (amount > Sheet.MOST - sum) {
      throw new ArithmeticException("A bill of " + sum + " fen and " + amount + " more");
    }
    return amount;
  }

  /** Nothing to cut: the bill came as four totals. */
  private static void given(Sheet sheet) {
    sheet.clearLines();
    long sum = 0;
    for (int part = 0; part < 4; part++) {
      long fen = within(sum, sheet.get(Sheet.GIVEN + part));
      sheet.set(Sheet.OUT_OF_CATALOGUE + part, fen);
      sum += fen;
    }
    sheet.set(Sheet.TOTAL, sum);
  }

  /** Tells the cuts of a sheet that this ran over. */
  void tell(Sheet sheet, Working working) {
    new CutTelling(sheet, working).tell(limits, byRateGroup);
  }
}
