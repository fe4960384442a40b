package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One number of the law under the days it holds for, and under whom and where where it differs.
 *
 * @param by the dimensions of its tables, outermost first
 */
record Value(String name, Cell.Unit unit, List<String> by, Gives gives, List<Entry> series) {

  /** What a parent's value means to the packs below it. */
  enum Gives {
    /** They have it and may not state it. */
    VALUE,
    /** They have it, unless they state their own. */
    DEFAULT,
    /** Each must state its own, within this. */
    RANGE
  }

  /** The table from {@code from} until {@code to}, by its words in the order of {@code by}. */
  record Entry(
      LocalDate from, Optional<LocalDate> to, Map<List<String>, Cell> cells, Citation source) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  static Value read(
      String name,
      Tree tree,
      boolean parent,
      Map<String, Set<String>> words,
      LocalDate first,
      Optional<LocalDate> last) {
    tree.text("describes");
    Cell.Unit unit = Cell.Unit.read(tree);
    List<String> by = List.copyOf(tree.wordsIfAny("by"));
    if (!words.keySet().containsAll(by)) {
      throw tree.bad("'by' may name " + words.keySet() + " only");
    }
    Gives gives = Gives.VALUE;
    if (tree.has("gives")) {
      if (!parent) {
        throw tree.bad("only the pack of a nation or a province gives values to others");
      }
      gives =
          switch (tree.text("gives")) {
            case "value" -> Gives.VALUE;
            case "default" -> Gives.DEFAULT;
            case "range" -> Gives.RANGE;
            default -> throw tree.bad("a value gives a value, a default or a range");
          };
    }
    List<Entry> series = new ArrayList<>();
    for (Tree entry : tree.trees("series")) {
      series.add(EntryReader.read(entry, by, unit, gives == Gives.RANGE, words));
    }
    tree.end();
    checkDays(tree, series, first, last);
    return new Value(name, unit, by, gives, List.copyOf(series));
  }

  private static void checkDays(
      Tree tree, List<Entry> series, LocalDate first, Optional<LocalDate> last) {
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
      }
    }
    if (!coverDays(series, first, last)) {
      throw tree.bad("no number for the first or the last days of the file");
    }
  }

  /** Whether a series without gaps has a number on every one of these days. */
  private static boolean coverDays(List<Entry> series, LocalDate first, Optional<LocalDate> last) {
    Optional<LocalDate> end = series.get(series.size() - 1).to();
    return !series.get(0).from().isAfter(first)
        && end.map(day -> last.isPresent() && !day.isBefore(last.get())).orElse(true);
  }

  boolean covers(LocalDate first, Optional<LocalDate> last) {
    return coverDays(series, first, last);
  }

  Optional<Entry> entry(LocalDate day) {
    return series.stream().filter(entry -> entry.covers(day)).findFirst();
  }

  /** The cell for such a person in such a place, where there is one. */
  Optional<Cell> cell(LocalDate day, Who who) {
    return entry(day).map(entry -> entry.cells().get(by.stream().map(who::word).toList()));
  }

  /** The number on {@code day} for such a person in such a place. */
  Fraction on(LocalDate day, Who who) {
    Cell cell =
        cell(day, who)
            .orElseThrow(
                () ->
                    new CannotAdjudicate(
                        Reason.NO_LAW, name, name + " has no number for this claim on " + day));
    if (gives == Gives.RANGE) {
      throw new CannotAdjudicate(
          Reason.MALFORMED_PACK, name, name + " is a range for other packs to state a number in");
    }
    return cell.least()
        .orElseThrow(
            () ->
                new CannotAdjudicate(
                    Reason.PARAMETER_NOT_PUBLISHED,
                    name,
                    name + " is not published: " + citation(day)));
  }

  String citation(LocalDate day) {
    return entry(day).map(entry -> entry.source().toString()).orElse("");
  }
}
