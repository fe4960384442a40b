package io.caresettle.eligibility;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules are asked: all of them. That one can be left out is for tests of this package, which
 * show that each rule is held by one of them.
 */
public final class EligibilityRules {

  private static final EligibilityRules ALL =
      new EligibilityRules(EnumSet.allOf(EligibilityRule.class));

  private final Set<EligibilityRule> asked;

  private EligibilityRules(EnumSet<EligibilityRule> asked) {
    this.asked = Collections.unmodifiableSet(asked);
  }

  /** Every rule. */
  public static EligibilityRules all() {
    return ALL;
  }

  /** Every rule but one. */
  static EligibilityRules without(EligibilityRule rule) {
    return new EligibilityRules(EnumSet.complementOf(EnumSet.of(rule)));
  }

  public boolean asks(EligibilityRule rule) {
    return asked.contains(rule);
  }

  @Override
  public String toString() {
    return "EligibilityRules" + asked;
  }
}
