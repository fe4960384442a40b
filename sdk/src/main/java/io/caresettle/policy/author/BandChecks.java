package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.reading.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to it that bounds ascend: on every day, in every cell. */
final class BandChecks {

  private final Header header;
  private final Map<String, BoundValue> values;

  BandChecks(Header header, Map<String, BoundValue> values) {
    this.header = header;
    this.values = values;
  }

  void check(StepDraft step, Field place) {
    for (String key : List.of("bands.up-to", "tiers.above")) {
      List<String> names = step.keys().getOrDefault(key, List.of());
      for (int i = 1; i < names.size(); i++) {
        ascend(names.get(i - 1), names.get(i), place);
      }
    }
  }

  private void ascend(String lower, String upper, Field place) {
    Optional<ValueSeries> one = series(lower);
    Optional<ValueSeries> other = series(upper);
    if (one.isEmpty() || other.isEmpty()) {
      return;
    }
    List<ValueSeries> both = List.of(one.get(), other.get());
    for (LocalDate day : Rows.days(header, both)) {
      for (Map<Dimension, String> cell : Rows.cells(header, both)) {
        Cell below = Rows.number(header, one.get(), day, cell);
        Cell above = Rows.number(header, other.get(), day, cell);
        if (!below.isUnknown() && !above.isUnknown() && below.amount() >= above.amount()) {
          place.fault(
              "'"
                  + lower
                  + "' of "
                  + below
                  + " before '"
                  + upper
                  + "' of "
                  + above
                  + Rows.text(cell)
                  + " on "
                  + day,
              "bounds that ascend on every day and in every cell");
          return;
        }
      }
    }
  }

  private Optional<ValueSeries> series(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(BoundValue::isNumber)
        .filter(value -> wordsAgree(value))
        .flatMap(BoundValue::series);
  }

  /** Where an inherited table has other rows than this pack, that is told already. */
  private boolean wordsAgree(BoundValue value) {
    return value.series().stream()
        .flatMap(series -> series.by().stream())
        .allMatch(dimension -> value.header().words(dimension).equals(header.words(dimension)));
  }
}
