package io.caresettle.policy.compiled;

import java.time.LocalDate;
import java.util.List;

/**
 * A value of a pack through time: entries without gap or overlap.
 *
 * @param describes what it is, in words
 * @param statedBy the area whose pack states it: a nation's or province's where it is inherited
 */
public record ValueSeries(
    String name,
    String describes,
    Unit unit,
    List<Dimension> by,
    List<ValueEntry> entries,
    String statedBy) {

  public ValueSeries {
    by = List.copyOf(by);
    entries = List.copyOf(entries);
  }

  /** The entry of a day that the pack serves. */
  public ValueEntry on(LocalDate date) {
    ValueEntry found = entries.get(0);
    for (ValueEntry entry : entries) {
      if (!entry.from().isAfter(date)) {
        found = entry;
      }
    }
    return found;
  }
}
