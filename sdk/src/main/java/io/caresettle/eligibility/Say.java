package io.caresettle.eligibility;

import io.caresettle.policy.plan.Ruling;
import java.time.LocalDate;
import java.util.Optional;

/** What a rule says, of whichever payers. */
record Say(
    EligibilityRule rule,
    String article,
    String zh,
    String en,
    Optional<LocalDate> until,
    Optional<Finding.Remedy> remedy) {

  static Say of(EligibilityRule rule, String article, String zh, String en) {
    return new Say(rule, article, zh, en, Optional.empty(), Optional.empty());
  }

  /** By the rule's own list of articles, where the area has no word of its own. */
  static Say of(EligibilityRule rule, String zh, String en) {
    return of(rule, rule.articles(), zh, en);
  }

  /** Nobody has said what this rests on, so it stays closed. */
  static Say unpublished(EligibilityRule rule, Ruling.NotPublished<?> ruling) {
    return of(
        rule,
        ruling.source().toString(),
        "参数未公布（" + ruling.name().id() + "），不予支付",
        "Parameter not published (" + ruling.name().id() + "), so it stays closed");
  }

  /** The same, saying more. */
  Say adding(String inChinese, String inEnglish) {
    return new Say(rule, article, zh + inChinese, en + inEnglish, until, remedy);
  }

  Say until(Optional<LocalDate> last) {
    return new Say(rule, article, zh, en, last, remedy);
  }

  Say until(LocalDate last) {
    return until(Optional.of(last));
  }

  Say remedy(String inChinese, String inEnglish) {
    return new Say(
        rule, article, zh, en, until, Optional.of(new Finding.Remedy(inChinese, inEnglish)));
  }
}
