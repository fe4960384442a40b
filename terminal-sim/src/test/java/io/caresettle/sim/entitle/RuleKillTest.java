package io.caresettle.sim.entitle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Leaves out one rule after the other and sees which stories notice. A story that holds a rule is a
 * test, of this package, that carries the rule's id as its tag and takes its rules from {@link
 * SwitchedRules}.
 */
@DisplayName("A rule that is left out is missed by a story")
class RuleKillTest {

  private static final List<String> FOUND = new ArrayList<>();

  /** Written down where the build joins it with the terminal's. */
  @AfterAll
  static void write() throws IOException {
    Path file = Path.of("target", "rule-kills-centre.csv");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, new LinkedHashSet<>(FOUND));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(CentreRule.class)
  void aStoryNoticesThatTheRuleIsGone(CentreRule rule) {
    Told asked = stories(rule);
    assertEquals(List.of(), asked.failed, "these fail with every rule asked");
    assertTrue(asked.ran > 0, "no test carries the tag " + rule.id());
    Told[] left = new Told[1];
    SwitchedRules.without(rule, () -> left[0] = stories(rule));
    assertFalse(left[0].failed.isEmpty(), "nobody notices that " + rule.id() + " is not asked");
    left[0].failed.forEach(
        story -> {
          print(rule.id() + " → killed by " + story);
          FOUND.add(
              rule.id() + ",\"" + rule.articles() + "\",\"" + story.replace("\"", "\"\"") + '"');
        });
  }

  @SuppressWarnings("SystemOut") // The build shows which story holds which rule.
  private static void print(String line) {
    System.out.println(line);
  }

  private static Told stories(CentreRule rule) {
    Told told = new Told();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("io.caresettle.sim.entitle"))
                .filters(TagFilter.includeTags(rule.id()))
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
            test.getSource().map(Told::className).orElse("?")
                + ": \""
                + test.getDisplayName()
                + "\"");
      }
    }

    private static String className(Object source) {
      String name =
          source instanceof MethodSource method
              ? method.getClassName()
              : source instanceof ClassSource type ? type.getClassName() : "?";
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}
