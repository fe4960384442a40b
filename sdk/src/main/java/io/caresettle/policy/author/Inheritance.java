package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.Citation;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what a pack states and what its parent gives, and sees to it that they agree. */
final class Inheritance {

  private final Header header;
  private final Pack parent;

  Inheritance(Header header, Pack parent) {
    this.header = header;
    this.parent = parent;
  }

  /**
   * All values the pack has.
   *
   * @param table the values that the pack states, for the places of faults
   */
  Map<String, BoundValue> merge(Map<String, BoundValue> own, Optional<Mapping> table) {
    Map<String, BoundValue> all = new LinkedHashMap<>(parent.values());
    own.forEach(
        (name, value) -> {
          BoundValue above = parent.values().get(name);
          if (above != null && table.isPresent()) {
            check(name, value, above, table.get());
          }
          all.put(name, above == null ? value : value.within(above.range()));
        });
    return all;
  }

  /** Sees to what is used of the parent's: ranges are no numbers, and tables need the same rows. */
  void checkUsed(Set<String> used, Map<String, BoundValue> own, Field place, boolean serves) {
    for (String name : used) {
      BoundValue above = parent.values().get(name);
      if (above == null || own.containsKey(name) || above.series().isEmpty()) {
        continue;
      }
      if (above.gives() == Gives.RANGE && serves) {
        ValueSeries least = above.series().get();
        place.fault(
            "no value '" + name + "'",
            "a value of its own, within what "
                + file(above)
                + " allows ("
                + least.entries().get(0).source()
                + ")");
      }
      for (Dimension dimension : above.series().get().by()) {
        List<String> words = above.header().words(dimension);
        if (!words.equals(header.words(dimension))) {
          place.fault(
              "other words of " + dimension.id() + " than " + file(above) + " has",
              String.join(", ", words) + ", for '" + name + "' is given by them");
        }
      }
    }
  }

  private void check(String name, BoundValue value, BoundValue above, Mapping table) {
    if (value.series().isEmpty() || above.series().isEmpty()) {
      return;
    }
    Citation own = value.series().get().entries().get(0).source();
    ValueSeries given = above.series().get();
    if (above.gives() == Gives.VALUE) {
      table.faultAtKey(
          name,
          "a value of its own (" + own + ")",
          "none, for " + file(above) + " fixes it (" + given.entries().get(0).source() + ")");
    } else if (!value.unit().equals(above.unit())) {
      table.faultAtKey(
          name,
          "another unit than in " + file(above),
          above.unit().map(unit -> unit.id()).orElse(""));
    } else {
      above.range().ifPresent(range -> within(name, value, range, table));
    }
  }

  /** Every number of every day and cell; the first that lies outside is told. */
  private void within(String name, BoundValue value, BoundValue above, Mapping table) {
    ValueSeries own = value.series().get();
    ValueSeries ownMost = value.most().orElse(own);
    ValueSeries least = above.series().get();
    ValueSeries most = above.most().orElse(least);
    List<ValueSeries> all = List.of(own, least);
    for (LocalDate day : Rows.days(header, all)) {
      for (Map<Dimension, String> cell : Rows.cells(header, all)) {
        if (!knows(above, least, cell)) {
          table.faultAtKey(
              name, "no range" + Rows.text(cell) + " in " + file(above), "its words alone");
          return;
        }
        Cell low = Rows.number(header, own, day, cell);
        Cell high = Rows.number(header, ownMost, day, cell);
        Cell from = Rows.number(above.header(), least, day, cell);
        Cell to = Rows.number(above.header(), most, day, cell);
        boolean unknown = low.isUnknown();
        if (!unknown && (CellsBinder.compare(low, from) < 0 || CellsBinder.compare(high, to) > 0)) {
          table.faultAtKey(
              name,
              (CellsBinder.compare(low, from) < 0 ? low : high)
                  + Rows.text(cell)
                  + " on "
                  + day
                  + " ("
                  + own.on(day).source()
                  + ")",
              "from "
                  + from
                  + " to "
                  + to
                  + ", as "
                  + file(above)
                  + " allows ("
                  + least.on(day).source()
                  + ")");
          return;
        }
      }
    }
  }

  private static boolean knows(BoundValue above, ValueSeries series, Map<Dimension, String> cell) {
    return series.by().stream()
        .allMatch(dimension -> above.header().words(dimension).contains(cell.get(dimension)));
  }

  private static String file(BoundValue value) {
    return value.header().id().file();
  }
}
