package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.PackId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A pack of a nation or a province that serves nobody itself, on one day: what it decides for those
 * below it, within which bounds they decide, and what it leaves to them.
 */
public record Frame(PackId pack, List<Line> lines) {

  public Frame {
    lines = List.copyOf(lines);
  }

  /**
   * One value of a frame.
   *
   * @param gives value, default, range or left: what those below may do with it
   * @param said the numbers or words, in the unit; empty where it is left to those below
   */
  public record Line(
      String name, String describes, String gives, String said, String source, String sureness) {}

  static Optional<Frame> of(Pack pack, LocalDate day) {
    boolean ended = pack.header().to().map(day::isAfter).orElse(false);
    if (pack.compiled().isPresent() || ended || day.isBefore(pack.header().from())) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    pack.values()
        .forEach((name, value) -> value.series().ifPresent(series -> lines.add(line(value, day))));
    return Optional.of(new Frame(pack.id(), lines));
  }

  private static Line line(BoundValue value, LocalDate day) {
    ValueSeries series = value.series().orElseThrow();
    ValueEntry entry = series.on(day);
    boolean left = entry.cells().stream().allMatch(Cell::isUnknown);
    return new Line(
        series.name(),
        series.describes(),
        left ? "left" : value.gives().name().toLowerCase(Locale.ROOT),
        left ? "" : said(value, series, day) + ' ' + series.unit().id(),
        entry.source() + entry.figure().map(figure -> "; " + figure).orElse(""),
        Words.dashed(entry.standing()) + ", " + Words.dashed(entry.confidence()));
  }

  /** Each cell with its words; of a range from its least to its most. */
  private static String said(BoundValue value, ValueSeries series, LocalDate day) {
    List<String> all = new ArrayList<>();
    for (Map<Dimension, String> cell : Rows.cells(value.header(), List.of(series))) {
      String least = Rows.number(value.header(), series, day, cell).toString();
      String most =
          value
              .most()
              .map(up -> " – " + Rows.number(value.header(), up, day, cell))
              .filter(text -> !text.equals(" – " + least))
              .orElse("");
      all.add((cell.isEmpty() ? "" : String.join("/", cell.values()) + ": ") + least + most);
    }
    return String.join("; ", all);
  }
}
