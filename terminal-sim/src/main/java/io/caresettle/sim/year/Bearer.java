package io.caresettle.sim.year;

import io.caresettle.money.Payer;
import java.util.Locale;

/** Who bore what a bill cost: the payers, and those whose bill no fund and no account saw. */
enum Bearer {
  POOL_FUND("统筹基金", "pool fund", "#2b6cb0"),
  LARGE_SUM_SUBSIDY("职工大额补助", "large-sum subsidy", "#63b3ed"),
  CRITICAL_ILLNESS("大病保险", "critical illness", "#2c7a7b"),
  CIVIL_SERVANT_SUBSIDY("公务员补助", "civil-servant subsidy", "#68d391"),
  SUPPLEMENTS("补充保险", "supplements", "#276749"),
  MEDICAL_AID("医疗救助", "medical aid", "#805ad5"),
  INSTITUTION("医药机构负担", "institution", "#4a5568"),
  PERSONAL_ACCOUNT("个人账户", "personal account", "#d69e2e"),
  FAMILY_ACCOUNT("家庭共济账户", "family account", "#f6e05e"),
  CASH("结算后个人现金", "own cash, settled", "#e9967a"),
  FULL_CASH("全额现金（无待遇）", "full cash, nothing open", "#c53030"),
  NO_FIRST_DAY("全额现金（起始日未公布）", "full cash, no first day published", "#718096"),
  STOPPED("数值未公布而停", "stopped: figure not published", "#a0aec0"),
  CARE_FUND("长期护理基金", "long-term-care fund", "#975a16"),
  CARE_OWN("长期护理个人负担", "own payment of long-term care", "#fbd38d");

  final String zh;
  final String en;
  final String colour;

  Bearer(String zh, String en, String colour) {
    this.zh = zh;
    this.en = en;
    this.colour = colour;
  }

  static Bearer of(Payer payer) {
    return valueOf(payer.name());
  }

  /** Whether words on its colour must be light. */
  boolean isDark() {
    return switch (this) {
      case POOL_FUND,
          CRITICAL_ILLNESS,
          SUPPLEMENTS,
          MEDICAL_AID,
          INSTITUTION,
          FULL_CASH,
          NO_FIRST_DAY,
          CARE_FUND ->
          true;
      default -> false;
    };
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
