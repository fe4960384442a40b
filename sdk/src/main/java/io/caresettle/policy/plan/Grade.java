package io.caresettle.policy.plan;

/**
 * What an institution may settle in (SZ 62): all funds, outpatient funds, a little, the account.
 */
public enum Grade {
  A,
  B,
  C,
  D
}
