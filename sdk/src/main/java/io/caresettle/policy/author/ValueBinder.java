package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.Unit;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a value of a pack, and sees to it that it holds on every day the pack serves. */
final class ValueBinder {

  private final Header header;
  private final boolean daysKnown;
  private final boolean parent;

  /**
   * @param daysKnown whether the header has its days, or only stand-ins for them
   * @param parent whether the pack is a nation's or a province's, which give to children
   */
  ValueBinder(Header header, boolean daysKnown, boolean parent) {
    this.header = header;
    this.daysKnown = daysKnown;
    this.parent = parent;
  }

  BoundValue bind(String name, Field field) {
    Optional<Mapping> value = field.mapping();
    if (value.isEmpty()) {
      return nothing(Optional.empty(), Gives.VALUE);
    }
    Optional<String> describes = HeaderBinder.line(value.get().required("describes"));
    Optional<Unit> unit = value.get().required("unit").word(Words.UNITS);
    Optional<List<Dimension>> dimensions = by(value.get().optional("by"));
    List<Dimension> by = dimensions.orElse(List.of());
    Gives gives = parent ? gives(value.get().optional("gives")) : Gives.VALUE;
    boolean known = unit.isPresent() && dimensions.isPresent();
    CellsBinder cells = new CellsBinder(unit.orElse(Unit.FEN), by, header, known);
    EntryBinder entry = new EntryBinder(cells, gives == Gives.RANGE);
    List<EntryBinder.Bound> entries = entries(value.get().required("series"), entry);
    return describes.isEmpty() || unit.isEmpty()
        ? nothing(unit, gives)
        : whole(name, describes.get(), unit.get(), by, gives, entries);
  }

  /** A name of entitlement: what it is and its unit are known, and may be left out. */
  BoundValue bind(EntitlementName name, Field field) {
    Unit unit = Unit.of(name.unit());
    Optional<Mapping> value = field.mapping();
    if (value.isEmpty()) {
      return nothing(Optional.of(unit), Gives.VALUE);
    }
    Optional<String> describes = HeaderBinder.line(value.get().optional("describes"));
    Field unitField = value.get().optional("unit");
    Optional<Unit> said = unitField.word(Words.ALL_UNITS);
    if (said.isPresent() && said.get() != unit) {
      unitField.fault("'" + said.get().id() + "'", unit.id() + ", for so it is said");
    }
    Gives gives = parent ? gives(value.get().optional("gives")) : Gives.VALUE;
    EntryBinder entry = new EntryBinder(new CellsBinder(name, header), gives == Gives.RANGE);
    List<EntryBinder.Bound> entries = entries(value.get().required("series"), entry);
    return whole(name.id(), describes.orElse(""), unit, List.of(), gives, entries);
  }

  private BoundValue nothing(Optional<Unit> unit, Gives gives) {
    return new BoundValue(
        unit, Optional.empty(), Optional.empty(), gives, header, Optional.empty());
  }

  private BoundValue whole(
      String name,
      String describes,
      Unit unit,
      List<Dimension> by,
      Gives gives,
      List<EntryBinder.Bound> entries) {
    if (entries.isEmpty()) {
      return nothing(Optional.of(unit), gives);
    }
    String area = header.id().area();
    List<ValueEntry> numbers = entries.stream().map(EntryBinder.Bound::entry).toList();
    List<ValueEntry> most = entries.stream().flatMap(bound -> bound.most().stream()).toList();
    return new BoundValue(
        Optional.of(unit),
        Optional.of(new ValueSeries(name, describes, unit, by, numbers, area)),
        gives == Gives.RANGE
            ? Optional.of(new ValueSeries(name, describes, unit, by, most, area))
            : Optional.empty(),
        gives,
        header,
        Optional.empty());
  }

  private Gives gives(Field field) {
    Optional<Gives> word = field.word(Words.GIVES);
    if (word.equals(Optional.of(Gives.RANGE)) && !header.care().isEmpty()) {
      field.fault("a range in a pack that serves care itself", "a pack without 'care' or 'plan'");
    }
    return word.orElse(Gives.VALUE);
  }

  /** Empty when any of them is at fault. */
  private static Optional<List<Dimension>> by(Field field) {
    List<Dimension> by = new ArrayList<>();
    List<Field> elements = field.list();
    for (Field element : elements) {
      Optional<Dimension> dimension = element.word(Words.DIMENSIONS);
      if (dimension.isPresent() && by.contains(dimension.get())) {
        element.fault("'" + dimension.get().id() + "' a second time", "each once");
      } else {
        dimension.ifPresent(by::add);
      }
    }
    return by.size() == elements.size() ? Optional.of(by) : Optional.empty();
  }

  /** All entries, or none when any of them is at fault. */
  private List<EntryBinder.Bound> entries(Field series, EntryBinder binder) {
    List<Field> list = series.list();
    if (series.present() && list.isEmpty()) {
      series.fault("no entry", "at least one entry of the series");
    }
    List<EntryBinder.Bound> entries = new ArrayList<>();
    boolean any = false;
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
      } else if (any) {
        checkNext(fromField, from, dayBefore);
      }
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        toField.fault(to.get() + ", before its own first day", "a day from " + from.get() + " on");
      }
      if (last) {
        checkLast(toField, to);
      }
      any = true;
      dayBefore = to;
      binder.bind(entry.get(), from, to).ifPresent(entries::add);
    }
    return entries.size() == list.size() ? entries : List.of();
  }

  private void checkFirst(Field field, Optional<LocalDate> from) {
    if (daysKnown && from.isPresent() && from.get().isAfter(header.from())) {
      field.fault(
          "a first value from " + from.get() + ", after the first day of the pack",
          "a day not after " + header.from());
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
    if (to.isPresent() && header.to().isEmpty()) {
      field.fault("a gap: nothing after " + to.get(), "no end, for the pack has none");
    } else if (to.isPresent() && to.get().isBefore(header.to().get())) {
      field.fault(
          "a gap: nothing after " + to.get(),
          "no end, or a day from " + header.to().get() + " on, the last of the pack");
    }
  }
}
