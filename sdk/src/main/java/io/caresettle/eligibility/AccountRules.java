package io.caresettle.eligibility;

import static io.caresettle.money.Payer.FAMILY_ACCOUNT;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.AccountUse.Beneficiary;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Ruling;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an account may be used for, and whose (R-ACCT). */
final class AccountRules {

  private final Question q;
  private final Enrolment enrolment;

  private AccountRules(Question q, Enrolment enrolment) {
    this.q = q;
    this.enrolment = enrolment;
  }

  static void ask(Question q, Enrolment enrolment) {
    AccountRules rules = new AccountRules(q, enrolment);
    rules.families();
    rules.purpose();
  }

  /** R-ACCT-03: a binding of the day, with a relation that the area knows. */
  private void families() {
    if (q.entitlements().families().isEmpty() || !q.rules().asks(EligibilityRule.R_ACCT_03)) {
      return;
    }
    Ruling<Set<String>> relations = q.home(enrolment).words(EntitlementName.FAMILY_RELATIONS);
    if (relations instanceof Ruling.NotPublished<Set<String>> silent) {
      q.findings()
          .close(List.of(FAMILY_ACCOUNT), Say.unpublished(EligibilityRule.R_ACCT_03, silent));
      return;
    }
    boolean bound =
        q.entitlements().families().stream()
            .anyMatch(b -> holds(b) && relations.value().contains(word(b.relation())));
    if (!bound) {
      q.findings()
          .close(
              List.of(FAMILY_ACCOUNT),
              Say.of(
                      EligibilityRule.R_ACCT_03,
                      relations.source().toString(),
                      "就诊当日没有可用的家庭共济关系",
                      "No family account may pay on the day")
                  .remedy("可在医保服务平台办理家庭共济绑定", "Bind a relative's account at the centre"));
    }
  }

  private boolean holds(FamilyBinding binding) {
    return !q.visit().serviceDate().isBefore(binding.from())
        && binding.to().filter(q.visit().serviceDate()::isAfter).isEmpty();
  }

  private static String word(FamilyBinding.Relation relation) {
    return relation == FamilyBinding.Relation.OTHER
        ? "near-relative"
        : relation.name().toLowerCase(Locale.ROOT);
  }

  private void purpose() {
    switch (q.visit().accountUse().purpose()) {
      case CARE -> {}
      case PUBLIC_HEALTH, FITNESS, WELLNESS -> never();
      case INSURANCE -> insurance();
      case CRITICAL_ILLNESS_PREMIUM -> premium("critical-illness");
      case LONG_TERM_CARE_PREMIUM -> premium("long-term-care");
      case RESIDENT_PREMIUM -> premium("resident");
    }
  }

  private void never() {
    if (q.rules().asks(EligibilityRule.R_ACCT_04)) {
      q.findings()
          .close(
              q.all(),
              Say.of(
                  EligibilityRule.R_ACCT_04,
                  "个人账户不得用于" + q.visit().accountUse().purpose().zh(),
                  "An account never pays for " + q.visit().accountUse().purpose().en()));
    }
  }

  private void insurance() {
    if (!q.rules().asks(EligibilityRule.R_ACCT_05)) {
      return;
    }
    noCare(EligibilityRule.R_ACCT_05);
    Ruling<String> from = q.home(enrolment).word(EntitlementName.ACCOUNT_INSURANCE_FROM);
    Ruling<Set<String>> whom = q.home(enrolment).words(EntitlementName.ACCOUNT_INSURANCE_FOR);
    if (from instanceof Ruling.NotPublished<String> silent) {
      closeAccount(Say.unpublished(EligibilityRule.R_ACCT_05, silent));
    } else if (whom instanceof Ruling.NotPublished<Set<String>> silent) {
      closeAccount(Say.unpublished(EligibilityRule.R_ACCT_05, silent));
    } else if (!covers(whom.value(), q.visit().accountUse().beneficiary())) {
      closeAccount(
          Say.of(
              EligibilityRule.R_ACCT_05,
              whom.source().toString(),
              "个人账户不得为" + q.visit().accountUse().beneficiary().zh() + "购买商业健康保险",
              "The account buys no insurance for the "
                  + q.visit().accountUse().beneficiary().en()));
    } else if (from.value().equals("past-years") && enrolment.pastYears().fen() <= 0) {
      closeAccount(
          Say.of(
              EligibilityRule.R_ACCT_05,
              from.source().toString(),
              "只能使用个人账户历年结余，目前没有历年结余",
              "Only past years' money buys insurance, and there is none"));
    } else {
      q.findings()
          .notice(
              new Notice(
                  EligibilityRule.R_ACCT_05,
                  from.source().toString(),
                  from.value().equals("past-years") ? "使用个人账户历年结余" : "使用个人账户余额",
                  from.value().equals("past-years")
                      ? "Paid from past years' money"
                      : "Paid from the account"));
    }
  }

  /** Spouse, parents and children are near relatives wherever a text names those (SH 24¶2). */
  private static boolean covers(Set<String> whom, AccountUse.Beneficiary beneficiary) {
    return whom.contains(word(beneficiary))
        || (beneficiary != AccountUse.Beneficiary.SELF
            && whom.contains(word(AccountUse.Beneficiary.NEAR_RELATIVE)));
  }

  private void premium(String kind) {
    if (!q.rules().asks(EligibilityRule.R_ACCT_06)) {
      return;
    }
    noCare(EligibilityRule.R_ACCT_06);
    Ruling<Set<String>> premiums = q.home(enrolment).words(EntitlementName.ACCOUNT_PREMIUMS);
    if (premiums instanceof Ruling.NotPublished<Set<String>> silent) {
      closeAccount(Say.unpublished(EligibilityRule.R_ACCT_06, silent));
    } else if (!premiums.value().contains(kind) && !isOfTheRetired(premiums.value(), kind)) {
      closeAccount(
          Say.of(
              EligibilityRule.R_ACCT_06,
              premiums.source().toString(),
              "个人账户不得缴纳" + q.visit().accountUse().purpose().zh(),
              "The account pays no " + q.visit().accountUse().purpose().en()));
    }
  }

  /** Their own premium alone: those at work pay it with their contributions (NT 22¶2). */
  private boolean isOfTheRetired(Set<String> premiums, String kind) {
    return premiums.contains(kind + "-of-the-retired")
        && enrolment.category() == InsuredCategory.RETIRED
        && q.visit().accountUse().beneficiary() == Beneficiary.SELF;
  }

  /** A premium is no care: no pool and no relative pays it here. */
  private void noCare(EligibilityRule rule) {
    q.findings()
        .close(
            q.entitlements().families().isEmpty()
                ? List.of(POOL_FUND)
                : List.of(POOL_FUND, FAMILY_ACCOUNT),
            Say.of(rule, "保险费不是医药费用，统筹基金不予支付", "A premium is no care: the pool does not pay"));
  }

  private void closeAccount(Say say) {
    q.findings().close(List.of(PERSONAL_ACCOUNT), say);
  }

  private static String word(Beneficiary beneficiary) {
    return beneficiary.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
