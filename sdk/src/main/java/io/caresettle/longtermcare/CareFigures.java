package io.caresettle.longtermcare;

import io.caresettle.money.Money;

/**
 * A care visit by who pays: the long-term-care fund and the person.
 *
 * @param ofMedicalFunds what any other fund, account or aid would pay: nothing, or the figures are
 *     refused
 */
public record CareFigures(
    Money total, Money longTermCareFund, Money ownPayment, Money ofMedicalFunds) {

  /** The visit as the area's own share divides it; the fraction of a fen as that share says. */
  public static CareFigures of(Money total, CareShare.Published share) {
    Money fund = total.share(share.rate(), share.rounding());
    return new CareFigures(total, fund, total.minus(fund), Money.ZERO);
  }

  /** Whether fund and person pay it all, to the fen, and nobody else pays anything. */
  public boolean hold() {
    return !longTermCareFund.isNegative()
        && !ownPayment.isNegative()
        && ofMedicalFunds.equals(Money.ZERO)
        && longTermCareFund.plus(ownPayment).equals(total);
  }
}
