package io.caresettle.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Leaves a rule out, sees whether a story notices, and writes it down where the build joins it into
 * the table of rules. A story that holds a rule is a test that carries the rule's tag and takes its
 * rules from the place that can leave one out. The sdk and the simulator test with it.
 */
public final class RuleKills {

  private final Path file;
  private final Stories stories;
  private final Set<String> lines = new LinkedHashSet<>();

  /**
   * @param name of {@code target/rule-kills-NAME.csv} of the module
   * @param stories the package whose tests are asked
   */
  public RuleKills(String name, String stories) {
    this.file = Path.of("target", "rule-kills-" + name + ".csv");
    this.stories = new Stories(stories);
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
    List<Stories.Told> asked = stories.told(tag);
    assertEquals(
        List.of(),
        asked.stream().flatMap(story -> story.failed().stream()).toList(),
        "these fail with every rule asked");
    assertTrue(asked.stream().anyMatch(story -> story.ran() > 0), "no test carries the tag " + tag);
    List<String> killers = new ArrayList<>();
    without.accept(() -> killers.addAll(firstKiller(asked)));
    assertFalse(killers.isEmpty(), "nobody notices that " + tag + " is not asked");
    for (String story : killers) {
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

  /** One that notices is enough: the others hold what they hold by themselves. */
  private List<String> firstKiller(List<Stories.Told> asked) {
    for (Stories.Told story : asked) {
      List<String> failed = stories.again(story).failed();
      if (!failed.isEmpty()) {
        return failed;
      }
    }
    return List.of();
  }

  @SuppressWarnings("SystemOut") // The build shows which story holds which rule.
  private static void print(String line) {
    System.out.println(line);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
