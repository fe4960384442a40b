package io.caresettle.policy.plan;

/** The five sums that occur in a working, over its operands a to d. */
public enum Formula {
  /** a. */
  WHOLE,
  /** a × b ÷ divisor, rounded. */
  PRODUCT,
  /** (a − b) × c ÷ divisor, rounded. */
  EXCESS,
  /** a − b − c − d. */
  REST,
  /** The lesser of a and what c leaves of b, but never below zero. */
  LESSER
}
