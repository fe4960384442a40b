package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.NANTONG;
import static io.caresettle.sim.entitle.Areas.SHANGHAI;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.caresettle.sim.entitle.CareSought.Care;
import io.caresettle.sim.entitle.CareSought.Place;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision examples that a centre decides, as they were made from the articles. */
@Tag("R-ELIG-01")
@Tag("R-ELIG-03")
@Tag("R-ELIG-04")
@Tag("R-ELIG-05")
@Tag("R-ELIG-06")
@Tag("R-ELIG-07")
@Tag("R-ELIG-08")
@Tag("R-ELIG-10")
@Tag("R-ELIG-11")
@Tag("R-ELIG-16")
@Tag("R-YEAR-02")
@Tag("R-DUAL-02")
@Tag("R-INST-06")
@Tag("R-MON-03")
@DisplayName("The decision examples")
class DecisionExamplesTest {

  private static final History EMPLOYER_PAID =
      People.employee("employer", SUZHOU, "arrived: 2025-03-10");
  private static final History FLEXIBLE_SUZHOU =
      People.employee("flexible", SUZHOU, "arrived: 2025-03-10, first: true");
  private static final History FLEXIBLE_NANTONG =
      People.employee("flexible", NANTONG, "arrived: 2025-03-10, first: true");
  private static final History PAID_IN_TIME =
      People.resident("adult", SUZHOU, "paid: [{year: 2025, on: 2024-11-30}]");
  private static final History PAID_LATE =
      People.resident("adult", SUZHOU, "paid: [{year: 2025, on: 2025-02-28}]");
  private static final History NEWBORN_SUZHOU = newborn(SUZHOU, "2025-04-15");
  private static final History NEWBORN_NANTONG = newborn(NANTONG, "2025-07-14");
  private static final History FRESHMAN =
      People.resident(
          "student", SUZHOU, "freshman: {entered: 2025}, paid: [{year: 2026, on: 2025-08-20}]");
  private static final History UNPAID_MAY =
      People.employee("employer", SUZHOU, "arrived: 2024-01-10, unpaid: [{month: 2025-05}]");
  private static final History JUDGED =
      People.man(
          """
          judgment: {effective: 2025-05-10}
          enrolments: [{scheme: employee, kind: employer, area: "320500", arrived: 2024-01-10}]
          """);
  private static final History BOTH =
      People.man(
          """
          enrolments:
            - {scheme: resident, kind: adult, area: "320500", paid: [{year: 2025, on: 2024-11-30}]}
            - {scheme: employee, kind: employer, area: "320500", arrived: 2025-03-10}
          """);
  private static final History SUSPENDED =
      People.man(
          """
          sanctions: [{from: 2025-04-01, to: 2025-06-30, why: 冒名, scope: networked}]
          enrolments: [{scheme: employee, kind: employer, area: "320600", arrived: 2024-01-10}]
          """);

  private static History newborn(String area, String paid) {
    return People.born(
        "2025-01-15",
        "woman",
        "enrolments: [{scheme: resident, kind: newborn, area: \""
            + area
            + "\", paid: [{year: 2025, on: "
            + paid
            + "}]}]");
  }

  private static History madeUp(String area) {
    return People.employee(
        "employer", area, "arrived: 2024-01-10, unpaid: [{month: 2025-05, made-up: 2025-07-20}]");
  }

  static List<Arguments> examples() {
    return List.of(
        row("R-ELIG-01", "employer's money arrived 2025-03-10", EMPLOYER_PAID, "2025-03-10", "no"),
        row("R-ELIG-01", "employer's money arrived 2025-03-10", EMPLOYER_PAID, "2025-03-11", "yes"),
        row(
            "R-ELIG-03",
            "Suzhou flexible, arrived 2025-03-10",
            FLEXIBLE_SUZHOU,
            "2025-03-31",
            "no"),
        row(
            "R-ELIG-03",
            "Suzhou flexible, arrived 2025-03-10",
            FLEXIBLE_SUZHOU,
            "2025-04-01",
            "yes"),
        row(
            "R-ELIG-04",
            "Nantong flexible, arrived 2025-03-10",
            FLEXIBLE_NANTONG,
            "2025-03-20",
            "account yes, pool no"),
        row("R-ELIG-05", "resident paid 2024-11-30", PAID_IN_TIME, "2024-12-31", "no"),
        row("R-ELIG-05", "resident paid 2024-11-30", PAID_IN_TIME, "2025-01-01", "yes"),
        row("R-ELIG-06", "Suzhou resident paid 2025-02-28", PAID_LATE, "2025-02-28", "no"),
        row("R-ELIG-06", "Suzhou resident paid 2025-02-28", PAID_LATE, "2025-03-01", "yes"),
        row(
            "R-ELIG-07",
            "Suzhou, born 2025-01-15, paid 2025-04-15",
            NEWBORN_SUZHOU,
            "2025-01-20",
            "yes"),
        row(
            "R-ELIG-07",
            "Nantong, born 2025-01-15, paid 2025-07-14",
            NEWBORN_NANTONG,
            "2025-01-20",
            "yes"),
        row("R-ELIG-08", "freshman 2025, paid for 2026", FRESHMAN, "2025-08-31", "no"),
        row("R-ELIG-08", "freshman 2025, paid for 2026", FRESHMAN, "2025-09-01", "yes"),
        row(
            "R-ELIG-10",
            "employer did not pay for 2025-05",
            UNPAID_MAY,
            "2025-05-31",
            "account yes, pool yes"),
        row(
            "R-ELIG-10",
            "employer did not pay for 2025-05",
            UNPAID_MAY,
            "2025-06-01",
            "account yes, pool no"),
        row(
            "R-ELIG-11",
            "same, made up 2025-07-20, Suzhou",
            madeUp(SUZHOU),
            "2025-06-15",
            "payable afterwards"),
        row(
            "R-ELIG-11",
            "same, made up 2025-07-20, Shanghai",
            madeUp(SHANGHAI),
            "2025-06-15",
            "not payable"),
        row("R-ELIG-16", "judgment effective 2025-05-10", JUDGED, "2025-05-31", "yes"),
        row("R-ELIG-16", "judgment effective 2025-05-10", JUDGED, "2025-06-01", "no"),
        row("R-MON-03", "suspended 2025-04-01 to 2025-06-30", SUSPENDED, "2025-06-30", "pays all"),
        row("R-MON-03", "suspended 2025-04-01 to 2025-06-30", SUSPENDED, "2025-07-01", "normal"));
  }

  private static Arguments row(
      String rule, String given, History person, String service, String answer) {
    return arguments(rule, given, person, service, answer);
  }

  @ParameterizedTest(name = "{0}: {1}; {3}: {4}")
  @MethodSource("examples")
  void isAnswered(String rule, String given, History person, String service, String answer) {
    Entitlement said = People.on(service, person);
    String pool = said.pool().state().name();
    String account = said.account().state().name();
    switch (answer) {
      case "yes" -> assertEquals("OPEN", pool);
      case "no", "not payable" -> assertEquals("CLOSED", pool);
      case "payable afterwards" -> assertEquals("PAYABLE_AFTERWARDS", pool);
      case "account yes, pool no" -> assertEquals("OPEN CLOSED", account + " " + pool);
      case "account yes, pool yes", "normal" -> assertEquals("OPEN OPEN", account + " " + pool);
      case "pays all" -> assertEquals("CLOSED CLOSED", account + " " + pool);
      default -> throw new IllegalStateException(answer);
    }
  }

  @Test
  @DisplayName("R-YEAR-02: Nantong stay 2025-12-20 to 2026-01-05: year of deductible and cost 2026")
  void stayOverTheYearEnd() {
    History person =
        People.man(
            """
            stays: [{institution: TESTNT0001, from: 2025-12-20, to: 2026-01-05}]
            enrolments: [{scheme: employee, kind: employer, area: "320600", arrived: 2024-01-10}]
            """);
    for (String day : List.of("2025-12-20", "2025-12-31", "2026-01-05")) {
      assertEquals(
          "2026-01-01..2026-12-31",
          People.on(day, person).countsIn().orElseThrow().toString(),
          day);
    }
    assertEquals(
        "2025-01-01..2025-12-31",
        People.on("2025-12-19", person).countsIn().orElseThrow().toString());
  }

  @Test
  @DisplayName("R-DUAL-02: both schemes active, Suzhou: which pays: employee")
  void bothSchemes() {
    Entitlement said = People.on("2025-06-01", BOTH);
    assertEquals(Scheme.EMPLOYEE, said.serving().orElseThrow().scheme());
    assertEquals(Verdict.State.OPEN, said.pool().state());
    assertEquals(List.of(Scheme.RESIDENT), said.doubled().stream().map(Cover::scheme).toList());
  }

  @Test
  @DisplayName(
      "R-INST-06: Nantong inpatient buys an ordinary drug at a pharmacy the same day: pool no")
  void boughtDuringTheStay() {
    History person =
        People.man(
            """
            stays: [{institution: TESTNT0001, from: 2025-05-01}]
            enrolments: [{scheme: employee, kind: employer, area: "320600", arrived: 2024-01-10}]
            """);
    CareSought drug = CareSought.of(Care.PHARMACY, Place.of("TESTNT0099", NANTONG));
    assertEquals(
        CareAnswer.Way.NOTHING,
        new CareDesk(Areas::of, SwitchedRules.now())
            .answer(People.on("2025-05-03", person), drug)
            .way());
  }
}
