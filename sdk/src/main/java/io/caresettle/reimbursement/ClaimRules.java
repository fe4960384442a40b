package io.caresettle.reimbursement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules are kept: all of them. That one can be left out is for tests of this package, which
 * show that each rule is held by one of them.
 */
public final class ClaimRules {

  private static final ClaimRules ALL = new ClaimRules(EnumSet.allOf(ClaimRule.class));

  private final Set<ClaimRule> kept;

  private ClaimRules(EnumSet<ClaimRule> kept) {
    this.kept = Collections.unmodifiableSet(kept);
  }

  /** Every rule. */
  public static ClaimRules all() {
    return ALL;
  }

  /** Every rule but one. */
  static ClaimRules without(ClaimRule rule) {
    return new ClaimRules(EnumSet.complementOf(EnumSet.of(rule)));
  }

  boolean keeps(ClaimRule rule) {
    return kept.contains(rule);
  }

  @Override
  public String toString() {
    return "ClaimRules" + kept;
  }
}
