package io.caresettle.sim.entitle;

import io.caresettle.rules.RuleKills;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leaves out one rule after the other and sees which stories notice: tests of this package that
 * carry the rule's id as their tag and take their rules from {@link SwitchedRules}.
 */
@DisplayName("A rule that is left out is missed by a story")
class RuleKillTest {

  private static final RuleKills KILLS = new RuleKills("centre", "io.caresettle.sim.entitle");

  @AfterAll
  static void write() {
    KILLS.write();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(CentreRule.class)
  void aStoryNoticesThatTheRuleIsGone(CentreRule rule) {
    KILLS.isMissed(rule.id(), rule.articles(), what -> SwitchedRules.without(rule, what));
  }
}
