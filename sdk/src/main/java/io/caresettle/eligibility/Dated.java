package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/** Something that holds from a first day to a last one, both included. */
interface Dated {

  LocalDate from();

  /** Empty while it goes on. */
  Optional<LocalDate> to();

  default boolean holdsOn(LocalDate day) {
    return !day.isBefore(from()) && to().map(last -> !day.isAfter(last)).orElse(true);
  }
}
