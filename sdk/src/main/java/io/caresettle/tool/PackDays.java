package io.caresettle.tool;

import io.caresettle.reading.Fault;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import io.caresettle.reading.ReadingFailed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The days on which somebody looked at a pack or decided something in it; none is to come. */
final class PackDays {

  private final LocalDate today;

  private PackDays(LocalDate today) {
    this.today = today;
  }

  /** A fault for each day after {@code today}, of a file that is a pack otherwise. */
  static List<Fault> faults(Path file, LocalDate today) {
    try {
      return Reading.of(file, new PackDays(today)::look);
    } catch (ReadingFailed e) {
      return e.faults();
    }
  }

  private Optional<List<Fault>> look(Mapping pack) {
    pack.all();
    past(pack.optional("still_valid_on"));
    pack.optional("values").mapping().map(Mapping::all).stream()
        .flatMap(values -> values.values().stream())
        .flatMap(value -> all(value).stream())
        .flatMap(value -> value.optional("series").list().stream())
        .flatMap(entry -> all(entry).stream())
        .flatMap(entry -> all(entry.optional("decision")).stream())
        .forEach(decision -> past(decision.optional("decided_on")));
    return Optional.of(List.of());
  }

  /** A mapping of which every key counts as asked for: whether it belongs there is told already. */
  private static Optional<Mapping> all(Field field) {
    Optional<Mapping> mapping = field.isMapping() ? field.mapping() : Optional.empty();
    mapping.ifPresent(Mapping::all);
    return mapping;
  }

  private void past(Field field) {
    field
        .date()
        .filter(day -> day.isAfter(today))
        .ifPresent(
            day ->
                field.fault(
                    day + ", which is to come",
                    "a day up to "
                        + today
                        + ", on which somebody did it; look at the computer's"
                        + " clock if that is not today"));
  }
}
