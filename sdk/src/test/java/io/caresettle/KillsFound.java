package io.caresettle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which story noticed that a rule was left out, written down where the build joins it with the
 * centre's: a line for each, of rule, articles and story.
 */
public final class KillsFound {

  private final Path file;
  private final List<String> lines = new ArrayList<>();

  /** Into {@code target/rule-kills-NAME.csv} of this module. */
  public KillsFound(String name) {
    this.file = Path.of("target", "rule-kills-" + name + ".csv");
  }

  /** A rule that was left out, and who noticed. */
  public void add(String rule, String articles, String story) {
    lines.add(rule + "," + quoted(articles) + "," + quoted(story));
  }

  /** Writes what was added, and nothing else. */
  public void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
