package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.Optional;

/** Days from one to another, both included; without an end they go on. */
public record Dates(LocalDate from, Optional<LocalDate> to) {

  static Dates from(LocalDate from) {
    return new Dates(from, Optional.empty());
  }

  static Dates between(LocalDate from, LocalDate to) {
    return new Dates(from, Optional.of(to));
  }

  /** Whether a day is one of them. */
  public boolean cover(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  boolean meet(Dates other) {
    return to.map(last -> !last.isBefore(other.from)).orElse(true)
        && other.to.map(last -> !last.isBefore(from)).orElse(true);
  }

  boolean empty() {
    return to.map(last -> last.isBefore(from)).orElse(false);
  }

  /** The same, but over by a day. */
  Dates until(LocalDate last) {
    return to.isPresent() && !to.get().isAfter(last) ? this : between(from, last);
  }

  @Override
  public String toString() {
    return from + ".." + to.map(LocalDate::toString).orElse("");
  }
}
