package io.caresettle.sim.readings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One number of a law nobody made, through time.
 *
 * @param by the dimensions of its tables, outermost first
 * @param gives what it means to the packs below, where a parent states it
 */
record ValueDraft(String unit, List<String> by, List<Entry> entries, Optional<String> gives) {

  /** What each dimension may be. */
  static final Map<String, List<String>> WORDS = words();

  /** Which residents a random table treats as it treats employees. */
  private static final Map<String, List<String>> RESIDENTS =
      Map.of(
          "active", List.of("adult", "child"),
          "retired", List.of("elderly", "student", "newborn"));

  static List<String> words(String dimension) {
    return WORDS.getOrDefault(dimension, List.of());
  }

  /**
   * @param cells row by row
   * @param rival cells of another reading of the law, which was decided against
   */
  record Entry(LocalDate from, List<String> cells, Optional<List<String>> rival) {}

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("category", List.of("active", "retired"));
    words.put("level", List.of("level-1", "level-2", "level-3"));
    words.put("group", List.of("none", "disabled-soldier"));
    words.put("aid", List.of("none", "full", "fixed"));
    words.put(
        "off-site",
        List.of("home", "long-term", "referred", "temporary", "unregistered", "emergency"));
    words.put("stay", List.of("stay-1", "stay-2", "stay-3"));
    words.put("grade", List.of("A", "B", "C", "D"));
    return words;
  }

  /** In force and sure as seldom as they must be for some packs to have no other number. */
  private static final List<String> STANDINGS =
      List.of(
          "standing: in-force\n        confidence: H",
          "standing: in-force\n        confidence: H",
          "standing: in-force\n        confidence: H",
          "standing: in-force\n        confidence: H",
          "standing: in-force\n        confidence: M",
          "standing: draft\n        confidence: H",
          "standing: in-force\n        confidence: H\n        assumed: the number");

  static int cells(List<String> by) {
    return by.stream()
        .mapToInt(dimension -> WORDS.getOrDefault(dimension, List.of()).size())
        .reduce(1, (a, b) -> a * b);
  }

  ValueDraft giving(String how) {
    return new ValueDraft(unit, by, entries, Optional.of(how));
  }

  /** The same with ranges around its numbers, which a child's own lie within. */
  ValueDraft range() {
    List<Entry> ranges = new ArrayList<>();
    for (Entry entry : entries) {
      ranges.add(
          new Entry(
              entry.from(),
              entry.cells().stream()
                  .map(cell -> "{least: " + cell + ", most: " + cell + "}")
                  .toList(),
              Optional.empty()));
    }
    return new ValueDraft(unit, by, ranges, Optional.of("range"));
  }

  /** The same with one cell unknown, on all its days. */
  ValueDraft without(int cell) {
    List<Entry> others = new ArrayList<>();
    for (Entry entry : entries) {
      List<String> cells = new ArrayList<>(entry.cells());
      cells.set(cell % cells.size(), "unknown");
      others.add(new Entry(entry.from(), List.copyOf(cells), entry.rival()));
    }
    return new ValueDraft(unit, by, List.copyOf(others), gives);
  }

  /** Only its first entry, of its first cell: the smallest value of its unit and name. */
  ValueDraft plain() {
    Entry first = entries.get(0);
    return new ValueDraft(
        unit,
        List.of(),
        List.of(new Entry(first.from(), first.cells().subList(0, 1), Optional.empty())),
        gives);
  }

  String yaml(String name, String scheme) {
    StringBuilder text = new StringBuilder("  " + name + ":\n");
    text.append("    describes: a number nobody made\n    unit: ").append(unit).append('\n');
    gives.ifPresent(how -> text.append("    gives: ").append(how).append('\n'));
    if (!by.isEmpty()) {
      text.append("    by: ").append(by).append('\n');
    }
    text.append("    series:\n");
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      text.append("      - from: ").append(entry.from()).append('\n');
      if (i + 1 < entries.size()) {
        text.append("        to: ").append(entries.get(i + 1).from().minusDays(1)).append('\n');
      }
      String mine = table(entry.cells(), scheme);
      if (entry.rival().isPresent()) {
        text.append("        claims:\n          - {value: ")
            .append(table(entry.rival().get(), scheme))
            .append(", source: {text: JS, article: \"52\", paragraph: 1}}\n          - {value: ")
            .append(mine)
            .append(", source: {text: JS, article: \"16\", paragraph: 1}}\n")
            .append(
                "        decision: {chosen: {text: JS, article: \"16\", paragraph: 1}, because:")
            .append(" somebody must, decided_on: 2026-11-30, by: nobody}\n");
      } else {
        text.append("        value: ").append(mine).append('\n');
        text.append("        source: {text: JS, article: \"16\", paragraph: 1}\n");
      }
      // By chance, and yet the same whenever the text is made.
      text.append("        ")
          .append(STANDINGS.get(Math.floorMod(entry.cells().hashCode(), STANDINGS.size())))
          .append('\n');
    }
    return text.toString();
  }

  private String table(List<String> cells, String scheme) {
    return table(by, cells.iterator(), scheme.equals("resident"));
  }

  private static String table(List<String> left, Iterator<String> cells, boolean residents) {
    if (left.isEmpty()) {
      return cells.next();
    }
    List<String> rows = new ArrayList<>();
    for (String word : WORDS.getOrDefault(left.get(0), List.of())) {
      String row = table(left.subList(1, left.size()), cells, residents);
      boolean other = residents && left.get(0).equals("category");
      for (String said : other ? RESIDENTS.getOrDefault(word, List.of()) : List.of(word)) {
        rows.add(said + ": " + row);
      }
    }
    return "{" + String.join(", ", rows) + "}";
  }
}
