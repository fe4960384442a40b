package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An area's ordinance as the centre obeys it. Where it says nothing of a choice, the strictest of
 * its readings holds, so that nobody is promised what no text gives; where it leaves a number open,
 * there is none.
 */
record Law(Ordinance ordinance, CentreRules rules) {

  /**
   * A point as the centre obeys it, and where it stands.
   *
   * @param citation empty where no text says it: an article that leaves it open does not give it
   * @param notPublished its name, where it is only the strictest reading
   */
  record Point<T>(T value, String citation, Optional<String> notPublished) {}

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
    if (said instanceof Said.Is<T> is) {
      return new Point<>(is.value(), is.citation(), Optional.empty());
    }
    return new Point<>(strictest, "", Optional.of(((Said.NotPublished<T>) said).name()));
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

  /** Of these points those that nobody published. */
  List<String> notPublished(String... names) {
    return Stream.of(names).filter(name -> !isSaid(name)).toList();
  }

  /** Whether a word, or a number, was published. */
  private boolean isSaid(String name) {
    return ordinance.word(name) instanceof Said.Is || ordinance.number(name) instanceof Said.Is;
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
