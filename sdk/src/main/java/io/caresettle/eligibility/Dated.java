package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/** Something that holds from a first day to a last one, both included. */
interface Dated {

  LocalDate from();

  /** Empty while it goes on. */
  Optional<LocalDate> to();

  /** Whether one of the days from {@code first} to {@code last} lies in it. */
  default boolean touches(LocalDate first, LocalDate last) {
    return !last.isBefore(from()) && to().map(end -> !end.isBefore(first)).orElse(true);
  }

  default boolean holdsOn(LocalDate day) {
    return !day.isBefore(from()) && to().map(last -> !day.isAfter(last)).orElse(true);
  }
}
