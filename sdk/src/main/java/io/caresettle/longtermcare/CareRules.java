package io.caresettle.longtermcare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which checks are made: all of them. That one can be left out is for tests of this package, which
 * show that each is held by one of them.
 */
public final class CareRules {

  private static final CareRules ALL = new CareRules(EnumSet.allOf(CareRule.class));

  private final Set<CareRule> asked;

  private CareRules(EnumSet<CareRule> asked) {
    this.asked = Collections.unmodifiableSet(asked);
  }

  /** Every check. */
  public static CareRules all() {
    return ALL;
  }

  /** Every check but one. */
  static CareRules without(CareRule rule) {
    return new CareRules(EnumSet.complementOf(EnumSet.of(rule)));
  }

  public boolean asks(CareRule rule) {
    return asked.contains(rule);
  }

  @Override
  public String toString() {
    return "CareRules" + asked;
  }
}
