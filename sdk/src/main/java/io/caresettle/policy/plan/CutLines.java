package io.caresettle.policy.plan;

import io.caresettle.money.RoundTo;
import io.caresettle.money.Rounding;

/**
 * The five cutting steps. Without a working they go over the lines once, together; with one, each
 * goes over the lines alone, so that the working reads step by step. Both come to the same.
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
      given(sheet, working);
    } else if (working.isOn() || byRateGroup) {
      stepByStep(sheet, working);
    } else {
      atOnce(sheet);
    }
    sheet.set(Sheet.BASE, sheet.get(Sheet.IN_SCOPE));
    if (sheet.get(Sheet.TOTAL) > Sheet.MOST) {
      throw new ArithmeticException("A bill of " + sheet.get(Sheet.TOTAL) + " fen");
    }
  }

  private void atOnce(Sheet sheet) {
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
      long amount = checked(amounts.scale(r[price + i], r[quantity + i], TO_FEN));
      long lineOver = 0;
      long lineFirst = 0;
      long lineOut = 0;
      if (r[inCatalogue + i] == 0) {
        lineOut = amount;
        barred += r[never + i] != 0 ? amount : 0;
      } else {
        if (r[price + i] > r[limit + i]) {
          lineOver = limits.scale(r[price + i] - r[limit + i], r[quantity + i], TO_FEN);
        }
        if (r[rate + i] > 0) {
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
    r[Sheet.TOTAL] = total;
    r[Sheet.OUT_OF_CATALOGUE] = out;
    r[Sheet.NEVER] = barred;
    r[Sheet.OVER_LIMIT] = over;
    r[Sheet.FIRST_SELF_PAY] = first;
    r[Sheet.IN_SCOPE] = total - out - over - first;
  }

  /** So many lines that their sum would not fit fit into no memory. */
  private static long checked(long amount) {
    if (amount > Sheet.MOST) {
      throw new ArithmeticException("A line of " + amount + " fen");
    }
    return amount;
  }

  private void stepByStep(Sheet sheet, Working working) {
    working.step(0);
    amounts(sheet, working);
    working.step(1);
    outOfCatalogue(sheet, working);
    working.step(2);
    overLimit(sheet, working);
    working.step(3);
    if (byRateGroup) {
      RateGroups.firstSelfPay(sheet, firsts, working);
    } else {
      firstSelfPay(sheet, working);
    }
    working.step(4);
    inScope(sheet, working);
  }

  private void amounts(Sheet sheet, Working working) {
    long total = 0;
    for (int i = 0; i < sheet.lines; i++) {
      long price = sheet.get(i, Sheet.PRICE);
      long quantity = sheet.get(i, Sheet.QUANTITY);
      long amount = checked(amounts.scale(price, quantity, TO_FEN));
      sheet.set(i, Sheet.LINE_AMOUNT, amount);
      total += amount;
      working.line(i);
      long lost = price * quantity - amount * TO_FEN; // Small, so exact even where × wraps.
      working.add(Formula.PRODUCT, Remark.NONE, price, quantity, 0, 0, TO_FEN, amount, lost);
    }
    sheet.set(Sheet.TOTAL, total);
  }

  private static void outOfCatalogue(Sheet sheet, Working working) {
    long sum = 0;
    long never = 0;
    boolean any = false;
    for (int i = 0; i < sheet.lines; i++) {
      long out = sheet.get(i, Sheet.IN_CATALOGUE) == 0 ? sheet.get(i, Sheet.LINE_AMOUNT) : 0;
      sheet.set(i, Sheet.LINE_OUT, out);
      if (sheet.get(i, Sheet.IN_CATALOGUE) == 0) {
        sum += out;
        never += sheet.get(i, Sheet.LINE_NEVER) != 0 ? out : 0;
        any = true;
        working.line(i);
        working.sum(Formula.WHOLE, Remark.NONE, out, 0, 0, 0, out);
      }
    }
    sheet.set(Sheet.OUT_OF_CATALOGUE, sum);
    sheet.set(Sheet.NEVER, never);
    nothing(any, working);
  }

  private void overLimit(Sheet sheet, Working working) {
    long sum = 0;
    boolean any = false;
    for (int i = 0; i < sheet.lines; i++) {
      long price = sheet.get(i, Sheet.PRICE);
      long limit = sheet.get(i, Sheet.LIMIT);
      long over = 0;
      if (sheet.get(i, Sheet.IN_CATALOGUE) != 0 && price > limit) {
        long quantity = sheet.get(i, Sheet.QUANTITY);
        over = limits.scale(price - limit, quantity, TO_FEN);
        sum += over;
        any = true;
        working.line(i);
        long lost = (price - limit) * quantity - over * TO_FEN;
        working.add(Formula.EXCESS, Remark.NONE, price, limit, quantity, 0, TO_FEN, over, lost);
      }
      sheet.set(i, Sheet.LINE_OVER, over);
    }
    sheet.set(Sheet.OVER_LIMIT, sum);
    nothing(any, working);
  }

  private void firstSelfPay(Sheet sheet, Working working) {
    long sum = 0;
    boolean any = false;
    for (int i = 0; i < sheet.lines; i++) {
      long rate = sheet.get(i, Sheet.RATE);
      long first = 0;
      if (sheet.get(i, Sheet.IN_CATALOGUE) != 0 && rate > 0) {
        long of = sheet.get(i, Sheet.RATE_OF);
        long base = sheet.get(i, Sheet.LINE_AMOUNT) - sheet.get(i, Sheet.LINE_OVER);
        first = firsts.scale(base, rate, of);
        sum += first;
        any = true;
        working.line(i);
        working.add(
            Formula.PRODUCT, Remark.NONE, base, rate, 0, 0, of, first, base * rate - first * of);
      }
      sheet.set(i, Sheet.LINE_FIRST, first);
    }
    sheet.set(Sheet.FIRST_SELF_PAY, sum);
    nothing(any, working);
  }

  private static void inScope(Sheet sheet, Working working) {
    long sum = 0;
    for (int i = 0; i < sheet.lines; i++) {
      long left =
          sheet.get(i, Sheet.LINE_AMOUNT)
              - sheet.get(i, Sheet.LINE_OUT)
              - sheet.get(i, Sheet.LINE_OVER)
              - sheet.get(i, Sheet.LINE_FIRST);
      sheet.set(i, Sheet.LINE_IN_SCOPE, left);
      sum += left;
    }
    sheet.set(Sheet.IN_SCOPE, sum);
    tellInScope(sheet, working);
  }

  private static void tellInScope(Sheet sheet, Working working) {
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

  private static void nothing(boolean any, Working working) {
    if (!any) {
      working.nothing(Remark.NO_LINE);
    }
  }

  /** Nothing to cut: the bill came as four totals. */
  private static void given(Sheet sheet, Working working) {
    long sum = 0;
    for (int part = 0; part < 4; part++) {
      long fen = checked(sheet.get(Sheet.GIVEN + part));
      sheet.set(Sheet.OUT_OF_CATALOGUE + part, fen);
      sum += fen;
    }
    sheet.set(Sheet.TOTAL, sum);
    working.step(0);
    working.sum(
        Formula.SUM,
        Remark.NONE,
        sheet.get(Sheet.GIVEN),
        sheet.get(Sheet.GIVEN + 1),
        sheet.get(Sheet.GIVEN + 2),
        sheet.get(Sheet.GIVEN + 3),
        sum);
    working.step(4);
    tellInScope(sheet, working);
  }
}
