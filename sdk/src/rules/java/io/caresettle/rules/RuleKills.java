package io.caresettle.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Leaves a rule out, sees which stories notice, and writes it down where the build joins it into
 * the table of rules. A story that holds a rule is a test that carries the rule's tag and takes its
 * rules from the place that can leave one out. The sdk and the simulator test with it.
 */
public final class RuleKills {

  private final Path file;
  private final String stories;
  private final Set<String> lines = new LinkedHashSet<>();

  /**
   * @param name of {@code target/rule-kills-NAME.csv} of the module
   * @param stories the package whose tests are asked
   */
  public RuleKills(String name, String stories) {
    this.file = Path.of("target", "rule-kills-" + name + ".csv");
    this.stories = stories;
  }

  /** The same for a rule whose stories carry its id as their tag. */
  public void isMissed(String id, String articles, Consumer<Runnable> without) {
    isMissed(id, articles, id, without);
  }

  /**
   * Fails unless all stories of the rule hold with it, and one does not without it.
   *
   * @param tag that its stories carry
   * @param without runs something while the rule is left out
   */
  public void isMissed(String id, String articles, String tag, Consumer<Runnable> without) {
    Told asked = told(tag);
    assertEquals(List.of(), asked.failed, "these fail with every rule asked");
    assertTrue(asked.ran > 0, "no test carries the tag " + tag);
    Told left = new Told();
    without.accept(() -> tell(tag, left));
    assertFalse(left.failed.isEmpty(), "nobody notices that " + tag + " is not asked");
    for (String story : left.failed) {
      print((tag.equals(id) ? id : id + " (" + tag + ")") + " → killed by " + story);
      lines.add(id + "," + quoted(articles) + "," + quoted(story));
    }
  }

  /** Writes what was found, and nothing else: a line for each, of rule, articles and story. */
  public void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Told told(String tag) {
    Told told = new Told();
    tell(tag, told);
    return told;
  }

  private void tell(String tag, Told told) {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(stories))
                .filters(TagFilter.includeTags(tag))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build(),
            told);
  }

  @SuppressWarnings("SystemOut") // The build shows which story holds which rule.
  private static void print(String line) {
    System.out.println(line);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
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
