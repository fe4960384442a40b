package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.Rounding;
import java.util.List;

/** How the paying steps run. */
final class PayingOperations {

  private static final long ACCOUNT = Sheet.bit(Payer.PERSONAL_ACCOUNT);
  private static final long FAMILY = Sheet.bit(Payer.FAMILY_ACCOUNT);

  private PayingOperations() {}

  /** Cuts the layers from the last back until they fit. */
  static final class OverallCap extends Operation {
    private final long numerator;
    private final long of;
    private final int[] payers;
    private final int[] accumulators;

    /**
     * @param payers of each layer, in the order of the plan
     * @param accumulators what counts the layer's payments; below zero where nothing does
     */
    OverallCap(int index, Paying.OverallCap step, int[] payers, int[] accumulators) {
      super(index);
      Rate rate = step.rate().parts();
      this.numerator = rate.numerator();
      this.of = rate.denominator();
      this.payers = payers.clone();
      this.accumulators = accumulators.clone();
    }

    @Override
    void run(Sheet sheet, Working working) {
      long total = sheet.get(Sheet.TOTAL);
      long cap = Rounding.DOWN.scale(total, numerator, of);
      long funds = sheet.get(Sheet.FUNDS);
      if (working.isOn()) {
        long lost = total * numerator - cap * of;
        working.add(Formula.CAP, Remark.NONE, total, numerator, 0, 0, of, cap, lost);
        Remark remark = funds > cap ? Remark.CAP_REACHED : Remark.NONE;
        working.sum(Formula.LESSER, remark, funds, cap, 0, 0, Math.min(funds, cap));
      }
      long excess = funds - cap;
      for (int at = payers.length - 1; at >= 0; at--) {
        long paid = sheet.layerPaid(at);
        long cut = Math.min(excess, paid);
        if (cut > 0) {
          sheet.pay(at, payers[at], -cut);
          if (accumulators[at] >= 0) {
            sheet.grow(accumulators[at], -cut);
          }
          working.sum(Formula.REST, Remark.CAP_REACHED, paid, cut, 0, 0, paid - cut);
          excess -= cut;
        }
      }
    }
  }

  /** Pays before the deductible. */
  static final class AccountFirst extends Operation {
    private final Purse[] purses;

    AccountFirst(int index, Paying.AccountFirst step) {
      super(index);
      this.purses = step.purses().toArray(new Purse[0]);
    }

    @Override
    void run(Sheet sheet, Working working) {
      if (!sheet.isOpen(ACCOUNT)) {
        working.nothing(Remark.ACCOUNT_CLOSED);
        return;
      }
      long base = sheet.get(Sheet.BASE);
      long paid = draw(sheet, purses, base, working);
      sheet.set(Sheet.ACCOUNT_FIRST, paid);
      sheet.set(Sheet.BASE, base - paid);
    }
  }

  /** Pays what it may of what the funds left. */
  static final class Account extends Operation {
    private final Purse[] purses;
    private final int[] parts;

    Account(int index, Paying.Account step) {
      super(index);
      this.purses = step.purses().toArray(new Purse[0]);
      this.parts = parts(step.mayPay());
    }

    @Override
    void run(Sheet sheet, Working working) {
      lay(sheet);
      if (!sheet.isOpen(ACCOUNT)) {
        working.nothing(Remark.ACCOUNT_CLOSED);
        return;
      }
      long payable = payable(sheet, parts);
      take(sheet, parts, Sheet.ACCOUNT_TOOK, draw(sheet, purses, payable, working));
    }
  }

  /** Pays what the own account left of what the family may pay. */
  static final class FamilyAccount extends Operation {
    private final int[] parts;
    private final boolean laysParts;

    FamilyAccount(int index, Paying.FamilyAccount step, boolean laysParts) {
      super(index);
      this.parts = parts(step.mayPay());
      this.laysParts = laysParts;
    }

    @Override
    void run(Sheet sheet, Working working) {
      if (laysParts) {
        lay(sheet);
      }
      if (!sheet.isOpen(FAMILY)) {
        working.nothing(Remark.PAYER_CLOSED);
        return;
      }
      long payable = payable(sheet, parts);
      if (payable == 0 || sheet.families == 0) {
        working.nothing(payable == 0 ? Remark.NOTHING_LEFT : Remark.NO_FAMILY);
        return;
      }
      long left = payable;
      for (int i = 0; i < sheet.families; i++) {
        long balance = sheet.familyBalance(i);
        long paid = Math.min(left, balance);
        sheet.takeFamily(i, paid);
        if (working.isOn()) {
          Remark remark = drawn(left, balance, paid, sheet.isOverdrawn(i));
          working.sum(Formula.LESSER, remark, left, balance, 0, 0, paid);
        }
        left -= paid;
      }
      take(sheet, parts, Sheet.FAMILY_TOOK, payable - left);
    }
  }

  /** Pays the rest. */
  static final class Cash extends Operation {
    Cash(int index) {
      super(index);
    }

    @Override
    void run(Sheet sheet, Working working) {
      long total = sheet.get(Sheet.TOTAL);
      long funds = sheet.get(Sheet.FUNDS);
      long account = sheet.get(Sheet.PAID + Payer.PERSONAL_ACCOUNT.place());
      long family = sheet.get(Sheet.PAID + Payer.FAMILY_ACCOUNT.place());
      long cash = total - funds - account - family;
      sheet.set(Sheet.PAID + Payer.CASH.place(), cash);
      working.sum(Formula.REST, Remark.NONE, total, funds, account, family, cash);
    }
  }

  private static long draw(Sheet sheet, Purse[] purses, long payable, Working working) {
    long left = payable;
    for (Purse purse : purses) {
      long balance = sheet.left(purse);
      long paid = Math.min(left, balance);
      sheet.take(purse, paid);
      boolean told = purses.length == 1 || paid > 0 || (purse == purses[0] && balance > 0);
      if (working.isOn() && told) {
        Remark remark = drawn(left, balance, paid, sheet.isOverdrawn());
        working.sum(Formula.LESSER, remark, left, balance, 0, 0, paid);
      }
      left -= paid;
    }
    if (working.isOn() && purses.length > 1 && left == payable && sheet.left(purses[0]) == 0) {
      working.sum(Formula.LESSER, drawn(payable, 0, 0, sheet.isOverdrawn()), payable, 0, 0, 0, 0);
    }
    return payable - left;
  }

  private static Remark drawn(long payable, long balance, long paid, boolean overdrawn) {
    if (payable == 0) {
      return Remark.NOTHING_LEFT;
    }
    if (balance == 0) {
      return overdrawn ? Remark.OVERDRAWN : Remark.BALANCE_ZERO;
    }
    return paid < payable ? Remark.BALANCE_SHORT : Remark.NONE;
  }

  /** In their order, in which the step has them. */
  private static int[] parts(List<Part> mayPay) {
    int[] places = new int[mayPay.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = mayPay.get(i).place();
    }
    return places;
  }

  /** What funds paid lies first in in-scope cost, then in first self-pay. */
  private static void lay(Sheet sheet) {
    long[] r = sheet.registers;
    long scope = r[Sheet.IN_SCOPE] - r[Sheet.ACCOUNT_FIRST];
    long left = scope - r[Sheet.FUNDS];
    long inLeft = Math.max(0, left);
    long deductible = Math.min(r[Sheet.DEDUCTIBLE], inLeft);
    r[Sheet.PART + Part.DEDUCTIBLE.place()] = deductible;
    r[Sheet.PART + Part.COINSURANCE.place()] = inLeft - deductible;
    r[Sheet.PART + Part.FIRST_SELF_PAY.place()] = r[Sheet.FIRST_SELF_PAY] + Math.min(0, left);
    r[Sheet.PART + Part.OVER_LIMIT.place()] = r[Sheet.OVER_LIMIT];
    r[Sheet.PART + Part.OUT_OF_CATALOGUE.place()] = r[Sheet.OUT_OF_CATALOGUE] - r[Sheet.NEVER];
  }

  private static long payable(Sheet sheet, int[] parts) {
    long sum = 0;
    for (int part : parts) {
      sum += sheet.get(Sheet.PART + part);
    }
    return sum;
  }

  private static void take(Sheet sheet, int[] parts, int took, long paid) {
    long rest = paid;
    for (int part : parts) {
      long taken = Math.min(rest, sheet.get(Sheet.PART + part));
      sheet.set(took + part, taken);
      sheet.set(Sheet.PART + part, sheet.get(Sheet.PART + part) - taken);
      rest -= taken;
    }
  }
}
