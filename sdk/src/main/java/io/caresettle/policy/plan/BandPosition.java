package io.caresettle.policy.plan;

/** Where in its bands a bill begins. */
public enum BandPosition {
  /** At the deductible this bill used: the bands count from the first fen in scope. */
  INCLUDING_DEDUCTIBLE,
  /** At nothing: the bands count what lies above the deductible. */
  ABOVE_DEDUCTIBLE,
  /** Where the year stands. */
  YEAR_IN_SCOPE
}
