package io.caresettle.sim.entitle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.entitle.Verdict.State;
import java.time.LocalDate;

/** Persons from their files, and what the centre says of them. */
final class People {

  /** When everything has long been known. */
  static final LocalDate LATER = LocalDate.parse("2030-01-01");

  private People() {}

  /** A man born in 1970, with the rest of his file. */
  static History man(String rest) {
    return born("1970-06-15", "man", rest);
  }

  /** A woman born in 1970, with the rest of her file. */
  static History woman(String rest) {
    return born("1970-06-15", "woman", rest);
  }

  static History born(String day, String sex, String rest) {
    return HistoryFile.read(
        "person.yaml",
        "person:\n  number: P1\n  name: 测试某\n  born: "
            + day
            + "\n  sex: "
            + sex
            + "\n"
            + rest.indent(2));
  }

  /** One enrolment in the employees' scheme, as a line of a file. */
  static History employee(String kind, String area, String rest) {
    return man(
        "enrolments: [{scheme: employee, kind: "
            + kind
            + ", area: \""
            + area
            + "\", "
            + rest
            + "}]");
  }

  /** One enrolment in the residents' scheme, as a line of a file. */
  static History resident(String kind, String area, String rest) {
    return man(
        "enrolments: [{scheme: resident, kind: "
            + kind
            + ", area: \""
            + area
            + "\", "
            + rest
            + "}]");
  }

  /** What is said of a day when everything is known. */
  static Entitlement on(String day, History person) {
    return on(day, LATER.toString(), person);
  }

  static Entitlement on(String day, String uploaded, History person) {
    return new Entitle(Areas::of, SwitchedRules.now())
        .decide(person, LocalDate.parse(day), LocalDate.parse(uploaded));
  }

  static State pool(String day, History person) {
    return on(day, person).pool().state();
  }

  static State account(String day, History person) {
    return on(day, person).account().state();
  }

  /** The pool is closed the day before, and open on the day and the day after. */
  static void opensOn(String first, History person) {
    LocalDate day = LocalDate.parse(first);
    assertEquals(State.CLOSED, pool(day.minusDays(1).toString(), person), "the day before " + day);
    assertEquals(State.OPEN, pool(first, person), "on " + day);
    assertEquals(State.OPEN, pool(day.plusDays(1).toString(), person), "the day after " + day);
  }

  /** The pool is open the day before, and as it then is on the day and the day after. */
  static void endsOn(String first, State then, History person) {
    LocalDate day = LocalDate.parse(first);
    assertEquals(State.OPEN, pool(day.minusDays(1).toString(), person), "the day before " + day);
    assertEquals(then, pool(first, person), "on " + day);
    assertEquals(then, pool(day.plusDays(1).toString(), person), "the day after " + day);
  }
}
