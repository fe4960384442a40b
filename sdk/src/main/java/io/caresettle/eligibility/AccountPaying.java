package io.caresettle.eligibility;

import io.caresettle.eligibility.AccountUse.Beneficiary;
import io.caresettle.eligibility.AccountVerdict.Payable;
import io.caresettle.eligibility.AccountVerdict.Refused;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what an account pays besides care: by purpose, product, whom it covers, and which years'
 * money there is (R-ACCT-04 to -06).
 */
final class AccountPaying {

  private final EligibilityRules rules;
  private final EntitlementRules home;
  private final Enrolment enrolment;
  private final AccountPayment payment;

  private AccountPaying(
      EligibilityRules rules, EntitlementRules home, Enrolment enrolment, AccountPayment payment) {
    this.rules = rules;
    this.home = home;
    this.enrolment = enrolment;
    this.payment = payment;
  }

  /**
   * The decision on a visit whose verdict was asked with the purpose.
   *
   * @param approved codes of the products that qualify, by the area (SZ 43¶2, NT 31¶2)
   */
  static AccountVerdict decide(
      AreaLaw law,
      EligibilityRules rules,
      Eligibility verdict,
      AccountPayment payment,
      Set<String> approved) {
    Optional<Finding> closed =
        verdict.findings().stream()
            .filter(f -> !f.open() && f.payer() == Payer.PERSONAL_ACCOUNT)
            .findFirst();
    if (closed.isPresent()) {
      Finding f = closed.get();
      return new Refused(f.rule(), f.article(), f.zh(), f.en());
    }
    if (verdict.serving().isEmpty() || !verdict.open().contains(Payer.PERSONAL_ACCOUNT)) {
      return refused(
          EligibilityRule.R_ELIG_22, "JS 15", "没有可用的个人账户", "There is no account that may pay");
    }
    Enrolment serving = verdict.enrolment();
    EntitlementRules home = law.on(serving.area(), verdict.visit().serviceDate());
    AccountPaying paying = new AccountPaying(rules, home, serving, payment);
    return payment.use().purpose() == AccountUse.Purpose.INSURANCE
        ? paying.insurance(approved)
        : paying.premium();
  }

  private AccountVerdict insurance(Set<String> approved) {
    String article = home.word(EntitlementName.ACCOUNT_INSURANCE_FROM).source().toString();
    if (rules.asks(EligibilityRule.R_ACCT_05) && !approved.contains(payment.product())) {
      return refused(
          EligibilityRule.R_ACCT_05,
          article,
          "该保险产品不在个人账户可购范围",
          "The product is none of those that an account may buy");
    }
    boolean pastYears =
        rules.asks(EligibilityRule.R_ACCT_05)
            && home.word(EntitlementName.ACCOUNT_INSURANCE_FROM) instanceof Ruling.Said<String> said
            && said.value().equals("past-years");
    return payable(EligibilityRule.R_ACCT_05, pastYears, article);
  }

  /** For the insured, and for whom the area counts as family (SZ 16¶3, HN 14). */
  private AccountVerdict premium() {
    Beneficiary covered = payment.use().beneficiary();
    Ruling<Set<String>> relations = home.words(EntitlementName.FAMILY_RELATIONS);
    boolean family =
        covered == Beneficiary.SELF
            || (relations instanceof Ruling.Said<Set<String>> said
                && said.value().contains(word(covered)));
    if (rules.asks(EligibilityRule.R_ACCT_06) && !family) {
      return refused(
          EligibilityRule.R_ACCT_06,
          relations.source().toString(),
          "个人账户不得为" + covered.zh() + "缴纳" + payment.use().purpose().zh(),
          "The account pays no " + payment.use().purpose().en() + " for the " + covered.en());
    }
    return payable(
        EligibilityRule.R_ACCT_06,
        false,
        home.words(EntitlementName.ACCOUNT_PREMIUMS).source().toString());
  }

  private AccountVerdict payable(EligibilityRule rule, boolean pastYears, String article) {
    Money purse = pastYears ? enrolment.pastYears() : enrolment.accountBalance();
    if (payment.amount().compareTo(purse) > 0) {
      return refused(
          rule,
          article,
          (pastYears ? "个人账户历年结余" : "个人账户余额") + " " + purse + " 元不足",
          (pastYears ? "Past years left " : "The account holds ") + purse + " yuan: not enough");
    }
    return new Payable(payment.amount(), pastYears, article);
  }

  private static String word(Beneficiary covered) {
    return covered.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Refused refused(EligibilityRule rule, String article, String zh, String en) {
    return new Refused(rule.id(), article, zh, en);
  }
}
