package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.HAINAN;
import static io.caresettle.sim.entitle.Areas.JIANGSU;
import static io.caresettle.sim.entitle.Areas.NANTONG;
import static io.caresettle.sim.entitle.Areas.SHANGHAI;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static io.caresettle.sim.entitle.People.account;
import static io.caresettle.sim.entitle.People.employee;
import static io.caresettle.sim.entitle.People.endsOn;
import static io.caresettle.sim.entitle.People.man;
import static io.caresettle.sim.entitle.People.on;
import static io.caresettle.sim.entitle.People.opensOn;
import static io.caresettle.sim.entitle.People.pool;
import static io.caresettle.sim.entitle.People.woman;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.entitle.Verdict.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("From when and until when an employee is covered")
class EmployeesTest {

  private static final String ARRIVED = "arrived: 2025-10-10";

  @Test
  @Tag("R-ELIG-01")
  @DisplayName(
      "by an employer: from the day after arrival; Hainan: on it; Shanghai says no day, so the"
          + " strictest")
  void byAnEmployer() {
    for (String area : List.of(JIANGSU, SUZHOU, NANTONG)) {
      opensOn("2025-10-11", employee("employer", area, ARRIVED));
    }
    opensOn("2025-10-10", employee("employer", HAINAN, ARRIVED));
    opensOn("2025-11-01", employee("employer", SHANGHAI, ARRIVED));
  }

  @Test
  @Tag("R-ELIG-02")
  @DisplayName("a flexible worker waits: Jiangsu 2 months, Hainan 3, Shanghai 6")
  void aFlexibleWorkerWaits() {
    opensOn("2025-12-11", employee("flexible", JIANGSU, ARRIVED + ", first: true"));
    opensOn("2026-01-11", employee("flexible", HAINAN, ARRIVED + ", first: true"));
    opensOn("2026-04-11", employee("flexible", SHANGHAI, ARRIVED + ", first: true"));
  }

  @Test
  @Tag("R-ELIG-02")
  @DisplayName("while Shanghai's waiting was not published, nobody knows from when: closed")
  void notPublished() {
    Entitlement said =
        on("2025-09-09", employee("flexible", SHANGHAI, "arrived: 2024-01-10, first: true"));
    assertEquals(State.CLOSED, said.pool().state());
    assertEquals(Optional.empty(), said.serving().orElseThrow().from());
    assertEquals(CentreRule.R_ELIG_02, said.pool().because().rule());
    assertEquals(
        State.OPEN,
        pool("2025-09-10", employee("flexible", SHANGHAI, "arrived: 2024-01-10, first: true")));
  }

  /** SH 15¶2: the six months are in force until 2030-09-09; let the rule after them say nine. */
  @ParameterizedTest(name = "arrived {0}: from {1}")
  @Tag("R-ELIG-02")
  @CsvSource({
    "2030-03-01, 2030-09-02",
    "2030-09-09, 2031-03-10",
    "2030-09-10, 2031-06-11",
    "2025-08-01, 2026-02-02",
  })
  @DisplayName("how long one waits is said by the rule of the day on which the waiting began")
  void theRuleOfTheDayOfArrival(String arrived, String from) {
    LocalDate changed = LocalDate.parse("2030-09-10");
    Ordinance.Shelf shelf =
        (area, day) ->
            day.isBefore(changed)
                ? Areas.of(area, day)
                : Areas.with(SHANGHAI, "flexible.waiting: 9\n").of(area, day);
    History person = employee("flexible", SHANGHAI, "arrived: " + arrived + ", first: true");
    LocalDate first = LocalDate.parse(from);
    for (LocalDate day : List.of(first.minusDays(1), first, first.plusYears(1))) {
      State state =
          new Entitle(shelf, SwitchedRules.now())
              .decide(person, day, LocalDate.parse("2040-01-01"))
              .pool()
              .state();
      assertEquals(day.isBefore(first) ? State.CLOSED : State.OPEN, state, day::toString);
    }
  }

  @Test
  @Tag("R-ELIG-02")
  @DisplayName("in Shanghai a gap of three months spares the waiting, one of four does not")
  void aShortGapSparesTheWaiting() {
    opensOn("2026-01-01", back("2025-12-31"));
    opensOn("2026-07-02", back("2026-01-01"));
  }

  private static History back(String arrived) {
    return man(
        """
        enrolments:
          - {scheme: employee, kind: flexible, area: "310000", arrived: 2024-01-10, first: true, ends: 2025-09-30}
          - {scheme: employee, kind: flexible, area: "310000", arrived: %s}
        """
            .formatted(arrived));
  }

  @Test
  @Tag("R-ELIG-03")
  @DisplayName(
      "a flexible worker of Suzhou or Nantong: from the month after, also over the year's end")
  void fromTheMonthAfter() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      opensOn("2025-11-01", employee("flexible", area, ARRIVED + ", first: true"));
      opensOn("2026-01-01", employee("flexible", area, "arrived: 2025-12-31, first: true"));
      opensOn("2026-01-01", employee("flexible", area, "arrived: 2025-12-01, first: true"));
    }
  }

  @Test
  @Tag("R-ELIG-04")
  @DisplayName("the account of a flexible worker: in Nantong at once, elsewhere with the pool")
  void theAccountAtOnce() {
    History nantong = employee("flexible", NANTONG, ARRIVED + ", first: true");
    assertEquals(State.CLOSED, account("2025-10-09", nantong));
    assertEquals(State.OPEN, account("2025-10-10", nantong));
    assertEquals(State.OPEN, account("2025-10-11", nantong));
    assertEquals(State.CLOSED, pool("2025-10-31", nantong));
    History suzhou = employee("flexible", SUZHOU, ARRIVED + ", first: true");
    assertEquals(State.CLOSED, account("2025-10-31", suzhou));
    assertEquals(State.OPEN, account("2025-11-01", suzhou));
  }

  @Test
  @Tag("R-ELIG-16")
  @DisplayName("in prison: from the month after the judgment until the release")
  void inPrison() {
    History person =
        man(
            """
            judgment: {effective: 2025-05-31, released: 2025-09-15}
            enrolments: [{scheme: employee, kind: employer, area: "320500", arrived: 2024-01-10}]
            """);
    endsOn("2025-06-01", State.CLOSED, person);
    opensOn("2025-09-16", person);
    assertEquals(State.CLOSED, account("2025-09-15", person));
  }

  @Test
  @Tag("R-ELIG-17")
  @DisplayName("death and emigration end pool and account the day after, whatever was paid ahead")
  void theEnd() {
    for (String why : List.of("death", "emigration")) {
      History person =
          man(
              "ended: {why: "
                  + why
                  + ", on: 2026-03-01}\n"
                  + "enrolments: [{scheme: employee, kind: employer, area: \"320500\","
                  + " arrived: 2024-01-10, ends: 2026-12-31}]\n");
      endsOn("2026-03-02", State.CLOSED, person);
      assertEquals(State.OPEN, account("2026-03-01", person));
      assertEquals(State.CLOSED, account("2026-03-02", person));
      Entitlement after = on("2026-03-02", person);
      assertEquals(CentreRule.R_ELIG_17, after.pool().because().rule());
      assertEquals(CentreRule.R_ELIG_17, after.account().because().rule());
      assertEquals(Optional.of(LocalDate.parse("2026-03-01")), after.pool().because().until());
    }
  }

  @Test
  @Tag("R-ELIG-17")
  @DisplayName("a resident's year is over with the person")
  void theEndOfAResident() {
    endsOn(
        "2025-03-02",
        State.CLOSED,
        man(
            """
            ended: {why: death, on: 2025-03-01}
            enrolments:
              - {scheme: resident, kind: adult, area: "320600", paid: [{year: 2025, on: 2024-11-30}]}
            """));
  }

  @Test
  @Tag("R-ELIG-18")
  @DisplayName("on unemployment benefit one counts as active, whatever the age")
  void unemployed() {
    History person =
        woman(
            """
            contribution-years: 30
            retired-since: 2025-01-01
            enrolments: [{scheme: employee, kind: unemployed, area: "320500", arrived: 2025-02-10}]
            """);
    assertEquals(Category.ACTIVE, on("2025-06-01", person).category().orElseThrow());
    opensOn("2025-02-11", person);
  }

  @Test
  @Tag("R-ELIG-19")
  @DisplayName(
      "retired only with the years: men 25, women 20 in Jiangsu; both 15 in Shanghai; Hainan"
          + " published none")
  void theYears() {
    assertEquals(Category.ACTIVE, category(false, 24, SUZHOU));
    assertEquals(Category.RETIRED, category(false, 25, SUZHOU));
    assertEquals(Category.ACTIVE, category(true, 19, NANTONG));
    assertEquals(Category.RETIRED, category(true, 20, NANTONG));
    assertEquals(Category.ACTIVE, category(false, 14, SHANGHAI));
    assertEquals(Category.RETIRED, category(false, 15, SHANGHAI));
    assertEquals(Category.ACTIVE, category(true, 40, HAINAN));
  }

  private static Category category(boolean asWoman, int years, String area) {
    String file =
        "contribution-years: "
            + years
            + "\n"
            + "retired-since: 2025-01-01\n"
            + "enrolments: [{scheme: employee, kind: employer, area: \""
            + area
            + "\", arrived: 2010-01-10}]\n";
    return on("2026-06-01", asWoman ? woman(file) : man(file)).category().orElseThrow();
  }

  @Test
  @Tag("R-YEAR-06")
  @DisplayName("the class of the day: active the day before retirement, retired from it on")
  void theClassOfTheDay() {
    History person =
        man(
            """
            contribution-years: 30
            retired-since: 2025-07-01
            groups: [{group: disabled-soldier, from: 2025-03-01, to: 2025-08-31}]
            enrolments: [{scheme: employee, kind: employer, area: "320500", arrived: 2010-01-10}]
            """);
    assertEquals(Category.ACTIVE, on("2025-06-30", person).category().orElseThrow());
    assertEquals(Category.RETIRED, on("2025-07-01", person).category().orElseThrow());
    assertEquals(0, on("2025-02-28", person).groups().size());
    assertEquals(1, on("2025-03-01", person).groups().size());
    assertEquals(1, on("2025-08-31", person).groups().size());
    assertEquals(0, on("2025-09-01", person).groups().size());
  }

  @Test
  @Tag("R-ELIG-20")
  @DisplayName("critical illness begins and ends with the basic benefits")
  void criticalIllness() {
    History person = employee("employer", NANTONG, ARRIVED + ", ends: 2025-12-31");
    assertEquals(State.CLOSED, on("2025-10-10", person).criticalIllness().state());
    assertEquals(State.OPEN, on("2025-10-11", person).criticalIllness().state());
    assertEquals(State.OPEN, on("2025-12-31", person).criticalIllness().state());
    assertEquals(State.CLOSED, on("2026-01-01", person).criticalIllness().state());
  }

  @Test
  @Tag("R-ELIG-21")
  @DisplayName("insured for the hospital only: a pool, and no account")
  void hospitalOnly() {
    History person = employee("hospital-only", NANTONG, "arrived: 2024-01-10");
    assertEquals(State.OPEN, pool("2025-06-01", person));
    assertEquals(State.CLOSED, account("2025-06-01", person));
    assertEquals(CentreRule.R_ELIG_21, on("2025-06-01", person).account().because().rule());
  }

  @Test
  @Tag("R-ELIG-22")
  @DisplayName("the day of service decides, whenever the bill is sent")
  void serviceAndUpload() {
    History person = employee("employer", SUZHOU, "arrived: 2025-03-10, ends: 2025-06-30");
    assertEquals(State.CLOSED, on("2025-03-10", "2025-03-20", person).pool().state());
    assertEquals(State.OPEN, on("2025-06-30", "2025-07-20", person).pool().state());
  }
}
