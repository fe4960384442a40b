package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One number of the law under the days it holds for, and under whom and where where it differs. */
record Value(String name, Unit unit, List<Entry> series) {

  enum Unit {
    FEN,
    BASIS_POINTS
  }

  /** The number from {@code from} until {@code to}, by "category/level", with "" for every one. */
  record Entry(LocalDate from, Optional<LocalDate> to, Map<String, Integer> cells) {}

  private static final Set<String> CATEGORIES = Set.of("active", "retired");
  private static final Set<String> LEVELS = Set.of("level-1", "level-2", "level-3");
  private static final Set<String> STANDINGS =
      Set.of("in-force", "draft", "repealed", "fictitious");
  private static final Set<String> CONFIDENCES = Set.of("H", "M", "L", "none");

  static Value read(String name, Tree tree, LocalDate first, Optional<LocalDate> last) {
    tree.text("describes");
    Unit unit =
        switch (tree.text("unit")) {
          case "fen" -> Unit.FEN;
          case "basis-points" -> Unit.BASIS_POINTS;
          default -> throw tree.bad("the unit should be fen or basis-points");
        };
    List<String> by = List.copyOf(tree.wordsIfAny("by"));
    if (!List.of(List.of(), List.of("category"), List.of("level"), List.of("category", "level"))
        .contains(by)) {
      throw tree.bad("'by' should be category, level, or both in this order");
    }
    List<Entry> series = new ArrayList<>();
    for (Tree entry : tree.trees("series")) {
      series.add(readEntry(entry, by, unit));
    }
    tree.end();
    checkDays(tree, series, first, last);
    return new Value(name, unit, List.copyOf(series));
  }

  private static Entry readEntry(Tree tree, List<String> by, Unit unit) {
    LocalDate from = tree.date("from");
    Optional<LocalDate> to = tree.dateIfAny("to");
    Map<String, Integer> cells = new LinkedHashMap<>();
    if (by.isEmpty()) {
      cells.put("", tree.number("value"));
    } else {
      readCells(tree.tree("value"), by, "", cells);
    }
    if (unit == Unit.BASIS_POINTS && cells.values().stream().anyMatch(rate -> rate > 10_000)) {
      throw tree.bad("a rate is more than the whole");
    }
    Pack.readSource(tree.tree("source"));
    tree.treeIfAny("figure")
        .ifPresent(
            figure -> {
              figure.text("instrument");
              figure.textIfAny("number");
              figure.text("mark");
              figure.end();
            });
    if (!STANDINGS.contains(tree.text("standing"))
        || !CONFIDENCES.contains(tree.text("confidence"))) {
      throw tree.bad("unknown standing or confidence");
    }
    tree.textIfAny("assumed");
    tree.end();
    return new Entry(from, to, Map.copyOf(cells));
  }

  private static void readCells(
      Tree tree, List<String> by, String prefix, Map<String, Integer> cells) {
    Set<String> wanted = by.get(0).equals("category") ? CATEGORIES : LEVELS;
    if (!tree.keys().equals(wanted)) {
      throw tree.bad("every one of " + wanted + " should have a number, and nothing else");
    }
    for (String key : wanted) {
      if (by.size() > 1) {
        readCells(tree.tree(key), by.subList(1, by.size()), key + "/", cells);
      } else {
        cells.put(prefix + key, tree.number(key));
      }
    }
  }

  private static void checkDays(
      Tree tree, List<Entry> series, LocalDate first, Optional<LocalDate> last) {
    if (series.get(0).from().isAfter(first)) {
      throw tree.bad("no number for the first day of the file");
    }
    for (int i = 0; i < series.size(); i++) {
      Entry entry = series.get(i);
      boolean ends = entry.to().isPresent();
      if (ends && entry.to().get().isBefore(entry.from())) {
        throw tree.bad("an entry ends before it starts");
      }
      if (i + 1 < series.size()) {
        LocalDate next = series.get(i + 1).from();
        if (!ends || !next.equals(entry.to().get().plusDays(1))) {
          throw tree.bad("a gap or an overlap before " + next);
        }
      } else if (ends && (last.isEmpty() || entry.to().get().isBefore(last.get()))) {
        throw tree.bad("no number for the last days of the file");
      }
    }
  }

  /** The number on {@code day} for such a person in such a place. */
  Fraction on(LocalDate day, String category, String level) {
    for (Entry entry : series) {
      if (!day.isBefore(entry.from()) && entry.to().map(to -> !day.isAfter(to)).orElse(true)) {
        for (String key : List.of("", category, level, category + "/" + level)) {
          Integer number = entry.cells().get(key);
          if (number != null) {
            return Fraction.whole(number);
          }
        }
      }
    }
    throw new CannotAdjudicate(
        CannotAdjudicate.Reason.NO_LAW, name, name + " has no number for this claim on " + day);
  }
}
