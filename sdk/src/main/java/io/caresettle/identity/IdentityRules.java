package io.caresettle.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules are asked: all of them. That one can be left out is for tests of this package, which
 * show that each rule is held by one of them.
 */
public final class IdentityRules {

  private static final IdentityRules ALL = new IdentityRules(EnumSet.allOf(IdentityRule.class));

  private final Set<IdentityRule> asked;

  private IdentityRules(EnumSet<IdentityRule> asked) {
    this.asked = Collections.unmodifiableSet(asked);
  }

  /** Every rule. */
  public static IdentityRules all() {
    return ALL;
  }

  /** Every rule but one. */
  static IdentityRules without(IdentityRule rule) {
    return new IdentityRules(EnumSet.complementOf(EnumSet.of(rule)));
  }

  public boolean asks(IdentityRule rule) {
    return asked.contains(rule);
  }

  @Override
  public String toString() {
    return "IdentityRules" + asked;
  }
}
