package io.caresettle.sim.entitle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules the centre asks: all of them. That one can be left out is for tests of this package,
 * which show that each is held by one of them.
 */
final class CentreRules {

  private static final CentreRules ALL = new CentreRules(EnumSet.allOf(CentreRule.class));

  private final Set<CentreRule> asked;

  private CentreRules(EnumSet<CentreRule> asked) {
    this.asked = Collections.unmodifiableSet(asked);
  }

  /** Every rule. */
  public static CentreRules all() {
    return ALL;
  }

  /** Every rule but one. */
  static CentreRules without(CentreRule rule) {
    return new CentreRules(EnumSet.complementOf(EnumSet.of(rule)));
  }

  boolean asks(CentreRule rule) {
    return asked.contains(rule);
  }

  @Override
  public String toString() {
    return "CentreRules" + asked;
  }
}
