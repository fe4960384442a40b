package io.caresettle.policy.plan;

/** What a layer's rate is taken of. */
public enum LayerBase {
  IN_SCOPE,
  ABOVE_DEDUCTIBLE,
  /** What is in scope less all that was paid. */
  REMAINING_IN_SCOPE,
  /** The same without the deductible and what care away from home cost first. */
  REMAINING_ABOVE_DEDUCTIBLE,
  /** Nothing: the amount is fixed. */
  FIXED
}
