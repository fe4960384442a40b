package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.NANTONG;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static io.caresettle.sim.entitle.People.endsOn;
import static io.caresettle.sim.entitle.People.on;
import static io.caresettle.sim.entitle.People.opensOn;
import static io.caresettle.sim.entitle.People.pool;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.entitle.Verdict.State;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Newborns whose window reaches over New Year")
class NewYearsBabiesTest {

  private static History born(String day, String area, String paid) {
    return People.born(
        day,
        "woman",
        "enrolments: [{scheme: resident, kind: newborn, area: \""
            + area
            + "\", paid: ["
            + paid
            + "]}]");
  }

  private static String year(int year, String on) {
    return "{year: " + year + ", on: " + on + "}";
  }

  private static void openOverNewYear(History person) {
    for (String day : List.of("2025-12-31", "2026-01-01", "2026-01-02")) {
      assertEquals(State.OPEN, pool(day, person), day);
    }
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName("who pays for both years within the window is covered from birth without a break")
  void noBreak() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      String both = year(2025, "2026-02-10") + ", " + year(2026, "2026-02-10");
      History person = born("2025-12-15", area, both);
      opensOn("2025-12-15", person);
      openOverNewYear(person);
      for (String day : List.of("2026-02-09", "2026-02-10", "2026-02-11", "2026-02-28")) {
        assertEquals(State.OPEN, pool(day, person), area + " " + day);
      }
      endsOn("2027-01-01", State.CLOSED, person);
    }
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName(
      "in Suzhou the government pays for the year of birth: paid for the next within the window,"
          + " both are covered; Nantong wants the year of birth paid as well")
  void onlyTheNextYearPaid() {
    for (String paid : List.of("2025-12-20", "2026-03-14", "2026-03-15")) {
      History person = born("2025-12-15", SUZHOU, year(2026, paid));
      opensOn("2025-12-15", person);
      openOverNewYear(person);
    }
    History late = born("2025-12-15", SUZHOU, year(2026, "2026-03-16"));
    assertEquals(State.CLOSED, pool("2025-12-20", late));
    opensOn("2026-04-01", late);
    History nantong = born("2025-12-15", NANTONG, year(2026, "2026-02-10"));
    assertEquals(State.CLOSED, pool("2025-12-20", nantong));
    opensOn("2026-02-10", nantong);
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName(
      "in Suzhou a premium for the year of birth that came too late harms nobody who enrolled for"
          + " the next in time")
  void theOtherOneTooLate() {
    String both = year(2026, "2026-02-10") + ", " + year(2025, "2026-05-01");
    opensOn("2025-12-15", born("2025-12-15", SUZHOU, both));
  }

  @Test
  @Tag("R-ELIG-07")
  @DisplayName("before the money has come nobody knows of either year")
  void knownFromThePayment() {
    History person = born("2025-12-15", SUZHOU, year(2026, "2026-02-10"));
    assertEquals(State.CLOSED, on("2025-12-20", "2026-02-09", person).pool().state());
    assertEquals(State.OPEN, on("2025-12-20", "2026-02-10", person).pool().state());
    assertEquals(State.OPEN, on("2026-01-01", "2026-02-10", person).pool().state());
  }

  @Test
  @Tag("R-ELIG-09")
  @DisplayName(
      "a newborn never waits, not after New Year either, until the first birthday and no longer;"
          + " Suzhou's next month is no waiting")
  void neverWaitsAfterNewYear() {
    opensOn("2026-07-20", born("2025-12-15", NANTONG, year(2026, "2026-07-20")));
    opensOn("2026-04-14", born("2025-04-15", NANTONG, year(2026, "2026-04-14")));
    opensOn("2026-05-01", born("2025-12-15", SUZHOU, year(2026, "2026-04-10")));
    opensOn("2026-05-01", born("2025-04-15", SUZHOU, year(2026, "2026-04-14")));
    History nantong = born("2025-04-15", NANTONG, year(2026, "2026-04-15"));
    assertEquals(State.CLOSED, pool("2026-06-30", nantong));
  }

  @Test
  @Tag("R-ELIG-06")
  @DisplayName("a premium that came after its year was over gives no cover at all")
  void yearIsOver() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      History person = born("2025-06-15", area, year(2025, "2026-02-10"));
      for (String day : List.of("2025-12-31", "2026-01-01", "2026-03-01")) {
        assertEquals(List.of(), on(day, person).covers(), area + " " + day);
        assertEquals(State.CLOSED, pool(day, person));
      }
    }
  }
}
