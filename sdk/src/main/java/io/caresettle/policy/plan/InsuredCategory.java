package io.caresettle.policy.plan;

/** Kind of insured person (人员类别), as the centre gives it; never derived from age. */
public enum InsuredCategory {
  /** 在职. */
  ACTIVE,
  /** 退休. */
  RETIRED
}
