package io.caresettle.longtermcare;

import io.caresettle.rules.RuleKills;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leaves out one check of long-term care after the other and sees which stories notice: tests that
 * carry {@code care:} and its name as their tag and take their rules from {@link
 * SwitchedCareRules}.
 */
@DisplayName("A check of long-term care that is left out is missed by a story")
class CareRuleKillTest {

  private static final RuleKills KILLS =
      new RuleKills("long-term-care", "io.caresettle.longtermcare");

  @AfterAll
  static void write() {
    KILLS.write();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(CareRule.class)
  void aStoryNoticesThatTheCheckIsGone(CareRule rule) {
    KILLS.isMissed(
        rule.id(), rule.articles(), "care:" + rule, what -> SwitchedCareRules.without(rule, what));
  }
}
