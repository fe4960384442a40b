package io.caresettle.policy.author;

import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Standing;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a value of a pack, and sees to it that it holds on every day the pack serves. */
final class SeriesBinder {

  private static final Map<String, Series.Dimension> DIMENSIONS = dimensions();

  private final Optional<LocalDate> packFrom;
  private final Optional<LocalDate> packTo;

  SeriesBinder(Optional<LocalDate> packFrom, Optional<LocalDate> packTo) {
    this.packFrom = packFrom;
    this.packTo = packTo;
  }

  /** A value as it was read; the unit is known even where something else is at fault. */
  record Bound(Optional<Unit> unit, Optional<Series> series) {}

  Bound bind(String name, Field field) {
    Optional<Mapping> value = field.mapping();
    if (value.isEmpty()) {
      return new Bound(Optional.empty(), Optional.empty());
    }
    value.get().required("describes").text();
    Optional<Unit> unit = value.get().required("unit").word(Words.UNITS);
    List<Series.Dimension> by = by(value.get().optional("by"));
    Field series = value.get().required("series");
    List<Series.Entry> entries = entries(series, unit.orElse(Unit.FEN), by);
    return new Bound(
        unit,
        entries.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Series(name, unit.orElse(Unit.FEN), List.copyOf(by), List.copyOf(entries))));
  }

  private static List<Series.Dimension> by(Field field) {
    List<Series.Dimension> by = new ArrayList<>();
    for (Field element : field.list()) {
      Optional<Series.Dimension> dimension = element.word(DIMENSIONS);
      if (dimension.isPresent() && by.contains(dimension.get())) {
        element.fault("'" + Words.dashed(dimension.get()) + "' a second time", "each once");
      } else {
        dimension.ifPresent(by::add);
      }
    }
    return by;
  }

  /** All entries, or none when any of them is at fault. */
  private List<Series.Entry> entries(Field series, Unit unit, List<Series.Dimension> by) {
    List<Field> list = series.list();
    if (series.present() && list.isEmpty()) {
      series.fault("no entry", "at least one entry of the series");
    }
    List<Series.Entry> entries = new ArrayList<>();
    Optional<Field> toBefore = Optional.empty();
    Optional<LocalDate> dayBefore = Optional.empty();
    for (int i = 0; i < list.size(); i++) {
      Optional<Mapping> entry = list.get(i).mapping();
      if (entry.isEmpty()) {
        continue;
      }
      boolean last = i == list.size() - 1;
      Field fromField = entry.get().required("from");
      Field toField = last ? entry.get().optional("to") : entry.get().required("to");
      Optional<LocalDate> from = fromField.date();
      Optional<LocalDate> to = toField.date();
      if (i == 0) {
        checkFirst(fromField, from);
      } else if (toBefore.isPresent()) {
        checkNext(fromField, from, dayBefore);
      }
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        toField.fault(to.get() + ", before its own first day", "a day from " + from.get() + " on");
      }
      if (last) {
        checkLast(toField, to);
      }
      toBefore = Optional.of(toField);
      dayBefore = to;
      rest(entry.get(), unit, by, from, to).ifPresent(entries::add);
    }
    return entries.size() == list.size() ? entries : List.of();
  }

  private void checkFirst(Field field, Optional<LocalDate> from) {
    if (from.isPresent() && packFrom.isPresent() && from.get().isAfter(packFrom.get())) {
      field.fault(
          "a first value from " + from.get() + ", after the first day of the pack",
          "a day not after " + packFrom.get());
    }
  }

  private static void checkNext(
      Field field, Optional<LocalDate> from, Optional<LocalDate> dayBefore) {
    if (from.isEmpty() || dayBefore.isEmpty()) {
      return;
    }
    LocalDate expected = dayBefore.get().plusDays(1);
    if (from.get().isAfter(expected)) {
      field.fault(
          "a gap: nothing from " + expected + " to " + from.get().minusDays(1), expected + "");
    } else if (from.get().isBefore(expected)) {
      field.fault("an overlap: the entry before lasts to " + dayBefore.get(), expected + "");
    }
  }

  private void checkLast(Field field, Optional<LocalDate> to) {
    if (to.isPresent() && packTo.isEmpty()) {
      field.fault("a gap: nothing after " + to.get(), "no end, for the pack has none");
    } else if (to.isPresent() && to.get().isBefore(packTo.get())) {
      field.fault(
          "a gap: nothing after " + to.get(),
          "no end, or a day from " + packTo.get() + " on, the last of the pack");
    }
  }

  private Optional<Series.Entry> rest(
      Mapping entry,
      Unit unit,
      List<Series.Dimension> by,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    Map<String, Long> cells = new LinkedHashMap<>();
    boolean whole = cells(entry.required("value"), unit, by, "", cells);
    Optional<Citation> source = ArticleIndex.bind(entry.required("source"));
    Optional<String> figure = entry.optional("figure").mapping().map(SeriesBinder::figure);
    Optional<Standing> standing = entry.required("standing").word(Words.STANDINGS);
    Optional<Confidence> confidence = entry.required("confidence").word(Words.CONFIDENCES);
    Optional<String> assumed = entry.optional("assumed").text();
    if (!whole
        || from.isEmpty()
        || source.isEmpty()
        || standing.isEmpty()
        || confidence.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Series.Entry(
            from.get(),
            to,
            Map.copyOf(cells),
            source.get(),
            figure,
            standing.get(),
            confidence.get(),
            assumed));
  }

  /** Whether every cell of the table was there. */
  private static boolean cells(
      Field field, Unit unit, List<Series.Dimension> by, String path, Map<String, Long> cells) {
    if (by.isEmpty()) {
      Optional<Long> amount = field.integer(0, unit.most());
      amount.ifPresent(number -> cells.put(path, number));
      return amount.isPresent();
    }
    Optional<Mapping> table = field.mapping();
    boolean whole = table.isPresent();
    for (String word : words(by.get(0))) {
      if (table.isPresent()) {
        String next = path.isEmpty() ? word : path + '/' + word;
        whole &= cells(table.get().required(word), unit, by.subList(1, by.size()), next, cells);
      }
    }
    return whole;
  }

  private static Iterable<String> words(Series.Dimension dimension) {
    return dimension == Series.Dimension.CATEGORY
        ? Words.CATEGORIES.keySet()
        : Words.LEVELS.keySet();
  }

  private static String figure(Mapping figure) {
    String instrument = figure.required("instrument").text().orElse("");
    String number = figure.required("number").text().orElse("");
    String mark = figure.required("mark").word(Words.MARKS).orElse("");
    return instrument + ' ' + number + " (" + mark + ')';
  }

  private static Map<String, Series.Dimension> dimensions() {
    Map<String, Series.Dimension> words = new LinkedHashMap<>();
    words.put("category", Series.Dimension.CATEGORY);
    words.put("level", Series.Dimension.LEVEL);
    return words;
  }
}
