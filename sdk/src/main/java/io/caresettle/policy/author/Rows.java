package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.ValueSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every day and every cell in which several values meet, for checks that compare them. */
final class Rows {

  private Rows() {}

  /** The first days of all stretches of the pack in which none of the values changes. */
  static Collection<LocalDate> days(Header header, Collection<ValueSeries> values) {
    Set<LocalDate> days = new TreeSet<>(Set.of(header.from()));
    values.stream()
        .flatMap(series -> series.entries().stream())
        .map(entry -> entry.from())
        .filter(day -> day.isAfter(header.from()) && !header.to().map(day::isAfter).orElse(false))
        .forEach(days::add);
    return days;
  }

  /** Every combination of words of the dimensions that any of the values depends on. */
  static List<Map<Dimension, String>> cells(Header header, Collection<ValueSeries> values) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    values.forEach(series -> dimensions.addAll(series.by()));
    List<Map<Dimension, String>> cells = new ArrayList<>();
    cells.add(new EnumMap<>(Dimension.class));
    for (Dimension dimension : dimensions) {
      List<Map<Dimension, String>> longer = new ArrayList<>();
      for (Map<Dimension, String> cell : cells) {
        for (String word : header.words(dimension)) {
          Map<Dimension, String> next = new EnumMap<>(cell);
          next.put(dimension, word);
          longer.add(next);
        }
      }
      cells = longer;
    }
    return cells;
  }

  /** The number of a value, whose table has the words of {@code header}, on a day in a cell. */
  static Cell number(
      Header header, ValueSeries series, LocalDate day, Map<Dimension, String> cell) {
    int index = 0;
    for (Dimension dimension : series.by()) {
      List<String> words = header.words(dimension);
      index = index * words.size() + words.indexOf(cell.get(dimension));
    }
    return series.on(day).cells().get(index);
  }

  /** {@code for active/level-1}, or nothing for the one cell of a value without dimensions. */
  static String text(Map<Dimension, String> cell) {
    return cell.isEmpty() ? "" : " for " + String.join("/", cell.values());
  }
}
