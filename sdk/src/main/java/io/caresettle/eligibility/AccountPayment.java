package io.caresettle.eligibility;

import io.caresettle.money.Money;

/**
 * A premium or an insurance product that is to be paid from a personal account (R-ACCT-05, -06).
 *
 * @param use what for, and for whom
 * @param product code of the insurance product; empty for a premium
 * @param amount all of it: an account pays no part of a premium
 */
public record AccountPayment(AccountUse use, String product, Money amount) {

  /**
   * @throws IllegalArgumentException when it is care, which a settlement pays, or nothing
   */
  public AccountPayment {
    if (use.purpose() == AccountUse.Purpose.CARE || amount.fen() <= 0) {
      throw new IllegalArgumentException(
          "Expected an amount for something else than care, but found " + amount + " for " + use);
    }
  }
}
