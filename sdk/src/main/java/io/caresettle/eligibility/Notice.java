package io.caresettle.eligibility;

/**
 * Something that the cashier should know and that closes nothing.
 *
 * @param rule such as R-DUAL-01
 * @param article such as SZ 53
 */
public record Notice(String rule, String article, String zh, String en) {

  Notice(EligibilityRule rule, String article, String zh, String en) {
    this(rule.id(), article, zh, en);
  }
}
