package io.caresettle.reimbursement;

import java.util.Optional;

/**
 * The rules of the moment, for tests: all, but while {@link ClaimRuleKillTest} leaves one out. A
 * test that holds a rule takes its rules from here and carries the rule's id as its tag.
 */
final class SwitchedClaims {

  private static volatile Optional<ClaimRule> off = Optional.empty();

  private SwitchedClaims() {}

  static ClaimRules now() {
    return off.map(ClaimRules::without).orElseGet(ClaimRules::all);
  }

  /** Runs with one rule left out. Tests of one JVM run one after the other. */
  static void without(ClaimRule rule, Runnable what) {
    off = Optional.of(rule);
    try {
      what.run();
    } finally {
      off = Optional.empty();
    }
  }
}
