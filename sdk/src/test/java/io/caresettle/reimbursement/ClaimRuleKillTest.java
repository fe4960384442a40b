package io.caresettle.reimbursement;

import io.caresettle.rules.RuleKills;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leaves out one rule after the other and sees which stories notice: tests of this package that
 * carry the rule's id as their tag and take their rules from {@link SwitchedClaims}.
 */
@DisplayName("A rule about later claims that is left out is missed by a story")
class ClaimRuleKillTest {

  private static final RuleKills KILLS =
      new RuleKills("later-claims", "io.caresettle.reimbursement");

  @AfterAll
  static void write() {
    KILLS.write();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(ClaimRule.class)
  void aStoryNoticesThatTheRuleIsGone(ClaimRule rule) {
    KILLS.isMissed(rule.id(), rule.articles(), what -> SwitchedClaims.without(rule, what));
  }
}
