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
record Value(
    String name,
    Cell.Unit unit,
    List<String> by,
    Gives gives,
    List<Dated<Map<List<String>, Cell>>> series) {

  /** What a parent's value means to the packs below it. */
  enum Gives {
    /** They have it and may not state it. */
    VALUE,
    /** They have it, unless they state their own. */
    DEFAULT,
    /** Each must state its own, within this. */
    RANGE
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
    Gives gives = gives(tree, parent);
    boolean range = gives == Gives.RANGE;
    List<Dated<Map<List<String>, Cell>>> series = new ArrayList<>();
    for (Tree entry : tree.trees("series")) {
      series.add(
          EntryReader.read(entry, said -> Cell.table(said, "value", by, unit, range, words)));
    }
    tree.end();
    Dated.check(tree, series, first, last);
    return new Value(name, unit, by, gives, List.copyOf(series));
  }

  /** What a value says that it means to those below, which only those above may say. */
  static Gives gives(Tree tree, boolean parent) {
    if (!tree.has("gives")) {
      return Gives.VALUE;
    }
    if (!parent) {
      throw tree.bad("only the pack of a nation or a province gives values to others");
    }
    return switch (tree.text("gives")) {
      case "value" -> Gives.VALUE;
      case "default" -> Gives.DEFAULT;
      case "range" -> Gives.RANGE;
      default -> throw tree.bad("a value gives a value, a default or a range");
    };
  }

  boolean covers(LocalDate first, Optional<LocalDate> last) {
    return Dated.cover(series, first, last);
  }

  Optional<Dated<Map<List<String>, Cell>>> entry(LocalDate day) {
    return Dated.on(series, day);
  }

  /** The cell for such a person in such a place, where there is one. */
  Optional<Cell> cell(LocalDate day, Who who) {
    return entry(day).map(entry -> entry.said().get(by.stream().map(who::word).toList()));
  }

  /** Whether somebody has published the number on {@code day} for such a person in such a place. */
  boolean isPublished(LocalDate day, Who who) {
    return cell(day, who).map(cell -> cell.least().isPresent()).orElse(true);
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
