package io.caresettle.policy.plan;

import io.caresettle.money.Rounding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * One step of a plan. The kinds are closed; what each does is said where it is done.
 *
 * <p>Registers are fen in the caller's {@link Sheet}; a run allocates nothing. Where a bound is
 * "within" (以内) the number itself belongs to it, so every comparison here is with the number.
 */
public sealed interface Step {

  Basis basis();

  void run(Sheet sheet, Working working);

  /** The number of the law that the step uses, where it uses one. */
  default Optional<PolicyValue> value() {
    return Optional.empty();
  }

  /** How the step loses a fraction of a fen, where it can lose one. */
  default Optional<Rounding> rounding() {
    return Optional.empty();
  }

  /** The sum that the step's working shows. */
  Formula formula();

  /** Amount of a line: unit price × quantity, rounded. The bill's total is the sum of these. */
  record LineTotal(Basis basis, Rounding mode) implements Step {

    /** Millionths of a yuan × ten-thousandths of a unit, to a fen. */
    static final long TO_FEN = 100_000_000;

    @Override
    public void run(Sheet sheet, Working working) {
      long total = 0;
      for (int i = 0; i < sheet.lines; i++) {
        long price = sheet.get(i, Sheet.PRICE);
        long quantity = sheet.get(i, Sheet.QUANTITY);
        long amount = mode.scale(price, quantity, TO_FEN);
        sheet.set(i, Sheet.LINE_AMOUNT, amount);
        total = Math.addExact(total, amount);
        long lost = price * quantity - amount * TO_FEN; // Small, so exact even where × wraps.
        working.rounded(i, Remark.NONE, price, quantity, 0, 0, TO_FEN, amount, lost);
      }
      sheet.set(Sheet.TOTAL, total);
    }

    @Override
    public Optional<Rounding> rounding() {
      return Optional.of(mode);
    }

    @Override
    public Formula formula() {
      return Formula.PRODUCT;
    }
  }

  /** Class C: the whole line is the patient's. */
  record OutOfCatalogue(Basis basis) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
      long sum = 0;
      boolean any = false;
      for (int i = 0; i < sheet.lines; i++) {
        if (sheet.get(i, Sheet.IN_CATALOGUE) == 0) {
          long amount = sheet.get(i, Sheet.LINE_AMOUNT);
          sheet.set(i, Sheet.LINE_OUT, amount);
          sum += amount; // No more than the total, which was checked.
          any = true;
          working.sum(i, Remark.NONE, amount, 0, 0, 0, amount);
        }
      }
      sheet.set(Sheet.OUT_OF_CATALOGUE, sum);
      if (!any) {
        working.nothing(Remark.NO_LINE);
      }
    }

    @Override
    public Formula formula() {
      return Formula.WHOLE;
    }
  }

  /** What a unit costs above the limit, times the quantity, rounded. */
  record PriceLimit(Basis basis, Rounding mode) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
      long sum = 0;
      boolean any = false;
      for (int i = 0; i < sheet.lines; i++) {
        long price = sheet.get(i, Sheet.PRICE);
        long limit = sheet.get(i, Sheet.LIMIT);
        if (sheet.get(i, Sheet.IN_CATALOGUE) != 0 && price > limit) {
          long quantity = sheet.get(i, Sheet.QUANTITY);
          long over = mode.scale(price - limit, quantity, LineTotal.TO_FEN);
          sheet.set(i, Sheet.LINE_OVER, over);
          sum += over;
          any = true;
          long lost = (price - limit) * quantity - over * LineTotal.TO_FEN;
          working.rounded(i, Remark.NONE, price, limit, quantity, 0, LineTotal.TO_FEN, over, lost);
        }
      }
      sheet.set(Sheet.OVER_LIMIT, sum);
      if (!any) {
        working.nothing(Remark.NO_LINE);
      }
    }

    @Override
    public Optional<Rounding> rounding() {
      return Optional.of(mode);
    }

    @Override
    public Formula formula() {
      return Formula.EXCESS;
    }
  }

  /** The patient's first slice of what the price limit left of a line, rounded. */
  record FirstSelfPay(Basis basis, Rounding mode) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
      long sum = 0;
      boolean any = false;
      for (int i = 0; i < sheet.lines; i++) {
        long rate = sheet.get(i, Sheet.RATE);
        if (sheet.get(i, Sheet.IN_CATALOGUE) != 0 && rate > 0) {
          long of = sheet.get(i, Sheet.RATE_OF);
          long base = sheet.get(i, Sheet.LINE_AMOUNT) - sheet.get(i, Sheet.LINE_OVER);
          long first = mode.scale(base, rate, of);
          sheet.set(i, Sheet.LINE_FIRST, first);
          sum += first;
          any = true;
          working.rounded(i, Remark.NONE, base, rate, 0, 0, of, first, base * rate - first * of);
        }
      }
      sheet.set(Sheet.FIRST_SELF_PAY, sum);
      if (!any) {
        working.nothing(Remark.NO_LINE);
      }
    }

    @Override
    public Optional<Rounding> rounding() {
      return Optional.of(mode);
    }

    @Override
    public Formula formula() {
      return Formula.PRODUCT;
    }
  }

  /** What is left of each line, by subtraction, so that a line's parts always make the line. */
  record InScope(Basis basis) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
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
      working.sum(
          -1,
          sum == 0 ? Remark.NOTHING_LEFT : Remark.NONE,
          sheet.get(Sheet.TOTAL),
          sheet.get(Sheet.OUT_OF_CATALOGUE),
          sheet.get(Sheet.OVER_LIMIT),
          sheet.get(Sheet.FIRST_SELF_PAY),
          sum);
    }

    @Override
    public Formula formula() {
      return Formula.REST;
    }
  }

  /** What the patient pays first in a settlement year; the accumulator grows by it. */
  record Deductible(Basis basis, PolicyValue number, int accumulator) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
      if (sheet.get(Sheet.POOL_OPEN) == 0) {
        working.nothing(Remark.POOL_CLOSED);
        return;
      }
      long inScope = sheet.get(Sheet.IN_SCOPE);
      long before = sheet.before(accumulator);
      long taken = Steps.lesser(inScope, number.amount(), before);
      sheet.set(Sheet.DEDUCTIBLE, taken);
      sheet.set(Sheet.BASE, inScope - taken);
      sheet.grow(accumulator, taken);
      working.sum(
          -1,
          Steps.deductibleRemark(inScope, taken, number.amount(), before),
          inScope,
          number.amount(),
          before,
          0,
          taken);
    }

    @Override
    public Optional<PolicyValue> value() {
      return Optional.of(number);
    }

    @Override
    public Formula formula() {
      return Formula.LESSER;
    }
  }

  /** How much cost the fund looks at in a year; what lies beyond stays with the patient. */
  record CostLimit(Basis basis, PolicyValue number, int accumulator) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
      Steps.limit(Sheet.BASE, number, accumulator, sheet, working);
    }

    @Override
    public Optional<PolicyValue> value() {
      return Optional.of(number);
    }

    @Override
    public Formula formula() {
      return Formula.LESSER;
    }
  }

  /** The fund's share of what lies above the deductible, rounded. */
  record Share(Basis basis, PolicyValue number, Rounding mode) implements Step {

    private static final long BASIS_POINTS = 10_000;

    @Override
    public void run(Sheet sheet, Working working) {
      if (sheet.get(Sheet.POOL_OPEN) == 0) {
        working.nothing(Remark.POOL_CLOSED);
        return;
      }
      long base = sheet.get(Sheet.BASE);
      long fund = mode.scale(base, number.amount(), BASIS_POINTS);
      sheet.set(Sheet.FUND, fund);
      working.rounded(
          -1,
          base == 0 ? Remark.NOTHING_LEFT : Remark.NONE,
          base,
          number.amount(),
          0,
          0,
          BASIS_POINTS,
          fund,
          base * number.amount() - fund * BASIS_POINTS);
    }

    @Override
    public Optional<PolicyValue> value() {
      return Optional.of(number);
    }

    @Override
    public Optional<Rounding> rounding() {
      return Optional.of(mode);
    }

    @Override
    public Formula formula() {
      return Formula.PRODUCT;
    }
  }

  /** How much the fund pays in a year at most; the accumulator grows by what it pays. */
  record PaymentLimit(Basis basis, PolicyValue number, int accumulator) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
      Steps.limit(Sheet.FUND, number, accumulator, sheet, working);
    }

    @Override
    public Optional<PolicyValue> value() {
      return Optional.of(number);
    }

    @Override
    public Formula formula() {
      return Formula.LESSER;
    }
  }

  /** The account pays of the named parts what it holds, after the fund and before cash. */
  record Account(Basis basis, List<Part> mayPay) implements Step {

    public Account {
      mayPay = List.copyOf(EnumSet.copyOf(mayPay));
    }

    @Override
    public void run(Sheet sheet, Working working) {
      if (sheet.get(Sheet.ACCOUNT_OPEN) == 0) {
        working.nothing(Remark.ACCOUNT_CLOSED);
        return;
      }
      long payable = 0;
      for (int i = 0; i < mayPay.size(); i++) {
        payable += Steps.part(mayPay.get(i), sheet);
      }
      long balance = sheet.get(Sheet.BALANCE);
      // An overdrawn account pays nothing; it is not paid into here either.
      long paid = Steps.lesser(payable, balance, 0);
      sheet.set(Sheet.ACCOUNT, paid);
      working.sum(-1, Steps.accountRemark(payable, balance, paid), payable, balance, 0, 0, paid);
    }

    @Override
    public Formula formula() {
      return Formula.LESSER;
    }
  }

  /** The rest, by subtraction, so that the payers' parts always make the bill. */
  record Cash(Basis basis) implements Step {

    @Override
    public void run(Sheet sheet, Working working) {
      long total = sheet.get(Sheet.TOTAL);
      long fund = sheet.get(Sheet.FUND);
      long account = sheet.get(Sheet.ACCOUNT);
      long cash = total - fund - account;
      sheet.set(Sheet.CASH, cash);
      working.sum(-1, Remark.NONE, total, fund, account, 0, cash);
    }

    @Override
    public Formula formula() {
      return Formula.REST;
    }
  }
}
