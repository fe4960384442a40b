package io.caresettle.money;

import java.util.Locale;

/** Who may pay a part of a bill, in the order of the slip. */
public enum Payer {
  POOL_FUND(0, "统筹基金", "pool fund"),
  LARGE_SUM_SUBSIDY(1, "职工大额补助", "large-sum subsidy"),
  CRITICAL_ILLNESS(2, "大病保险", "critical illness"),
  CIVIL_SERVANT_SUBSIDY(3, "公务员补助", "civil-servant subsidy"),
  SUPPLEMENTS(4, "补充保险", "supplements"),
  MEDICAL_AID(5, "医疗救助", "medical aid"),
  INSTITUTION(6, "医药机构负担", "institution"),
  PERSONAL_ACCOUNT(7, "个人账户", "personal account"),
  FAMILY_ACCOUNT(8, "家庭共济账户", "family account"),
  CASH(9, "现金", "cash");

  private final int place;
  private final String id;
  private final String zh;
  private final String en;

  Payer(int place, String zh, String en) {
    this.place = place;
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.zh = zh;
    this.en = en;
  }

  /** Its place on the slip, from 0 on. */
  public int place() {
    return place;
  }

  /** The payer's word in a pack and in JSON: {@code pool-fund}. */
  public String id() {
    return id;
  }

  /** Whether it is a fund or subsidy, and neither the institution nor the patient's own money. */
  public boolean isFund() {
    return place <= MEDICAL_AID.place;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
