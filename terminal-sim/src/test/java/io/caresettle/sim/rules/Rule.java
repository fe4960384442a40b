package io.caresettle.sim.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A rule of the law by its id.
 *
 * @param who T, TC or C: terminal, both, centre
 * @param workPackage the one that must show it
 * @param texts whose, by their short names
 */
record Rule(String id, String who, String workPackage, String texts) {

  private static final Set<String> DONE =
      Set.of("first-light", "sealed-wire", "credentials", "split-engine", "eligibility-and-packs");
  private static final Map<String, String> AREAS =
      Map.of(
          "JS", "Jiangsu",
          "JSR", "Jiangsu",
          "SZ", "Suzhou",
          "NT", "Nantong",
          "HN", "Hainan",
          "SH", "Shanghai");

  static List<Rule> all() throws IOException {
    return rows("rules.csv").stream().map(r -> new Rule(r[0], r[1], r[2], r[3])).toList();
  }

  /** Why nothing holds a rule yet, by its id. */
  static Map<String, String> notYet() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    rows("not-yet.csv").forEach(row -> reasons.put(row[0], row[1]));
    return reasons;
  }

  private static List<String[]> rows(String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(Rule.class.getResourceAsStream("/rules/" + name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int columns = name.equals("rules.csv") ? 4 : 2;
      text.lines()
          .filter(line -> line.startsWith("R-"))
          .forEach(line -> rows.add(line.split(",", columns)));
    }
    return rows;
  }

  /** Whether its package is done, so that something must hold it. */
  boolean isDue() {
    return DONE.contains(workPackage);
  }

  /** Whether leaving it out at the terminal must turn a story red. */
  boolean mustBeKilledAtTheTerminal() {
    return workPackage.equals("eligibility-and-packs") && !who.equals("C");
  }

  /** Whose texts, as a reader of the table knows them. */
  String areas() {
    return texts.isEmpty()
        ? "all"
        : List.of(texts.split(" ")).stream()
            .map(text -> AREAS.getOrDefault(text, text))
            .distinct()
            .collect(Collectors.joining("; "));
  }
}
