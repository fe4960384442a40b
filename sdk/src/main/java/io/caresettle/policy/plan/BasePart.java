package io.caresettle.policy.plan;

/** What of a bill counts towards the year's own burden. */
public enum BasePart {
  DEDUCTIBLE,
  /** What is in scope, above the deductible, and not paid by a fund so far. */
  IN_SCOPE_REMAINDER,
  FIRST_SELF_PAY,
  OFF_SITE_FIRST
}
