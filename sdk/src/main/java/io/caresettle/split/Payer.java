package io.caresettle.split;

/** Who may pay a part of a bill, in the order of the slip. */
public enum Payer {
  POOL_FUND("统筹基金", "pool fund"),
  LARGE_SUM_SUBSIDY("职工大额补助", "large-sum subsidy"),
  CRITICAL_ILLNESS("大病保险", "critical illness"),
  CIVIL_SERVANT_SUBSIDY("公务员补助", "civil-servant subsidy"),
  SUPPLEMENTS("补充保险", "supplements"),
  MEDICAL_AID("医疗救助", "medical aid"),
  INSTITUTION("医药机构负担", "institution"),
  PERSONAL_ACCOUNT("个人账户", "personal account"),
  FAMILY_ACCOUNT("家庭共济账户", "family account"),
  CASH("现金", "cash");

  private final String zh;
  private final String en;

  Payer(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
