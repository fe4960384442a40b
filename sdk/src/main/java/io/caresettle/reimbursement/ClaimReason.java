package io.caresettle.reimbursement;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityRule;
import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Injury;
import io.caresettle.money.Payer;

/** Why the funds did not settle a bill at the counter: the slip's code, and its words. */
public enum ClaimReason {
  PATIENT_CHOSE_CASH("01", "参保人员选择现金支付", "the patient chose to pay in cash"),
  NO_CREDENTIAL("02", "未出示医疗保障凭证", "no credential was shown"),
  NOT_ENTITLED("03", "就诊当日不能享受待遇", "not entitled on the day of service"),
  CENTRE_OUT_OF_REACH("04", "医保中心无法联通", "the centre could not be reached"),
  OUT_OF_CATALOGUE_ONLY("05", "全部为目录外项目", "everything is out of the catalogue"),
  SETTLEMENT_SUSPENDED("06", "暂停联网结算", "networked settlement is suspended"),
  FIGURES_NOT_PUBLISHED("07", "待遇参数未公布", "figures of the policy are not published"),
  NOT_FILED("08", "异地就医未备案", "care elsewhere without a filing"),
  TO_BE_EXAMINED("09", "第三方责任待核实", "a third party's part is being examined");

  private final String code;
  private final String zh;
  private final String en;

  ClaimReason(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** What keeps the pool closed for a visit; of several, what has the clearest way out. */
  public static ClaimReason of(Eligibility eligibility) {
    if (eligibility.open().contains(Payer.POOL_FUND)) {
      return PATIENT_CHOSE_CASH;
    }
    if (closes(eligibility, EligibilityRule.R_MON_03)) {
      return SETTLEMENT_SUSPENDED;
    }
    if (eligibility.visit().injury().filter(ClaimReason::isOpen).isPresent()
        && (closes(eligibility, EligibilityRule.R_SCOPE_03)
            || closes(eligibility, EligibilityRule.R_SCOPE_04))) {
      return TO_BE_EXAMINED;
    }
    return closes(eligibility, EligibilityRule.R_OFF_03) ? NOT_FILED : NOT_ENTITLED;
  }

  /** Nothing was declared yet, or the centre has not decided. */
  private static boolean isOpen(Injury injury) {
    return injury.declaration().isEmpty()
        || injury.decision().filter(Injury.Decision.TO_BE_EXAMINED::equals).isPresent();
  }

  private static boolean closes(Eligibility eligibility, EligibilityRule rule) {
    return eligibility.findings().stream()
        .filter(f -> !f.open() && f.payer() == Payer.POOL_FUND)
        .map(Finding::rule)
        .anyMatch(rule.id()::equals);
  }

  /** Two digits. */
  public String code() {
    return code;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
