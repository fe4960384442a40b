package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.TestLaw.SUZHOU;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.care;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.notice;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A stay in which the scheme changes")
class SchemeChangeTest {

  private static Enrolment resident(String area, String from, String to) {
    return enrolment(InsuredKind.RESIDENT, area, from, to);
  }

  private static Enrolment employee(String area, String from, String to) {
    return enrolment(InsuredKind.EMPLOYER, area, from, to);
  }

  private static Enrolment enrolment(InsuredKind kind, String area, String from, String to) {
    return new Enrolment(
        kind,
        InsuredCategory.ACTIVE,
        area,
        LocalDate.parse(from),
        to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)),
        kind == InsuredKind.RESIDENT ? Optional.empty() : Optional.of(LocalDate.parse(from)));
  }

  private static Eligibility stay(String from, String to, Enrolment... enrolments) {
    return decide(
        care(CareType.INPATIENT, LocalDate.parse(from)).discharged(LocalDate.parse(to)),
        institution(Kind.HOSPITAL, enrolments[0].area(), Grade.A),
        enrolments);
  }

  private static boolean isTold(Eligibility eligibility) {
    return eligibility.notices().stream().anyMatch(n -> n.rule().equals("R-DUAL-03"));
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName(
      "is a resident's throughout in Nantong, whether that insurance ended for it or goes on, and"
          + " from the day after admission to the day of discharge")
  void residentThenEmployee() {
    for (String end : new String[] {"2025-06-10", "2025-12-31", ""}) {
      Enrolment resident = resident(NANTONG, "2025-01-01", end);
      Enrolment employee = employee(NANTONG, "2025-06-11", "");
      for (String admitted : new String[] {"2025-06-01", "2025-06-10"}) {
        Eligibility eligibility = stay(admitted, "2025-06-11", resident, employee);
        assertEquals(Optional.of(resident), eligibility.serving(), end);
        assertOpen("pool", eligibility);
        assertEquals("NT 41¶1", notice("R-DUAL-03", eligibility).article());
      }
      Eligibility before = stay("2025-06-01", "2025-06-10", resident, employee);
      assertEquals(Optional.of(resident), before.serving());
      assertFalse(isTold(before), "over before the change");
    }
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("is not settled as one bill where the area splits it, but each part is")
  void splitByTime() {
    Enrolment resident = resident("test", "2025-01-01", "2025-06-10");
    Enrolment employee = employee("test", "2025-06-11", "");
    Eligibility whole = stay("2025-06-01", "2025-06-20", resident, employee);
    assertOpen("none", whole);
    Finding closed = closedBy("R-DUAL-03", POOL_FUND, whole);
    assertTrue(closed.remedy().orElseThrow().zh().contains("2025-06-11"), closed::toString);
    assertTrue(isTold(whole));
    Eligibility first = stay("2025-06-01", "2025-06-10", resident, employee);
    Eligibility second = stay("2025-06-11", "2025-06-20", resident, employee);
    assertEquals(Optional.of(resident), first.serving());
    assertOpen("pool", first);
    assertEquals(Optional.of(employee), second.serving());
    assertOpen("both", second);
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("waits for a word of the area where none is published")
  void unpublished() {
    for (String end : new String[] {"2025-06-10", "2025-12-31"}) {
      Eligibility eligibility =
          stay(
              "2025-06-01",
              "2025-06-20",
              resident(SUZHOU, "2025-01-01", end),
              employee(SUZHOU, "2025-06-11", ""));
      assertOpen("none", eligibility);
      assertTrue(closedBy("R-DUAL-03", POOL_FUND, eligibility).zh().contains("未公布"));
    }
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("is nobody's to settle where an employee becomes a resident: no text lets one pay")
  void employeeThenResident() {
    Eligibility eligibility =
        stay(
            "2025-06-01",
            "2025-06-20",
            employee(NANTONG, "2020-01-01", "2025-06-10"),
            resident(NANTONG, "2025-06-11", "2025-12-31"));
    assertOpen("none", eligibility);
    closedBy("R-ELIG-22", POOL_FUND, eligibility);
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName(
      "is no such stay where a single day between lies in neither scheme, or one at its end")
  void aDayBetween() {
    Enrolment resident = resident(NANTONG, "2025-01-01", "2025-06-10");
    Eligibility gap =
        stay("2025-06-01", "2025-06-20", resident, employee(NANTONG, "2025-06-12", ""));
    assertOpen("none", gap);
    closedBy("R-ELIG-22", POOL_FUND, gap);
    Eligibility end =
        stay("2025-06-01", "2025-06-20", resident, employee(NANTONG, "2025-06-11", "2025-06-19"));
    assertOpen("none", end);
    closedBy("R-ELIG-22", POOL_FUND, end);
  }

  @Test
  @Tag("R-DUAL-03")
  @Tag("R-YEAR-02")
  @DisplayName("over New Year in Nantong is a resident's of the year of discharge (NT 41(3))")
  void overNewYear() {
    Enrolment before = resident(NANTONG, "2025-01-01", "2025-12-31");
    Eligibility atOnce =
        stay("2025-12-20", "2026-01-05", before, employee(NANTONG, "2026-01-01", ""));
    assertEquals(Optional.of(before), atOnce.serving());
    assertOpen("pool", atOnce);
    assertEquals(OptionalInt.of(2026), atOnce.settlementYear());
    Enrolment after = resident(NANTONG, "2026-01-01", "2026-01-02");
    Eligibility later =
        stay("2025-12-20", "2026-01-05", before, after, employee(NANTONG, "2026-01-03", ""));
    assertEquals(Optional.of(after), later.serving());
    assertOpen("pool", later);
    assertEquals(OptionalInt.of(2026), later.settlementYear());
    assertTrue(isTold(atOnce) && isTold(later));
  }
}
