package io.caresettle.policy.plan;

import io.caresettle.money.Payer;

/**
 * The same split as one would write it for this one plan: numbers of the law in the code, no step,
 * no working, no check of how large an amount is. What a plan that is data cannot be faster than.
 */
final class StraightLine {

  private final long[] amount = new long[StandardBill.LINES];
  private final long[] over = new long[StandardBill.LINES];
  private final long[] first = new long[StandardBill.LINES];
  private final long[] inScope = new long[StandardBill.LINES];

  private long total;
  private long pool;
  private long critical;
  private long aid;
  private long account;
  private long cash;

  /**
   * The same lines with what a split must not leave out: a catalogue's rate is a fraction, a
   * product may not fit 64 bits, and no bill is larger than any bill is.
   */
  long settleChecked(StandardBill bill) {
    long sum = 0;
    long scope = 0;
    for (int i = 0; i < StandardBill.LINES; i++) {
      long whole = Math.addExact(Math.multiplyExact(bill.price[i], bill.quantity[i]), 50_000_000);
      whole /= 100_000_000;
      long above = 0;
      long own = 0;
      long rest = 0;
      if (bill.inCatalogue[i]) {
        long excess = bill.price[i] - bill.limit[i];
        if (excess > 0) {
          above = Math.addExact(Math.multiplyExact(excess, bill.quantity[i]), 50_000_000);
          above /= 100_000_000;
        }
        long half = bill.rateOf[i] >> 1;
        own = Math.addExact(Math.multiplyExact(whole - above, bill.rate[i]), half) / bill.rateOf[i];
        rest = whole - above - own;
      }
      amount[i] = whole;
      over[i] = above;
      first[i] = own;
      inScope[i] = rest;
      sum += whole;
      scope += rest;
      if (sum > 1_000_000_000_000L) {
        throw new ArithmeticException("A bill of " + sum);
      }
    }
    return share(bill, sum, scope);
  }

  long settle(StandardBill bill) {
    long sum = 0;
    long scope = 0;
    for (int i = 0; i < StandardBill.LINES; i++) {
      long whole = (bill.price[i] * bill.quantity[i] + 50_000_000) / 100_000_000;
      long above = 0;
      long own = 0;
      long rest = 0;
      if (bill.inCatalogue[i]) {
        long excess = bill.price[i] - bill.limit[i];
        if (excess > 0) {
          above = (excess * bill.quantity[i] + 50_000_000) / 100_000_000;
        }
        own = share(whole - above, bill.rate[i]);
        rest = whole - above - own;
      }
      amount[i] = whole;
      over[i] = above;
      first[i] = own;
      inScope[i] = rest;
      sum += whole;
      scope += rest;
    }
    return share(bill, sum, scope);
  }

  private long share(StandardBill bill, long sum, long scope) {
    long deductible = Math.min(scope, Math.max(0, 60_000 - bill.deductibleUsed));
    long left = scope - deductible;
    long given = share(Math.min(left, 300_000), 8_500);
    if (left > 300_000) {
      given += share(Math.min(left, 1_000_000) - 300_000, 9_000);
    }
    if (left > 1_000_000) {
      given += share(left - 1_000_000, 9_500);
    }
    total = sum;
    pool = Math.min(given, Math.max(0, 2_500_000 - bill.poolPaid));
    long burden = left - pool;
    critical = tiers(bill.burden + burden) - tiers(bill.burden);
    long helped = Math.max(0, scope - pool - critical - 50_000);
    aid = Math.min(share(helped, 7_000), Math.max(0, 3_000_000 - bill.aidPaid));
    account = Math.min(sum - pool - critical - aid, Math.max(0, bill.balance));
    cash = sum - pool - critical - aid - account;
    return cash;
  }

  private static long tiers(long burden) {
    if (burden <= 100_000) {
      return 0;
    }
    long given = share(Math.min(burden, 200_000) - 100_000, 6_000);
    if (burden > 200_000) {
      given += share(Math.min(burden, 400_000) - 200_000, 6_500);
    }
    if (burden > 400_000) {
      given += share(Math.min(burden, 800_000) - 400_000, 7_000);
    }
    if (burden > 800_000) {
      given += share(burden - 800_000, 8_000);
    }
    return given;
  }

  private static long share(long fen, long basisPoints) {
    return (fen * basisPoints + 5_000) / 10_000;
  }

  /** That both are the same split, or nothing is compared. */
  void mustEqual(Sheet sheet) {
    long[] ours = {
      sheet.total(),
      sheet.paid(Payer.POOL_FUND),
      sheet.paid(Payer.CRITICAL_ILLNESS),
      sheet.paid(Payer.MEDICAL_AID),
      sheet.paid(Payer.PERSONAL_ACCOUNT),
      sheet.paid(Payer.CASH)
    };
    long[] here = {total, pool, critical, aid, account, cash};
    for (int i = 0; i < here.length; i++) {
      if (here[i] != ours[i]) {
        throw new IllegalStateException("Amount " + i + ": " + ours[i] + " beside " + here[i]);
      }
    }
    for (int i = 0; i < amount.length; i++) {
      if (sheet.lineAmount(i) != amount[i]
          || sheet.lineOverLimit(i) != over[i]
          || sheet.lineFirstSelfPay(i) != first[i]
          || sheet.lineInScope(i) != inScope[i]) {
        throw new IllegalStateException("Line " + i + " beside another");
      }
    }
  }
}
