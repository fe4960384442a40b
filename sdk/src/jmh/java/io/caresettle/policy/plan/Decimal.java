package io.caresettle.policy.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The same split in yuan of {@link BigDecimal}, as it is usually written. */
final class Decimal {

  private final BigDecimal[] price = new BigDecimal[StandardBill.LINES];
  private final BigDecimal[] quantity = new BigDecimal[StandardBill.LINES];
  private final BigDecimal[] rate = new BigDecimal[StandardBill.LINES];
  private final BigDecimal[] limit = new BigDecimal[StandardBill.LINES];
  private final boolean[] inCatalogue;
  private final BigDecimal deductibleUsed;
  private final BigDecimal poolPaid;
  private final BigDecimal burden;
  private final BigDecimal aidPaid;
  private final BigDecimal balance;

  private static final BigDecimal[] ENDS = yuan(StandardBill.BAND_ENDS);
  private static final BigDecimal[] RATES = parts(StandardBill.BAND_RATES);
  private static final BigDecimal[] TIERS = yuan(StandardBill.TIERS);
  private static final BigDecimal[] TIER_RATES = parts(StandardBill.TIER_RATES);

  Decimal(StandardBill bill) {
    for (int i = 0; i < StandardBill.LINES; i++) {
      price[i] = BigDecimal.valueOf(bill.price[i], 6);
      quantity[i] = BigDecimal.valueOf(bill.quantity[i], 4);
      rate[i] = BigDecimal.valueOf(bill.rate[i], 4);
      limit[i] = BigDecimal.valueOf(bill.limit[i], 6);
    }
    inCatalogue = bill.inCatalogue;
    deductibleUsed = yuan(bill.deductibleUsed);
    poolPaid = yuan(bill.poolPaid);
    burden = yuan(bill.burden);
    aidPaid = yuan(bill.aidPaid);
    balance = yuan(bill.balance);
  }

  BigDecimal settle() {
    BigDecimal total = yuan(0);
    BigDecimal scope = yuan(0);
    for (int i = 0; i < StandardBill.LINES; i++) {
      BigDecimal amount = round(price[i].multiply(quantity[i]));
      total = total.add(amount);
      if (inCatalogue[i]) {
        BigDecimal excess = price[i].subtract(limit[i]).max(BigDecimal.ZERO);
        BigDecimal left = amount.subtract(round(excess.multiply(quantity[i])));
        scope = scope.add(left.subtract(round(left.multiply(rate[i]))));
      }
    }
    BigDecimal deductible =
        scope.min(yuan(StandardBill.DEDUCTIBLE).subtract(deductibleUsed).max(BigDecimal.ZERO));
    BigDecimal left = scope.subtract(deductible);
    BigDecimal pool = yuan(0);
    BigDecimal start = yuan(0);
    for (int k = 0; k < RATES.length; k++) {
      BigDecimal length = left.min(ENDS[k]).subtract(start).max(BigDecimal.ZERO);
      pool = pool.add(round(length.multiply(RATES[k])));
      start = ENDS[k];
    }
    pool = pool.min(yuan(StandardBill.CEILING).subtract(poolPaid).max(BigDecimal.ZERO));
    BigDecimal critical = tiers(burden.add(left).subtract(pool)).subtract(tiers(burden));
    BigDecimal helped =
        scope.subtract(pool).subtract(critical).subtract(yuan(StandardBill.AID_ABOVE));
    BigDecimal aid =
        round(helped.max(BigDecimal.ZERO).multiply(new BigDecimal("0.7")))
            .min(yuan(StandardBill.AID_LIMIT).subtract(aidPaid).max(BigDecimal.ZERO));
    BigDecimal rest = total.subtract(pool).subtract(critical).subtract(aid);
    return rest.subtract(rest.min(balance.max(BigDecimal.ZERO)));
  }

  private static BigDecimal tiers(BigDecimal burden) {
    BigDecimal given = yuan(0);
    for (int k = 0; k < TIERS.length; k++) {
      BigDecimal end = k + 1 < TIERS.length ? burden.min(TIERS[k + 1]) : burden;
      BigDecimal length = end.subtract(TIERS[k]).max(BigDecimal.ZERO);
      given = given.add(round(length.multiply(TIER_RATES[k])));
    }
    return given;
  }

  private static BigDecimal round(BigDecimal yuan) {
    return yuan.setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }

  private static BigDecimal[] yuan(long[] fen) {
    BigDecimal[] all = new BigDecimal[fen.length];
    for (int k = 0; k < fen.length; k++) {
      all[k] = yuan(fen[k]);
    }
    return all;
  }

  private static BigDecimal[] parts(long[] basisPoints) {
    BigDecimal[] all = new BigDecimal[basisPoints.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = BigDecimal.valueOf(basisPoints[k], 4);
    }
    return all;
  }
}
