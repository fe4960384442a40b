package io.caresettle.policy.plan;

/** Kind of care (医疗类别). */
public enum CareType {
  /** 普通门诊. */
  OUTPATIENT,
  /** 药店购药. */
  PHARMACY,
  /** 住院. */
  INPATIENT,
  /** 门诊特殊病. */
  SPECIAL_OUTPATIENT,
  /** 门诊慢性病. */
  CHRONIC_OUTPATIENT,
  /** 生育. */
  MATERNITY,
  /** 家庭病床. */
  FAMILY_BED;

  /** Whether it may last days; a person is in one such stay at a time. */
  public boolean isStay() {
    return this == INPATIENT || this == MATERNITY || this == FAMILY_BED;
  }
}
