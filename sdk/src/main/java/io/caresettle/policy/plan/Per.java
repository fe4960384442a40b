package io.caresettle.policy.plan;

/** What a deductible is counted over. */
public enum Per {
  YEAR,
  VISIT,
  STAY
}
