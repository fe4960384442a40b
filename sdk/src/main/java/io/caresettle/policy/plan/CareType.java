package io.caresettle.policy.plan;

/** Kind of care (医疗类别). */
public enum CareType {
  /** 普通门诊. */
  OUTPATIENT,
  /** 药店购药. */
  PHARMACY,
  /** 住院. */
  INPATIENT,
  /** 门诊特殊病、慢性病. */
  SPECIAL_OUTPATIENT
}
