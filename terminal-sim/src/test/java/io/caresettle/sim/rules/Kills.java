package io.caresettle.sim.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What holds a rule: a story that noticed that it was left out, or a test that carries its id.
 *
 * @param killed the rule was left out and this test failed
 * @param test class and name
 */
record Kills(String rule, Side side, boolean killed, String test) {

  /** Whose rule it is that the test holds. */
  enum Side {
    TERMINAL,
    CENTRE,
    BOTH
  }

  private static final Pattern LINE = Pattern.compile("(R-[A-Z]+-\\d+),\"(.*)\",\"(.*)\"");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"(R-[A-Z]+-\\d+)\"\\)");
  private static final Pattern TAGGED =
      Pattern.compile(
          "(?:void (\\w+)\\()|(?:class (\\w+))|(?:@DisplayName\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\")");

  /** Whether it holds the rule where a test of {@code other} holds it. */
  boolean isOn(Side other) {
    return side == other || side == Side.BOTH;
  }

  /** What a module's kill tests wrote. */
  static List<Kills> written(Path target, Side side) throws IOException {
    List<Kills> all = new ArrayList<>();
    for (Path file : list(target, "rule-kills-")) {
      for (String line : Files.readAllLines(file)) {
        Matcher m = LINE.matcher(line);
        if (m.matches()) {
          all.add(new Kills(m.group(1), side, true, m.group(3).replace("\"\"", "\"")));
        }
      }
    }
    return all;
  }

  private static List<Path> list(Path folder, String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(prefix))
          .filter(f -> f.getFileName().toString().endsWith(".csv"))
          .sorted()
          .toList();
    }
  }

  /** Each tag of a rule in a module's tests, read from their text. */
  static List<Kills> tagged(Path tests) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(tests)) {
      files = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
    List<Kills> all = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      Matcher tag = TAG.matcher(text);
      while (tag.find()) {
        String type = file.getFileName().toString().replace(".java", "");
        all.add(
            new Kills(tag.group(1), side(file), false, type + ": " + named(text, tag.end(), type)));
      }
    }
    return all;
  }

  private static String named(String text, int from, String type) {
    Matcher next = TAGGED.matcher(text);
    if (!next.find(from)) {
      return type;
    }
    return next.group(1) != null
        ? next.group(1)
        : next.group(2) != null ? "(class)" : '"' + next.group(3) + '"';
  }

  private static Side side(Path file) {
    String path = file.toString().replace('\\', '/');
    if (path.matches(".*/sim/(entitle|adjudicate|centre|ledger)/.*")) {
      return Side.CENTRE;
    }
    return path.matches(".*/sim/(readings|worked|command|verdict)/.*") ? Side.BOTH : Side.TERMINAL;
  }
}
