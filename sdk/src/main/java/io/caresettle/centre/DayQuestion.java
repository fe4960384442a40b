package io.caresettle.centre;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which settlements of a day are asked for.
 *
 * @param slots as in {@link DayTotals}
 * @param group only these; all where there is none
 * @param page what the page before named; empty for the first
 * @param pageSize at most so many at once, from 1 to 500
 */
public record DayQuestion(
    LocalDate businessDate,
    Set<Integer> slots,
    Optional<ClearingGroup> group,
    Optional<String> page,
    int pageSize) {

  /**
   * @throws IllegalArgumentException when no page has this size
   */
  public DayQuestion {
    slots = Set.copyOf(slots);
    if (pageSize < 1 || pageSize > 500) {
      throw new IllegalArgumentException("A page has 1 to 500 settlements, not " + pageSize);
    }
  }

  /** The same from the page that another one named. */
  public DayQuestion from(String next) {
    return new DayQuestion(businessDate, slots, group, Optional.of(next), pageSize);
  }
}
