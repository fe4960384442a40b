package io.caresettle.eligibility;

import io.caresettle.money.Money;

/** Whether an account pays a premium or an insurance product, and from whose years' money. */
public sealed interface AccountVerdict {

  /**
   * It may pay. Only the centre moves the money.
   *
   * @param pastYearsOnly whether only what past years left may pay (历年结余; SH 24)
   * @param article that allows it
   */
  record Payable(Money amount, boolean pastYearsOnly, String article) implements AccountVerdict {}

  /**
   * It pays nothing.
   *
   * @param rule such as R-ACCT-05
   */
  record Refused(String rule, String article, String zh, String en) implements AccountVerdict {}
}
