package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** What an area's text says on a day about who is entitled, point by point by its name. */
public interface Ordinance {

  /** Whether the area has any text in force on the day, be it only its province's. */
  default boolean inForce() {
    return true;
  }

  /** A choice, such as {@code employee.starts}. */
  Said<String> word(String name);

  /** Whole months, days or years. */
  Said<Integer> number(String name);

  /** A day of every year. */
  Said<MonthDay> day(String name);

  /** Yes or no. */
  Said<Boolean> yes(String name);

  /** Some words, or none. */
  Said<Set<String>> words(String name);

  /** The ordinances of all areas. */
  @FunctionalInterface
  interface Shelf {
    /** What is in force in an area on a day. */
    Ordinance of(String area, LocalDate day);
  }
}
