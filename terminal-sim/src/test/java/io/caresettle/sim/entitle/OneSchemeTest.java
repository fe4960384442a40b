package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.People.man;
import static io.caresettle.sim.entitle.People.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("One scheme at a time")
class OneSchemeTest {

  private static History both(String resident, String employee) {
    return man(
        """
        enrolments:
          - {scheme: resident, kind: adult, area: "%s", paid: [{year: 2025, on: 2024-11-30, central: true}], continuous: true}
          - {scheme: employee, kind: employer, area: "%s", arrived: 2025-03-10}
        """
            .formatted(resident, employee));
  }

  private static List<CentreRule> rules(Entitlement said) {
    return said.notes().stream()
        .map(Note::rule)
        .filter(r -> r == CentreRule.R_DUAL_01 || r == CentreRule.R_DUAL_02)
        .toList();
  }

  @Test
  @Tag("R-DUAL-01")
  @DisplayName(
      "in two schemes where that is forbidden: one pays, the other must not, and it is said")
  void twoSchemes() {
    for (String area : List.of("320000", "320600", "310000", "460000")) {
      Entitlement said = on("2025-06-01", both(area, area));
      assertEquals(Scheme.EMPLOYEE, said.serving().orElseThrow().scheme(), area);
      assertEquals(List.of(Scheme.RESIDENT), said.doubled().stream().map(Cover::scheme).toList());
      assertEquals(List.of(CentreRule.R_DUAL_01), rules(said));
    }
  }

  @Test
  @Tag("R-DUAL-01")
  @DisplayName("in two areas: forbidden everywhere, also where one city has its own order")
  void twoAreas() {
    Entitlement said = on("2025-06-01", both("320600", "320500"));
    assertEquals("320500", said.serving().orElseThrow().area());
    assertEquals(List.of(CentreRule.R_DUAL_01), rules(said));
    Entitlement employed =
        on(
            "2025-06-01",
            man(
                """
                enrolments:
                  - {scheme: employee, kind: employer, area: "320600", arrived: 2025-03-10}
                  - {scheme: employee, kind: employer, area: "320500", arrived: 2025-02-10}
                """));
    assertEquals("320500", employed.serving().orElseThrow().area());
    assertEquals(List.of(CentreRule.R_DUAL_01), rules(employed));
  }

  @Test
  @Tag("R-DUAL-02")
  @DisplayName(
      "in both schemes of Suzhou the employees' pays from its first day, the residents' until then")
  void suzhou() {
    History person = both("320500", "320500");
    assertEquals(Scheme.RESIDENT, on("2025-03-10", person).serving().orElseThrow().scheme());
    assertEquals(Scheme.EMPLOYEE, on("2025-03-11", person).serving().orElseThrow().scheme());
    assertEquals(List.of(CentreRule.R_DUAL_02), rules(on("2025-03-12", person)));
  }

  private static final String STAY =
      """
      stays: [{institution: TESTNT0001, from: 2025-03-05, to: 2025-03-20}]
      enrolments:
        - {scheme: resident, kind: adult, area: "320600", paid: [{year: 2025, on: 2024-11-30}], ends: 2025-03-10}
        - {scheme: employee, kind: employer, area: "320600", arrived: 2025-03-10}
      """;

  @Test
  @Tag("R-DUAL-03")
  @DisplayName(
      "became an employee during a stay in Nantong: the stay is a resident's to its last day")
  void residentForTheStay() {
    History person = man(STAY);
    for (String day : List.of("2025-03-10", "2025-03-11", "2025-03-20")) {
      Entitlement said = on(day, person);
      assertEquals(Scheme.RESIDENT, said.serving().orElseThrow().scheme(), day);
      assertTrue(said.pool().isOpen(), day);
    }
    assertEquals(Scheme.EMPLOYEE, on("2025-03-21", person).serving().orElseThrow().scheme());
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("or, where the area splits by time, each scheme has its days")
  void splitByTime() {
    Entitle entitle =
        new Entitle(
            Areas.with("320600", "stay.scheme-change: split-by-time\n"), SwitchedRules.now());
    Entitlement before =
        entitle.decide(man(STAY), LocalDate.parse("2025-03-10"), LocalDate.parse("2025-04-01"));
    Entitlement after =
        entitle.decide(man(STAY), LocalDate.parse("2025-03-11"), LocalDate.parse("2025-04-01"));
    assertEquals(Scheme.RESIDENT, before.serving().orElseThrow().scheme());
    assertEquals(Scheme.EMPLOYEE, after.serving().orElseThrow().scheme());
    assertTrue(after.notes().stream().anyMatch(n -> n.rule() == CentreRule.R_DUAL_03));
  }

  @Test
  @Tag("R-DUAL-04")
  @DisplayName("in the year of a change of schemes or of a release the area says how benefits join")
  void joiningRules() {
    assertTrue(joins(on("2025-06-01", both("320500", "320500"))));
    History released =
        man(
            """
            judgment: {effective: 2024-02-01, released: 2025-05-10}
            enrolments: [{scheme: employee, kind: employer, area: "320500", arrived: 2023-03-10}]
            """);
    assertFalse(joins(on("2025-05-10", released)));
    assertTrue(joins(on("2025-05-11", released)));
    assertTrue(joins(on("2025-12-31", released)));
    assertFalse(joins(on("2026-01-01", released)));
  }

  private static boolean joins(Entitlement said) {
    return said.notes().stream().anyMatch(n -> n.rule() == CentreRule.R_DUAL_04);
  }
}
