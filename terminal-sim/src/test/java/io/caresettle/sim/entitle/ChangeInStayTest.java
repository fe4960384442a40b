package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.NANTONG;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static io.caresettle.sim.entitle.People.man;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.entitle.CareAnswer.Way;
import io.caresettle.sim.entitle.CareSought.Care;
import io.caresettle.sim.entitle.CareSought.Place;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The centre pays a stay in which the scheme changed")
class ChangeInStayTest {

  private static final String RESIDENT =
      "  - {scheme: resident, kind: adult, area: \"%s\", paid: [{year: 2025, on: 2024-11-30,"
          + " central: true}, {year: 2026, on: 2025-11-30, central: true}], continuous: true%s}\n";

  private static String resident(String area, String end) {
    return RESIDENT.formatted(area, end.isEmpty() ? "" : ", ends: " + end);
  }

  private static String employee(String area, String arrived, String end) {
    return "  - {scheme: employee, kind: employer, area: \"%s\", arrived: %s%s}\n"
        .formatted(area, arrived, end.isEmpty() ? "" : ", ends: " + end);
  }

  private static CareAnswer stay(Ordinance.Shelf shelf, String from, String to, String enrolments) {
    return part(shelf, from, to, from, to, enrolments);
  }

  private static CareAnswer stay(String from, String to, String enrolments) {
    return stay(Areas::of, from, to, enrolments);
  }

  /** A bill of some days of a stay. */
  private static CareAnswer part(
      Ordinance.Shelf shelf,
      String admitted,
      String discharged,
      String from,
      String to,
      String enrolments) {
    History person =
        man(
            "stays: [{institution: TEST0001, from: %s, to: %s}]\nenrolments:\n%s"
                .formatted(admitted, discharged, enrolments));
    String area = person.enrolments().get(0).area();
    Entitlement said =
        new Entitle(shelf, SwitchedRules.now())
            .decide(person, LocalDate.parse(from), LocalDate.parse(discharged));
    return new CareDesk(shelf, SwitchedRules.now())
        .answer(
            said,
            CareSought.of(Care.INPATIENT, Place.of("TEST0001", area))
                .dischargedOn(LocalDate.parse(to)));
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName(
      "as a resident's throughout in Nantong, whether that insurance ended for it or goes on")
  void residentThenEmployee() {
    for (String end : new String[] {"2025-03-10", "2025-06-30", ""}) {
      String both = resident(NANTONG, end) + employee(NANTONG, "2025-03-10", "");
      for (String to : new String[] {"2025-03-10", "2025-03-11", "2025-03-20"}) {
        assertEquals(Way.DIRECT, stay("2025-03-05", to, both).way(), end + " to " + to);
      }
      assertEquals(Way.DIRECT, stay("2025-03-10", "2025-03-11", both).way(), end);
    }
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("in two bills where the area splits by time, each by its own scheme")
  void splitByTime() {
    Ordinance.Shelf split = Areas.with(NANTONG, "stay.scheme-change: split-by-time\n");
    for (String end : new String[] {"2025-03-10", ""}) {
      String both = resident(NANTONG, end) + employee(NANTONG, "2025-03-10", "");
      CareAnswer whole = stay(split, "2025-03-05", "2025-03-20", both);
      assertEquals(Way.NOTHING, whole.way());
      assertTrue(whole.cites(CentreRule.R_DUAL_03));
      for (String[] days : new String[][] {{"05", "10"}, {"11", "20"}}) {
        String from = "2025-03-" + days[0];
        String to = "2025-03-" + days[1];
        assertEquals(
            Way.DIRECT, part(split, "2025-03-05", "2025-03-20", from, to, both).way(), from);
      }
    }
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("not at all where nobody published how")
  void unpublished() {
    for (String end : new String[] {"2025-03-10", ""}) {
      CareAnswer answer =
          stay(
              "2025-03-05",
              "2025-03-20",
              resident(SUZHOU, end) + employee(SUZHOU, "2025-03-10", ""));
      assertEquals(Way.NOTHING, answer.way());
      assertTrue(answer.cites(CentreRule.R_DUAL_03));
    }
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("not at the counter where an employee became a resident, or nobody for a day")
  void neither() {
    String employeeThenResident =
        employee(NANTONG, "2024-03-10", "2025-12-31")
            + "  - {scheme: resident, kind: adult, area: \"320600\","
            + " paid: [{year: 2026, on: 2025-11-30, central: true}]}\n";
    assertEquals(Way.DIRECT, stay("2025-12-20", "2025-12-31", employeeThenResident).way());
    assertEquals(Way.NOTHING, stay("2025-12-20", "2026-01-01", employeeThenResident).way());
    assertEquals(Way.DIRECT, stay("2026-01-01", "2026-01-05", employeeThenResident).way());
    String aDayBetween = resident(NANTONG, "2025-03-10") + employee(NANTONG, "2025-03-11", "");
    assertEquals(Way.NOTHING, stay("2025-03-05", "2025-03-20", aDayBetween).way());
    String aDayAfter =
        resident(NANTONG, "2025-03-10") + employee(NANTONG, "2025-03-10", "2025-03-19");
    assertEquals(Way.NOTHING, stay("2025-03-05", "2025-03-20", aDayAfter).way());
    assertEquals(Way.DIRECT, stay("2025-03-05", "2025-03-19", aDayAfter).way());
  }

  @Test
  @Tag("R-DUAL-03")
  @DisplayName("over New Year in Nantong as a resident's, in the year of discharge (NT 41(3))")
  void overNewYear() {
    for (String end : new String[] {"2025-12-31", "2026-01-02", ""}) {
      String arrived = end.equals("2026-01-02") ? "2026-01-02" : "2025-12-31";
      String both = resident(NANTONG, end) + employee(NANTONG, arrived, "");
      assertEquals(Way.DIRECT, stay("2025-12-20", "2026-01-05", both).way(), end);
    }
    String aDayBetween = resident(NANTONG, "2025-12-31") + employee(NANTONG, "2026-01-01", "");
    assertEquals(Way.NOTHING, stay("2025-12-20", "2026-01-05", aDayBetween).way());
  }
}
