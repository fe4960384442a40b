package io.caresettle.policy.plan;

/** The sums that occur in a working, over its operands a to d. */
public enum Formula {
  /** a. */
  WHOLE,
  /** a × b ÷ divisor, rounded. */
  PRODUCT,
  /** a × b ÷ divisor, the fraction dropped. */
  CAP,
  /** a × b ÷ divisor, kept exact: a later entry rounds. */
  EXACT,
  /** (a − b) × c ÷ divisor, rounded. */
  EXCESS,
  /** a − a × b ÷ divisor, the second term rounded: the fund pays what the patient does not. */
  OTHER_SIDE,
  /** a ÷ divisor, rounded: exact shares added before. */
  QUOTIENT,
  /** a + b + c + d. */
  SUM,
  /** a − b − c − d. */
  REST,
  /** The lesser of a and what c leaves of b, but never below zero. */
  LESSER
}
