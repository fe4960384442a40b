package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.writing.sheet.Block.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of one day, as tables by their dimensions. */
final class Numbers {

  private final CompiledPack pack;
  private final LocalDate date;

  Numbers(CompiledPack pack, LocalDate date) {
    this.pack = pack;
    this.date = date;
  }

  ValueSeries series(String name) {
    return pack.value(name).orElseThrow();
  }

  ValueEntry entry(String name) {
    return series(name).on(date);
  }

  /**
   * A value: one row for each word of its dimensions, the last of several across.
   *
   * @param role what the number is to the step
   */
  Block.Table table(Said role, ValueSeries series) {
    List<io.caresettle.policy.compiled.Cell> cells = series.on(date).cells();
    List<Dimension> by = series.by();
    if (by.size() < 2) {
      return rows(role, series, cells);
    }
    List<Dimension> down = by.subList(0, by.size() - 1);
    List<String> across = pack.header().words(by.get(by.size() - 1));
    List<Said> head = new ArrayList<>(down.stream().map(Terms::dimension).toList());
    across.forEach(word -> head.add(Terms.row(by.get(by.size() - 1), word)));
    List<List<Cell>> rows = new ArrayList<>();
    List<List<String>> words = pack.cellWords(series);
    for (int first = 0; first < cells.size(); first += across.size()) {
      List<Cell> row = named(down, words.get(first));
      for (int i = first; i < first + across.size(); i++) {
        row.add(number(series, cells.get(i)));
      }
      rows.add(row);
    }
    return new Block.Table(role, head, rows);
  }

  private Block.Table rows(
      Said role, ValueSeries series, List<io.caresettle.policy.compiled.Cell> cells) {
    List<Said> head = new ArrayList<>(series.by().stream().map(Terms::dimension).toList());
    head.add(role);
    List<List<Cell>> rows = new ArrayList<>();
    List<List<String>> words = pack.cellWords(series);
    for (int i = 0; i < cells.size(); i++) {
      List<Cell> row = named(series.by(), words.get(i));
      row.add(number(series, cells.get(i)));
      rows.add(row);
    }
    return new Block.Table(Said.NOTHING, head, rows);
  }

  static List<Cell> named(List<Dimension> by, List<String> words) {
    List<Cell> row = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      row.add(Cell.of(Terms.row(by.get(i), words.get(i))));
    }
    return row;
  }

  static Cell number(ValueSeries series, io.caresettle.policy.compiled.Cell cell) {
    return new Cell(Figures.of(series.unit(), cell), true, cell.isUnknown());
  }

  /**
   * Bands or tiers: for each case of the dimensions that any of their values has, a row for each.
   *
   * @param lower names of the values above which each begins, empty where it begins at nothing
   * @param upper names of the values up to which each goes, empty where it has no end
   */
  Block.Table bands(List<String> lower, List<String> upper, List<String> rates) {
    List<Dimension> by = new ArrayList<>();
    List<String> names = new ArrayList<>(lower);
    names.addAll(upper);
    names.addAll(rates);
    names.stream()
        .filter(name -> !name.isEmpty())
        .flatMap(name -> series(name).by().stream())
        .filter(dimension -> !by.contains(dimension))
        .forEach(by::add);
    List<Said> head = new ArrayList<>(by.stream().map(Terms::dimension).toList());
    head.add(new Said("段", "band"));
    head.add(new Said("比例", "rate"));
    List<List<Cell>> rows = new ArrayList<>();
    ValueSeries any =
        new ValueSeries(
            "", "", io.caresettle.policy.compiled.Unit.FEN, by, List.of(entry(rates.get(0))), "");
    for (List<String> words : pack.cellWords(any)) {
      Map<Dimension, String> at = new LinkedHashMap<>();
      for (int i = 0; i < by.size(); i++) {
        at.put(by.get(i), words.get(i));
      }
      for (int band = 0; band < rates.size(); band++) {
        List<Cell> row = named(by, words);
        Said from = end(lower.get(band), at);
        Said to = end(upper.get(band), at);
        row.add(Cell.ticked(span(from, to)));
        row.add(number(series(rates.get(band)), cell(rates.get(band), at)));
        rows.add(row);
      }
    }
    return new Block.Table(Said.NOTHING, head, rows);
  }

  private static Said span(Said from, Said to) {
    if (from.equals(Said.NOTHING)) {
      return to.equals(Said.NOTHING)
          ? new Said("全部", "all of it")
          : new Said(to.zh() + "以内（含）", "up to " + to.zh());
    }
    return to.equals(Said.NOTHING)
        ? new Said("超过 " + from.zh(), "above " + from.zh())
        : new Said(
            "超过 " + from.zh() + "至 " + to.zh() + "（含）",
            "above " + from.zh() + ", up to " + to.zh());
  }

  private Said end(String name, Map<Dimension, String> at) {
    return name.isEmpty() ? Said.NOTHING : Figures.of(series(name).unit(), cell(name, at));
  }

  private io.caresettle.policy.compiled.Cell cell(String name, Map<Dimension, String> at) {
    ValueSeries series = series(name);
    List<String> words =
        series.by().stream().map(dimension -> at.getOrDefault(dimension, "")).toList();
    return entry(name).cells().get(pack.cellWords(series).indexOf(words));
  }
}
