package io.caresettle.eligibility;

import java.util.Optional;

/**
 * The rules of the moment, for tests: all, but while {@link EligibilityRuleKillTest} leaves one
 * out. A test that holds a rule takes its rules from here and carries the rule's id as its tag.
 */
final class SwitchedEligibility {

  private static volatile Optional<EligibilityRule> off = Optional.empty();

  private SwitchedEligibility() {}

  static EligibilityRules now() {
    return off.map(EligibilityRules::without).orElseGet(EligibilityRules::all);
  }

  /** Runs with one rule left out. Tests of one JVM run one after the other. */
  static void without(EligibilityRule rule, Runnable what) {
    off = Optional.of(rule);
    try {
      what.run();
    } finally {
      off = Optional.empty();
    }
  }
}
