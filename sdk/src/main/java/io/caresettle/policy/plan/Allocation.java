package io.caresettle.policy.plan;

/** How an amount is spread over lines by weight; both give exact sums. */
public enum Allocation {
  /** Each line ends where its running share does. */
  CUMULATIVE,
  /** Whole fen first, then one each to the largest fractions, ties to the upper line. */
  LARGEST_REMAINDER
}
