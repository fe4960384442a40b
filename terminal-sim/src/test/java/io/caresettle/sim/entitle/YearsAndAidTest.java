package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.SHANGHAI;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static io.caresettle.sim.entitle.People.account;
import static io.caresettle.sim.entitle.People.employee;
import static io.caresettle.sim.entitle.People.man;
import static io.caresettle.sim.entitle.People.on;
import static io.caresettle.sim.entitle.People.pool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.entitle.Verdict.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Years, aid, supplements and sanctions")
class YearsAndAidTest {

  private static String year(String day, History person) {
    return on(day, person).countsIn().orElseThrow().toString();
  }

  @Test
  @Tag("R-YEAR-01")
  @DisplayName("the settlement year: the calendar's in Suzhou, from July in Shanghai")
  void settlementYear() {
    History suzhou = employee("employer", SUZHOU, "arrived: 2024-01-10");
    assertEquals("2025-01-01..2025-12-31", year("2025-12-31", suzhou));
    assertEquals("2026-01-01..2026-12-31", year("2026-01-01", suzhou));
    History shanghai = employee("employer", SHANGHAI, "arrived: 2024-01-10");
    assertEquals("2024-07-01..2025-06-30", year("2025-06-30", shanghai));
    assertEquals("2025-07-01..2026-06-30", year("2025-07-01", shanghai));
  }

  @Test
  @Tag("R-YEAR-02")
  @DisplayName(
      "a stay over the turn of the year counts in the year of discharge, also where that is assumed")
  void stayOverTheYearEnd() {
    String stay =
        """
        stays: [{institution: TESTNT0001, from: 2025-12-20, to: 2026-01-05}]
        enrolments: [{scheme: employee, kind: employer, area: "%s", arrived: 2024-01-10}]
        """;
    for (String area : List.of("320600", "320500", "460000")) {
      assertEquals("2026-01-01..2026-12-31", year("2025-12-20", man(stay.formatted(area))));
    }
  }

  @Test
  @Tag("R-YEAR-04")
  @DisplayName(
      "a claim by hand is open to the end of the next year and counts in the year of its handling")
  void claimByHand() {
    History person = employee("employer", SUZHOU, "arrived: 2024-01-10");
    for (String day : List.of("2025-01-01", "2025-12-31")) {
      assertEquals(Optional.of(LocalDate.parse("2026-12-31")), on(day, person).claimUntil(), day);
    }
    assertEquals(Optional.of(LocalDate.parse("2027-12-31")), on("2026-01-01", person).claimUntil());
    assertEquals(2026, on("2025-12-31", person).claimCountsIn(LocalDate.parse("2026-03-01")));
  }

  private static History aided(String area, String... aid) {
    return man(
        "aid: ["
            + String.join(", ", aid)
            + "]\nenrolments: [{scheme: employee, kind: employer, area: \""
            + area
            + "\", arrived: 2024-01-10}]");
  }

  private static String aid(String aidClass, String area, String dates) {
    return "{class: " + aidClass + ", area: \"" + area + "\", " + dates + "}";
  }

  @Test
  @Tag("R-AID-04")
  @DisplayName("a class of aid from another area, or one that the own area does not know, is none")
  void anotherAreasClass() {
    String always = "from: 2024-01-01";
    assertEquals(Optional.empty(), said(aided("320500", aid("destitute", "320600", always))));
    assertEquals(
        Optional.of("destitute"), said(aided("320600", aid("destitute", "320600", always))));
    assertEquals(Optional.of("favoured"), said(aided("320500", aid("favoured", "320500", always))));
    assertEquals(Optional.empty(), said(aided("310000", aid("favoured", "310000", always))));
    assertEquals(
        Optional.of("recipient"), said(aided("460000", aid("recipient", "460000", always))));
    assertEquals(Optional.empty(), said(aided("460000", aid("destitute", "460000", always))));
    assertTrue(
        on("2025-06-01", aided("320500", aid("destitute", "320600", always))).notes().stream()
            .anyMatch(n -> n.rule() == CentreRule.R_AID_04));
  }

  private static Optional<String> said(History person) {
    return on("2025-06-01", person).aidClass();
  }

  @Test
  @Tag("R-AID-05")
  @DisplayName("of several classes the best counts, whatever their order on record")
  void oneOfSeveral() {
    String always = "from: 2024-01-01";
    for (String area : List.of("320500", "320600", "310000")) {
      List<String> words = Areas.aidClasses(area);
      String first = words.get(0);
      String best = aid(first, area, always);
      for (String other : words.subList(1, words.size())) {
        String lesser = aid(other, area, always);
        assertEquals(Optional.of(first), said(aided(area, best, lesser)));
        assertEquals(Optional.of(first), said(aided(area, lesser, best)));
      }
    }
  }

  @Test
  @Tag("R-YEAR-06")
  @DisplayName(
      "the class of aid is that of the day: the day before, its first and last day, the day after")
  void aidOfTheDay() {
    History person =
        aided("320600", aid("destitute", "320600", "from: 2025-03-01, to: 2025-08-31"));
    assertEquals(Optional.empty(), on("2025-02-28", person).aidClass());
    assertEquals(Optional.of("destitute"), on("2025-03-01", person).aidClass());
    assertEquals(Optional.of("destitute"), on("2025-08-31", person).aidClass());
    assertEquals(Optional.empty(), on("2025-09-01", person).aidClass());
  }

  @Test
  @Tag("R-CI-02")
  @DisplayName("the residents' threshold is at most half of last year's income, the half included")
  void threshold() {
    Supplements supplements =
        new Supplements(
            new Law(Areas.of(SUZHOU, LocalDate.parse("2025-01-01")), SwitchedRules.now()));
    assertTrue(supplements.keepsTheBound(1_500_000, 3_000_001));
    assertTrue(supplements.keepsTheBound(1_500_000, 3_000_000));
    assertFalse(supplements.keepsTheBound(1_500_000, 2_999_999));
  }

  @Test
  @Tag("R-CI-03")
  @DisplayName(
      "Shanghai's supplement runs from the application on, and never for the costs of a violation;"
          + " others of a suspension count")
  void byApplication() {
    String rest =
        """
        sanctions: [{from: 2025-08-01, to: 2025-10-31, why: 冒名, scope: networked, violation: {from: 2025-06-10, to: 2025-06-12}}]
        enrolments: [{scheme: employee, kind: employer, area: "%s", arrived: 2024-01-10%s}]
        """;
    History notApplied = man(rest.formatted("310000", ""));
    History applied = man(rest.formatted("310000", ", applied: 2025-05-10"));
    assertEquals(State.CLOSED, on("2025-05-10", notApplied).criticalIllness().state());
    assertEquals(State.CLOSED, on("2025-05-09", applied).criticalIllness().state());
    assertEquals(State.OPEN, on("2025-05-10", applied).criticalIllness().state());
    assertEquals(State.OPEN, on("2025-05-11", applied).criticalIllness().state());
    assertFalse(on("2025-06-09", applied).leftOutOfSupplements());
    assertTrue(on("2025-06-10", applied).leftOutOfSupplements());
    assertTrue(on("2025-06-12", applied).leftOutOfSupplements());
    assertFalse(on("2025-06-13", applied).leftOutOfSupplements());
    assertFalse(on("2025-08-01", applied).leftOutOfSupplements());
    assertFalse(on("2025-06-10", man(rest.formatted("320500", ""))).leftOutOfSupplements());
    assertEquals(
        State.OPEN, on("2025-05-10", man(rest.formatted("320500", ""))).criticalIllness().state());
  }

  @Test
  @Tag("R-MON-03")
  @DisplayName(
      "a suspended person pays all, account included, on the first and last day; long-term care"
          + " apart")
  void suspended() {
    String rest =
        """
        sanctions: [{from: 2025-04-01, to: 2025-06-30, why: 冒名, scope: %s}]
        enrolments: [{scheme: employee, kind: employer, area: "310000", arrived: 2024-01-10}]
        """;
    History person = man(rest.formatted("networked"));
    assertEquals(State.OPEN, pool("2025-03-31", person));
    for (String day : List.of("2025-04-01", "2025-06-30")) {
      assertEquals(State.CLOSED, pool(day, person));
      assertEquals(State.CLOSED, account(day, person));
    }
    assertEquals(State.OPEN, pool("2025-07-01", person));
    History carer = man(rest.formatted("long-term-care"));
    LocalDate day = LocalDate.parse("2025-05-01");
    assertEquals(State.OPEN, pool("2025-05-01", carer));
    assertTrue(on("2025-05-01", carer).serving().orElseThrow().longTermCareSuspended(day));
  }

  @Test
  @Tag("R-MON-03")
  @DisplayName("where the area leaves the account usable, it is")
  void accountUsable() {
    Entitle entitle =
        new Entitle(Areas.with(SUZHOU, "sanction.account: usable\n"), SwitchedRules.now());
    History person =
        man(
            """
            sanctions: [{from: 2025-04-01, to: 2025-06-30, why: 冒名, scope: networked}]
            enrolments: [{scheme: employee, kind: employer, area: "320500", arrived: 2024-01-10}]
            """);
    Entitlement said = entitle.decide(person, LocalDate.parse("2025-05-01"), People.LATER);
    assertEquals(State.CLOSED, said.pool().state());
    assertEquals(State.OPEN, said.account().state());
  }

  @Test
  @Tag("R-BEN-10")
  @DisplayName("retired cadres and the military never run through the ordinary rules")
  void ownRules() {
    for (String group : List.of("retired-cadre", "military")) {
      History person =
          man(
              "groups: [{group: "
                  + group
                  + ", from: 2025-05-01}]\n"
                  + "enrolments: [{scheme: employee, kind: employer, area: \"320500\","
                  + " arrived: 2024-01-10}]");
      assertEquals(State.OPEN, pool("2025-04-30", person));
      assertEquals(State.CLOSED, pool("2025-05-01", person));
      assertEquals(State.CLOSED, account("2025-05-01", person));
    }
  }
}
