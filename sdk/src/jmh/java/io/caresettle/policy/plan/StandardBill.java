package io.caresettle.policy.plan;

import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The bill that all are measured by: 20 lines, 3 bands of the pool with a deductible before and a
 * ceiling above, 4 tiers of critical illness, medical aid, account and cash.
 */
final class StandardBill {

  static final int LINES = 20;

  static final long DEDUCTIBLE = 60_000;
  static final long[] BAND_ENDS = {300_000, 1_000_000, Long.MAX_VALUE};
  static final long[] BAND_RATES = {8_500, 9_000, 9_500};
  static final long CEILING = 2_500_000;
  static final long[] TIERS = {100_000, 200_000, 400_000, 800_000};
  static final long[] TIER_RATES = {6_000, 6_500, 7_000, 8_000};
  static final long AID_ABOVE = 50_000;
  static final long AID_RATE = 7_000;
  static final long AID_LIMIT = 3_000_000;

  final long[] price = new long[LINES];
  final long[] quantity = new long[LINES];
  final boolean[] inCatalogue = new boolean[LINES];
  final long[] rate = new long[LINES];
  final long[] rateOf = new long[LINES];
  final long[] limit = new long[LINES];
  final long deductibleUsed;
  final long poolPaid;
  final long burden;
  final long aidPaid;
  final long balance;

  StandardBill(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < LINES; i++) {
      price[i] = 1L + random.nextInt(400_000_000);
      quantity[i] = 10_000L * (1 + random.nextInt(9));
      int kind = random.nextInt(10);
      inCatalogue[i] = kind > 0;
      rate[i] = kind < 5 ? 500L * (1 + random.nextInt(4)) : 0;
      rateOf[i] = 10_000;
      limit[i] = random.nextInt(4) == 0 ? price[i] - price[i] / 10 : Long.MAX_VALUE;
    }
    deductibleUsed = random.nextInt((int) DEDUCTIBLE);
    poolPaid = random.nextInt(2) * (CEILING - 200_000);
    burden = random.nextInt(300_000);
    aidPaid = random.nextInt(100_000);
    balance = random.nextInt(100_000);
  }

  /** What rounds and in what order is {@link StraightLine}'s, and the other way round. */
  static Plan plan(Allocation method) {
    PlanText text = PlanText.plan().deductible(DEDUCTIBLE, Per.YEAR, "used");
    String fen = "half-up-fen";
    String[] bands = new String[BAND_ENDS.length];
    for (int k = 0; k < bands.length; k++) {
      bands[k] = (k < 2 ? BAND_ENDS[k] : "") + "=" + BAND_RATES[k] + "/10000";
    }
    text.bands(BandText.of(BandPosition.ABOVE_DEDUCTIBLE, fen, bands).roundedPerBand());
    text.paymentLimit(CEILING, "paid");
    String[] tiers = new String[TIERS.length];
    for (int k = 0; k < tiers.length; k++) {
      tiers[k] = TIERS[k] + "=" + TIER_RATES[k] + "/10000";
    }
    text.critical(EnumSet.of(BasePart.IN_SCOPE_REMAINDER), "burden", fen, true, tiers);
    Limit most = text.limit(AID_LIMIT, "aid");
    text.aid("medical-aid", LayerBase.REMAINING_IN_SCOPE, AID_ABOVE, "7000/10000", fen, most);
    return text.account(List.of(Part.values()), Purse.CURRENT_YEAR).allocate(method).done();
  }

  Sheet sheet(Plan plan) {
    Sheet sheet = plan.sheet(LINES);
    for (int i = 0; i < LINES; i++) {
      sheet.line(
          i,
          new UnitPrice(price[i]),
          new Quantity(quantity[i]),
          inCatalogue[i],
          Rate.basisPoints((int) rate[i]),
          limit[i] == Long.MAX_VALUE ? Optional.empty() : Optional.of(new UnitPrice(limit[i])));
    }
    sheet.yearToDate(0, deductibleUsed);
    sheet.yearToDate(1, poolPaid);
    sheet.yearToDate(2, burden);
    sheet.yearToDate(3, aidPaid);
    sheet.balances(balance, 0);
    return sheet;
  }
}
