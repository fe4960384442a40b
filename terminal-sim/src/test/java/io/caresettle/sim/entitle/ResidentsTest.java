package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.HAINAN;
import static io.caresettle.sim.entitle.Areas.JIANGSU;
import static io.caresettle.sim.entitle.Areas.NANTONG;
import static io.caresettle.sim.entitle.Areas.SHANGHAI;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static io.caresettle.sim.entitle.People.endsOn;
import static io.caresettle.sim.entitle.People.man;
import static io.caresettle.sim.entitle.People.on;
import static io.caresettle.sim.entitle.People.opensOn;
import static io.caresettle.sim.entitle.People.pool;
import static io.caresettle.sim.entitle.People.resident;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.entitle.Verdict.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("From when and until when a resident is covered")
class ResidentsTest {

  @Test
  @Tag("R-ELIG-05")
  @DisplayName("paid in the central period, on its first or last day: the whole next year")
  void inTime() {
    for (String area : List.of(JIANGSU, SUZHOU, NANTONG)) {
      for (String on : List.of("2024-10-01", "2024-12-31")) {
        History person = resident("adult", area, "paid: [{year: 2025, on: " + on + "}]");
        opensOn("2025-01-01", person);
        endsOn("2026-01-01", State.CLOSED, person);
      }
    }
  }

  @Test
  @Tag("R-ELIG-05")
  @DisplayName(
      "where the area published no dates, the payment's own booking says whether it was in the"
          + " period")
  void booked() {
    for (String area : List.of(HAINAN, SHANGHAI)) {
      String paid = "continuous: true, paid: [{year: 2025, on: 2024-11-30%s}]";
      opensOn("2025-01-01", resident("adult", area, paid.formatted(", central: true")));
      assertEquals(State.CLOSED, pool("2025-06-01", resident("adult", area, paid.formatted(""))));
    }
    assertEquals(
        State.CLOSED,
        pool(
            "2025-01-31",
            resident("adult", SUZHOU, "paid: [{year: 2025, on: 2025-01-10, central: true}]")));
  }

  @Test
  @Tag("R-ELIG-05")
  @DisplayName("in Shanghai only who was enrolled the year before as well")
  void continuous() {
    String paid = "paid: [{year: 2025, on: 2024-11-30, central: true}]";
    opensOn("2025-01-01", resident("adult", SHANGHAI, paid + ", continuous: true"));
    assertEquals(State.CLOSED, pool("2025-06-01", resident("adult", SHANGHAI, paid)));
    History twoYears =
        resident(
            "adult",
            SHANGHAI,
            "paid: [{year: 2025, on: 2024-11-30, central: true}, {year: 2026, on: 2025-11-30,"
                + " central: true}]");
    opensOn("2026-01-01", twoYears);
  }

  @Test
  @Tag("R-ELIG-06")
  @DisplayName(
      "paid the day before or after the central period: Suzhou from the next month, Jiangsu waits 2"
          + " months")
  void late() {
    opensOn("2025-02-01", resident("adult", SUZHOU, "paid: [{year: 2025, on: 2025-01-01}]"));
    opensOn("2025-02-01", resident("adult", SUZHOU, "paid: [{year: 2025, on: 2025-01-31}]"));
    opensOn("2025-03-02", resident("adult", JIANGSU, "paid: [{year: 2025, on: 2025-01-01}]"));
    opensOn("2025-01-01", resident("adult", SUZHOU, "paid: [{year: 2025, on: 2024-09-30}]"));
  }

  @Test
  @Tag("R-ELIG-06")
  @DisplayName(
      "Nantong and Shanghai published no length of the waiting: closed, and the verdict says so")
  void noLengthPublished() {
    for (String area : List.of(NANTONG, SHANGHAI, HAINAN)) {
      Entitlement said =
          on("2025-12-31", resident("adult", area, "paid: [{year: 2025, on: 2025-01-10}]"));
      assertEquals(State.CLOSED, said.pool().state());
      assertEquals(CentreRule.R_ELIG_06, said.pool().because().rule());
    }
  }

  private static History newborn(String born, String area, String paid) {
    return People.born(
        born,
        "woman",
        "enrolments: [{scheme: resident, kind: newborn, area: \""
            + area
            + "\", paid: [{year: "
            + born.substring(0, 4)
            + ", on: "
            + paid
            + "}]}]");
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName("a newborn's window: 3 months in Suzhou, 180 days in Nantong, the last day included")
  void newbornsWindow() {
    for (String paid : List.of("2025-01-15", "2025-04-14", "2025-04-15")) {
      opensAtBirth(newborn("2025-01-15", SUZHOU, paid));
    }
    assertEquals(State.CLOSED, pool("2025-01-20", newborn("2025-01-15", SUZHOU, "2025-04-16")));
    for (String paid : List.of("2025-01-15", "2025-07-13", "2025-07-14")) {
      opensAtBirth(newborn("2025-01-15", NANTONG, paid));
    }
    assertEquals(State.CLOSED, pool("2025-01-20", newborn("2025-01-15", NANTONG, "2025-07-15")));
  }

  private static void opensAtBirth(History person) {
    assertEquals(State.CLOSED, pool("2025-01-14", person));
    assertEquals(State.OPEN, pool("2025-01-15", person));
    assertEquals(State.OPEN, pool("2025-01-16", person));
    assertEquals(State.OPEN, pool("2025-12-31", person));
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName("born on 30 November: three months end on the last of February")
  void shortMonth() {
    assertEquals(State.OPEN, pool("2025-12-24", newborn("2025-11-30", SUZHOU, "2026-02-28")));
    assertEquals(State.CLOSED, pool("2025-12-24", newborn("2025-11-30", SUZHOU, "2026-03-01")));
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName(
      "before the premium is paid nobody can know; afterwards the day of birth is covered after"
          + " all")
  void knownLater() {
    History person = newborn("2025-01-15", SUZHOU, "2025-04-15");
    assertEquals(State.CLOSED, on("2025-01-20", "2025-01-20", person).pool().state());
    assertEquals(State.CLOSED, on("2025-01-20", "2025-04-14", person).pool().state());
    assertEquals(State.OPEN, on("2025-01-20", "2025-04-15", person).pool().state());
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName("where the counting begins with the birth itself, the window is a day shorter")
  void countedFromTheBirth() {
    Ordinance.Shelf shelf = Areas.with(NANTONG, "newborn.counts-from: birth\n");
    Entitle entitle = new Entitle(shelf, SwitchedRules.now());
    LocalDate day = LocalDate.parse("2025-01-20");
    assertEquals(
        State.OPEN,
        entitle
            .decide(newborn("2025-01-15", NANTONG, "2025-07-13"), day, People.LATER)
            .pool()
            .state());
    assertEquals(
        State.CLOSED,
        entitle
            .decide(newborn("2025-01-15", NANTONG, "2025-07-14"), day, People.LATER)
            .pool()
            .state());
  }

  @Test
  @Tag("R-ELIG-08")
  @DisplayName(
      "a freshman: from 1 September, and only with the next year's premium paid in that year")
  void freshman() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      opensOn("2025-09-01", freshman(area, "2025-12-31"));
      assertEquals(State.CLOSED, pool("2025-09-01", freshman(area, "2026-01-01")));
    }
    opensOn("2026-01-01", freshman(JIANGSU, "2025-10-20"));
  }

  private static History freshman(String area, String paid) {
    return resident(
        "student", area, "freshman: {entered: 2025}, paid: [{year: 2026, on: " + paid + "}]");
  }

  @Test
  @Tag("R-ELIG-09")
  @DisplayName("who gets aid on the day of payment never waits, nor a newborn after the window")
  void neverWaits() {
    for (String area : List.of(JIANGSU, SUZHOU, NANTONG)) {
      opensOn("2025-05-20", aided(area, area, "2025-05-20"));
    }
    assertEquals(State.CLOSED, pool("2025-06-15", aided(NANTONG, NANTONG, "2025-05-21")));
    assertEquals(State.CLOSED, pool("2025-06-15", aided(NANTONG, SUZHOU, "2025-01-01")));
    opensOn("2025-07-15", newborn("2025-01-15", NANTONG, "2025-07-15"));
  }

  @Test
  @Tag("R-ELIG-06")
  @DisplayName(
      "a newborn of Suzhou after the window: from the next month, which is no waiting (SZ 29¶1)")
  void newbornOfSuzhouAfterTheWindow() {
    History late = newborn("2025-01-15", SUZHOU, "2025-05-20");
    opensOn("2025-06-01", late);
    assertEquals(CentreRule.R_ELIG_06, on("2025-06-01", late).pool().because().rule());
  }

  private static History aided(String area, String grantedIn, String from) {
    return man(
        "aid: [{class: destitute, area: \""
            + grantedIn
            + "\", from: "
            + from
            + "}]\n"
            + "enrolments: [{scheme: resident, kind: adult, area: \""
            + area
            + "\", paid: [{year: 2025, on: 2025-05-20}]}]");
  }

  @Test
  @Tag("R-ELIG-09")
  @DisplayName(
      "the severely disabled never wait in Suzhou and Nantong; Jiangsu's text does not say so")
  void disabled() {
    String paid = "paid: [{year: 2025, on: 2025-05-20}]";
    opensOn("2025-05-20", resident("disabled", NANTONG, paid));
    opensOn("2025-05-20", resident("disabled", SUZHOU, paid));
    opensOn("2025-07-21", resident("disabled", JIANGSU, paid));
    opensOn(
        "2025-05-20",
        man(
            """
            groups: [{group: disabled-2, from: 2025-05-20}]
            enrolments:
              - {scheme: resident, kind: adult, area: "320600", paid: [{year: 2025, on: 2025-05-20}]}
            """));
  }

  @Test
  @Tag("R-YEAR-06")
  @DisplayName("a newborn is a child from the next year on")
  void aChildNextYear() {
    History person =
        People.born(
            "2025-01-15",
            "man",
            """
            enrolments:
              - scheme: resident
                kind: newborn
                area: "320500"
                paid: [{year: 2025, on: 2025-02-01}, {year: 2026, on: 2025-11-01}]
            """);
    assertEquals(Category.NEWBORN, on("2025-12-31", person).category().orElseThrow());
    assertEquals(Category.CHILD, on("2026-01-01", person).category().orElseThrow());
  }

  @Test
  @DisplayName("before the birth nothing is open, and the verdict says why")
  void beforeTheBirth() {
    Entitlement said = on("2025-01-14", newborn("2025-01-15", SUZHOU, "2025-02-01"));
    assertEquals(List.of(), said.covers());
    assertEquals("the service lies before the birth", said.pool().because().en());
  }
}
