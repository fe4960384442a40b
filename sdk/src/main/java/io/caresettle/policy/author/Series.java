package io.caresettle.policy.author;

import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a pack through time: entries without gap or overlap. */
record Series(String name, Unit unit, List<Dimension> by, List<Entry> entries) {

  /** What a value may depend on. */
  enum Dimension {
    CATEGORY,
    LEVEL
  }

  /**
   * The value between two days.
   *
   * @param cells by the words of the dimensions, joined by a slash; the empty word without any
   */
  record Entry(
      LocalDate from,
      Optional<LocalDate> to,
      Map<String, Long> cells,
      Citation source,
      Optional<String> figure,
      Standing standing,
      Confidence confidence,
      Optional<String> assumed) {}

  /** The entry of a day that the pack serves; the checker saw to it that there is one. */
  Entry on(LocalDate date) {
    Entry found = entries.get(0);
    for (Entry entry : entries) {
      if (!entry.from().isAfter(date)) {
        found = entry;
      }
    }
    return found;
  }

  PolicyValue value(LocalDate date, InsuredCategory category, InstitutionLevel level) {
    Entry entry = on(date);
    String cell =
        String.join(
            "/",
            by.stream()
                .map(dimension -> dimension == Dimension.CATEGORY ? category : level)
                .map(Words::dashed)
                .toList());
    Long amount = entry.cells().get(cell);
    if (amount == null) {
      throw new IllegalStateException("The checker let " + name + " pass without " + cell);
    }
    return new PolicyValue(
        name,
        amount,
        unit == Unit.FEN ? 1 : 10_000,
        entry.from(),
        entry.source(),
        entry.figure(),
        entry.standing(),
        entry.confidence(),
        entry.assumed());
  }
}
