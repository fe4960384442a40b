package io.caresettle.policy.plan;

/** Kind of care (医疗类别), with the names that a slip or a sheet prints. */
public enum CareType {
  OUTPATIENT("普通门诊", "outpatient"),
  PHARMACY("药店购药", "pharmacy"),
  INPATIENT("住院", "inpatient"),
  SPECIAL_OUTPATIENT("门诊特殊病", "special outpatient"),
  CHRONIC_OUTPATIENT("门诊慢性病", "chronic outpatient"),
  MATERNITY("生育", "maternity"),
  FAMILY_BED("家庭病床", "family bed");

  private final String zh;
  private final String en;

  CareType(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** Whether it may last days; a person is in one such stay at a time. */
  public boolean isStay() {
    return this == INPATIENT || this == MATERNITY || this == FAMILY_BED;
  }
}
