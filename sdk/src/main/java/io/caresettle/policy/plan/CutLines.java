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
    int lines = sheet.lines;
    int price = sheet.column(Sheet.PRICE);
    int quantity = sheet.column(Sheet.QUANTITY);
    int inCatalogue = sheet.column(Sheet.IN_CATALOGUE);
    int rate = sheet.column(Sheet.RATE);
    int rateOf = sheet.column(Sheet.RATE_OF);
    int limit = sheet.column(Sheet.LIMIT);
    int never = sheet.column(Sheet.LINE_NEVER);
    int amounted = sheet.column(Sheet.LINE_AMOUNT);
    int outed = sheet.column(Sheet.LINE_OUT);
    int overed = sheet.column(Sheet.LINE_OVER);
    int firsted = sheet.column(Sheet.LINE_FIRST);
    int scoped = sheet.column(Sheet.LINE_IN_SCOPE);
    long total = 0;
    long out = 0;
    long over = 0;
    long first = 0;
    long barred = 0;
    for (int i = 0; i < lines; i++) {
      long amount = within(total, amounts.scale(r[price + i], r[quantity + i], TO_FEN));
      long lineOver = 0;
      long lineFirst = 0;
      long lineOut = 0;
      if (r[inCatalogue + i] == 0) {
        lineOut = amount;
        barred += r[never + i] != 0 ? amount : 0;
      } else {
        if (r[price + i] > r[limit + i]) {
          lineOver = limits.scale(r[price + i] - r[limit + i], r[quantity + i], TO_FEN);
          lineOver = Math.min(lineOver, amount); // Rounded up where the line was rounded down.
        }
        if (r[rate + i] > 0 && !byRateGroup) {
          lineFirst = firsts.scale(amount - lineOver, r[rate + i], r[rateOf + i]);
        }
      }
      r[amounted + i] = amount;
      r[outed + i] = lineOut;
      r[overed + i] = lineOver;
      r[firsted + i] = lineFirst;
      r[scoped + i] = amount - lineOut - lineOver - lineFirst;
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
