package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.Unit;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the table of a value: every cell must be there, and no other. */
final class CellsBinder {

  private static final String RATIO =
      "a ratio such as 2/3, from 0 to 1, of at most " + Unit.MOST_PARTS + " parts";

  private final Unit unit;
  private final List<Dimension> by;
  private final Header header;
  private final boolean known;
  private final Optional<SaidBinder> said;

  /**
   * @param known whether unit and dimensions could be read; without them no cell is a fault
   */
  CellsBinder(Unit unit, List<Dimension> by, Header header, boolean known) {
    this.unit = unit;
    this.by = by;
    this.header = header;
    this.known = known;
    this.said = Optional.empty();
  }

  /** Of a name of entitlement, which is one cell. */
  CellsBinder(EntitlementName name, Header header) {
    this.unit = Unit.of(name.unit());
    this.by = List.of();
    this.header = header;
    this.known = true;
    this.said = Optional.of(new SaidBinder(name));
  }

  /** The numbers row by row; empty when any of them is at fault. */
  Optional<List<Cell>> numbers(Field field) {
    return table(field, this::number);
  }

  /** The bounds row by row; empty when any of them is at fault. */
  Optional<List<Bounds>> ranges(Field field) {
    return table(field, this::bounds);
  }

  record Bounds(Cell least, Cell most) {}

  private <T> Optional<List<T>> table(Field field, Function<Field, Optional<T>> leaf) {
    List<T> cells = new ArrayList<>();
    return known && fill(field, by, leaf, cells) ? Optional.of(cells) : Optional.empty();
  }

  private <T> boolean fill(
      Field field, List<Dimension> rest, Function<Field, Optional<T>> leaf, List<T> cells) {
    if (rest.isEmpty()) {
      Optional<T> cell = leaf.apply(field);
      cell.ifPresent(cells::add);
      return cell.isPresent();
    }
    Optional<Mapping> table = field.mapping();
    boolean whole = table.isPresent();
    for (String word : header.words(rest.get(0))) {
      if (table.isPresent()) {
        whole &= fill(table.get().required(word), rest.subList(1, rest.size()), leaf, cells);
      }
    }
    return whole;
  }

  private Optional<Cell> number(Field field) {
    if (field.asWritten().equals(Optional.of("unknown"))) {
      return Optional.of(Cell.UNKNOWN);
    }
    if (field.asWritten().flatMap(word -> Nearest.to(word, List.of("unknown"))).isPresent()) {
      field.fault("'" + field.asWritten().get() + "'", "a number; perhaps 'unknown'");
      return Optional.empty();
    }
    return said.isPresent() ? said.get().bind(field) : ofBenefits(field);
  }

  private Optional<Cell> ofBenefits(Field field) {
    return switch (unit) {
      case FEN -> field.integer(0, unit.most()).map(fen -> new Cell(fen, 1));
      case BASIS_POINTS -> field.integer(0, unit.most()).map(parts -> new Cell(parts, 10_000));
      case RATIO -> field.text(RATIO, CellsBinder::ratio);
      default -> Optional.empty();
    };
  }

  private static Cell ratio(String text) {
    if (!text.matches("\\d{1,7}/\\d{1,7}")) {
      throw new IllegalArgumentException(text);
    }
    int slash = text.indexOf('/');
    Cell cell =
        new Cell(
            Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    if (cell.of() < 1 || cell.of() > Unit.MOST_PARTS || cell.amount() > cell.of()) {
      throw new IllegalArgumentException(text);
    }
    return cell;
  }

  private Optional<Bounds> bounds(Field field) {
    if (said.isPresent() && !unit.counts()) {
      field.fault("a range in " + unit.id(), "a range of numbers alone");
      return Optional.empty();
    }
    Optional<Mapping> both = field.mapping();
    Optional<Cell> least = both.flatMap(range -> known(range.required("least")));
    Optional<Cell> most = both.flatMap(range -> known(range.required("most")));
    if (least.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    if (compare(least.get(), most.get()) > 0) {
      field.fault(
          "a range from " + least.get() + " to " + most.get(), "the least not above the most");
      return Optional.empty();
    }
    return Optional.of(new Bounds(least.get(), most.get()));
  }

  private Optional<Cell> known(Field field) {
    Optional<Cell> cell = number(field);
    if (cell.isPresent() && cell.get().isUnknown()) {
      field.fault("'unknown'", "a number, for a range needs both");
      return Optional.empty();
    }
    return cell;
  }

  /** Exact, for ratios too: no denominator is above a million. */
  static int compare(Cell one, Cell other) {
    return Long.compare(one.amount() * other.of(), other.amount() * one.of());
  }
}
