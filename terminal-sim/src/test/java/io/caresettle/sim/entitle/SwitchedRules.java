package io.caresettle.sim.entitle;

import java.util.Optional;

/**
 * The rules of the moment, for tests: all, but while {@link RuleKillTest} leaves one out. A test
 * that holds a rule takes its rules from here and carries the rule's id as its tag.
 */
final class SwitchedRules {

  private static volatile Optional<CentreRule> off = Optional.empty();

  private SwitchedRules() {}

  static CentreRules now() {
    return off.map(CentreRules::without).orElseGet(CentreRules::all);
  }

  /** Runs with one rule left out. Tests of one JVM run one after the other. */
  static void without(CentreRule rule, Runnable what) {
    off = Optional.of(rule);
    try {
      what.run();
    } finally {
      off = Optional.empty();
    }
  }
}
