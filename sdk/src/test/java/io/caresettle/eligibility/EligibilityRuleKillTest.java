package io.caresettle.eligibility;

import io.caresettle.rules.RuleKills;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leaves out one rule after the other and sees which stories notice: tests of this package that
 * carry the rule's id as their tag and take their rules from {@link SwitchedEligibility}.
 */
@DisplayName("A rule of eligibility that is left out is missed by a story")
class EligibilityRuleKillTest {

  private static final RuleKills KILLS = new RuleKills("eligibility", "io.caresettle.eligibility");

  @AfterAll
  static void write() {
    KILLS.write();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(EligibilityRule.class)
  void aStoryNoticesThatTheRuleIsGone(EligibilityRule rule) {
    KILLS.isMissed(rule.id(), rule.articles(), what -> SwitchedEligibility.without(rule, what));
  }
}
