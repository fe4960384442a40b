package io.caresettle.policy.plan;

/** Which money of an account (当年账户, 历年账户). */
public enum Purse {
  CURRENT_YEAR,
  PAST_YEARS
}
