package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * An area's ordinance as the centre obeys it. Where it says nothing of a choice, the strictest of
 * its readings holds, so that nobody is promised what no text gives; where it leaves a number open,
 * there is none.
 */
record Law(Ordinance ordinance, CentreRules rules) {

  /** A point, and where it stands. */
  record Point<T>(T value, String citation) {}

  boolean asks(CentreRule rule) {
    return rules.asks(rule);
  }

  Point<String> word(String name, String strictest) {
    return orElse(ordinance.word(name), strictest);
  }

  boolean is(String name, String word, String strictest) {
    return word(name, strictest).value().equals(word);
  }

  Point<Boolean> yes(String name, boolean strictest) {
    return orElse(ordinance.yes(name), strictest);
  }

  private static <T> Point<T> orElse(Said<T> said, T strictest) {
    return new Point<>(said instanceof Said.Is<T> is ? is.value() : strictest, said.citation());
  }

  Optional<Integer> number(String name) {
    return ordinance.number(name) instanceof Said.Is<Integer> is
        ? Optional.of(is.value())
        : Optional.empty();
  }

  Optional<MonthDay> day(String name) {
    return ordinance.day(name) instanceof Said.Is<MonthDay> is
        ? Optional.of(is.value())
        : Optional.empty();
  }

  String citation(String numberName) {
    return ordinance.number(numberName).citation();
  }

  static LocalDate monthAfter(LocalDate day) {
    return day.plusMonths(1).withDayOfMonth(1);
  }

  static IllegalStateException noSuchWord(String name, String word) {
    return new IllegalStateException(
        "The centre does not know what " + name + " " + word + " means");
  }
}
