package io.caresettle.split;

import java.time.LocalDate;

/** The days a bill is for, from the first to the last; one day for all but a stay. */
public record Visit(LocalDate from, LocalDate to) {

  /**
   * @throws IllegalArgumentException when it ends before it begins
   */
  public Visit {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A visit from " + from + " cannot end on " + to);
    }
  }

  public static Visit on(LocalDate day) {
    return new Visit(day, day);
  }
}
