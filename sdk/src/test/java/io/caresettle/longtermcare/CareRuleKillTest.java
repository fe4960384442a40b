package io.caresettle.longtermcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.caresettle.KillsFound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Leaves out one check of long-term care after the other and sees which stories notice. A story
 * that holds one carries {@code care:} and its name as its tag, and takes its rules from {@link
 * SwitchedCareRules}.
 */
@DisplayName("A check of long-term care that is left out is missed by a story")
class CareRuleKillTest {

  private static final KillsFound FOUND = new KillsFound("long-term-care");

  @AfterAll
  static void write() {
    FOUND.write();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(CareRule.class)
  void aStoryNoticesThatTheCheckIsGone(CareRule rule) {
    Told asked = stories(rule);
    assertEquals(List.of(), asked.failed, "these fail with every check made");
    assertTrue(asked.ran > 0, "no test carries the tag care:" + rule);
    Told[] left = new Told[1];
    SwitchedCareRules.without(rule, () -> left[0] = stories(rule));
    assertFalse(left[0].failed.isEmpty(), "nobody notices that " + rule + " is not asked");
    left[0].failed.forEach(
        story -> {
          print(rule.id() + " (" + rule + ") → killed by " + story);
          FOUND.add(rule.id(), rule.articles(), story);
        });
  }

  @SuppressWarnings("SystemOut") // The build shows which story holds which rule.
  private static void print(String line) {
    System.out.println(line);
  }

  private static Told stories(CareRule rule) {
    Told told = new Told();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("io.caresettle.longtermcare"))
                .filters(TagFilter.includeTags("care:" + rule))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build(),
            told);
    return told;
  }

  private static final class Told implements TestExecutionListener {
    private final List<String> failed = new ArrayList<>();
    private int ran;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      ran += test.isTest() ? 1 : 0;
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        failed.add(
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getJavaClass().getSimpleName())
                    .orElse("?")
                + ": \""
                + test.getDisplayName()
                + "\"");
      }
    }
  }
}
