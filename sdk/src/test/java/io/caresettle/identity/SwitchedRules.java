package io.caresettle.identity;

import java.util.Optional;

/**
 * The rules of the moment, for tests: all, but while {@link RuleKillTest} leaves one out. A test
 * that holds a rule takes its rules from here and carries the rule's id as its tag.
 */
public final class SwitchedRules {

  private static volatile Optional<IdentityRule> off = Optional.empty();

  private SwitchedRules() {}

  public static IdentityRules now() {
    return off.map(IdentityRules::without).orElseGet(IdentityRules::all);
  }

  /** Runs with one rule left out. Tests of one JVM run one after the other. */
  static void without(IdentityRule rule, Runnable what) {
    off = Optional.of(rule);
    try {
      what.run();
    } finally {
      off = Optional.empty();
    }
  }
}
