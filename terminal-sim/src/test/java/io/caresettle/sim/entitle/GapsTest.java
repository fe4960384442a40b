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
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.entitle.Interruption.Bearer;
import io.caresettle.sim.entitle.Verdict.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Months that were not paid, and what makes them good")
class GapsTest {

  private static final List<String> ALL = List.of(JIANGSU, SUZHOU, NANTONG, HAINAN, SHANGHAI);

  private static History arrears(String kind, String area, String unpaid) {
    return employee(kind, area, "arrived: 2024-01-10, unpaid: [" + unpaid + "]");
  }

  @Test
  @Tag("R-ELIG-10")
  @DisplayName("an employer's arrears stop the pool from the next month in every area")
  void stops() {
    for (String area : ALL) {
      endsOn("2025-06-01", State.CLOSED, arrears("employer", area, "{month: 2025-05}"));
      endsOn("2026-01-01", State.CLOSED, arrears("employer", area, "{month: 2025-12}"));
    }
  }

  @Test
  @Tag("R-ELIG-10")
  @DisplayName(
      "made up, the pool opens as if the money had arrived anew, in Shanghai from the day after;"
          + " made up before the stop, it never closed")
  void resumes() {
    opensOn("2025-06-21", arrears("employer", JIANGSU, "{month: 2025-05, made-up: 2025-06-20}"));
    opensOn("2025-06-20", arrears("employer", HAINAN, "{month: 2025-05, made-up: 2025-06-20}"));
    opensOn("2025-06-21", arrears("employer", SHANGHAI, "{month: 2025-05, made-up: 2025-06-20}"));
    assertEquals(
        State.OPEN,
        pool("2025-06-01", arrears("employer", SUZHOU, "{month: 2025-05, made-up: 2025-05-31}")));
  }

  @Test
  @Tag("R-ELIG-11")
  @DisplayName(
      "made up within three months of which the unpaid one is the first: the gap is paid after all")
  void madeGood() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      assertEquals(State.PAYABLE_AFTERWARDS, gap(area, "2025-07-30"));
      assertEquals(State.PAYABLE_AFTERWARDS, gap(area, "2025-07-31"));
      assertEquals(State.CLOSED, gap(area, "2025-08-01"));
    }
    for (String area : List.of(JIANGSU, HAINAN, SHANGHAI)) {
      assertEquals(State.CLOSED, gap(area, "2025-06-10"));
    }
  }

  private static State gap(String area, String madeUp) {
    return pool(
        "2025-06-05", arrears("employer", area, "{month: 2025-05, made-up: " + madeUp + "}"));
  }

  @Test
  @Tag("R-ELIG-11")
  @DisplayName("the first and last day of the gap are paid after all, the day after it at once")
  void daysOfTheGap() {
    History person = arrears("employer", SUZHOU, "{month: 2025-05, made-up: 2025-07-20}");
    assertEquals(State.OPEN, pool("2025-05-31", person));
    assertEquals(State.PAYABLE_AFTERWARDS, pool("2025-06-01", person));
    assertEquals(State.PAYABLE_AFTERWARDS, pool("2025-07-20", person));
    assertEquals(State.OPEN, pool("2025-07-21", person));
  }

  @Test
  @Tag("R-ELIG-11")
  @DisplayName(
      "the centre knows of the money from the day on which it came, and until when it may come")
  void knownFromTheDay() {
    History person = arrears("employer", SUZHOU, "{month: 2025-05, made-up: 2025-07-20}");
    Entitlement atOnce = on("2025-06-15", "2025-06-15", person);
    assertEquals(State.CLOSED, atOnce.pool().state());
    assertEquals(
        Optional.of(LocalDate.parse("2025-07-31")),
        atOnce.serving().orElseThrow().interruptions().get(0).remedyUntil());
    assertEquals(State.CLOSED, on("2025-06-15", "2025-07-19", person).pool().state());
    Entitlement onTheDay = on("2025-06-15", "2025-07-20", person);
    assertEquals(State.PAYABLE_AFTERWARDS, onTheDay.pool().state());
    assertEquals(
        Optional.of(LocalDate.parse("2025-07-20")),
        onTheDay.serving().orElseThrow().interruptions().get(0).madeGoodOn());
    assertEquals(false, onTheDay.poolSettles(), "on the day itself nobody knows which came first");
    assertEquals(true, on("2025-06-15", "2025-07-21", person).poolSettles());
  }

  @Test
  @Tag("R-ELIG-11")
  @DisplayName(
      "a gap may be paid until its window closes, and for good once it was made good in it")
  void untilTheWindowCloses() {
    Interruption open =
        on("2025-06-15", "2025-06-15", arrears("employer", SUZHOU, "{month: 2025-05}"))
            .serving()
            .orElseThrow()
            .interruptions()
            .get(0);
    assertEquals(true, open.mayBePaidAfter(LocalDate.parse("2025-07-31")));
    assertEquals(false, open.mayBePaidAfter(LocalDate.parse("2025-08-01")));
    Interruption late =
        on("2025-06-15", arrears("employer", SUZHOU, "{month: 2025-05, made-up: 2025-08-01}"))
            .serving()
            .orElseThrow()
            .interruptions()
            .get(0);
    assertEquals(false, late.mayBePaidAfter(LocalDate.parse("2025-07-31")));
  }

  @Test
  @Tag("R-ELIG-11")
  @DisplayName(
      "months in a row are one gap: all must have come, and the first begins the three months")
  void inARow() {
    History person =
        arrears(
            "employer",
            SUZHOU,
            "{month: 2025-05, made-up: 2025-07-10}, {month: 2025-06, made-up: 2025-07-31}");
    assertEquals(State.PAYABLE_AFTERWARDS, pool("2025-07-31", person));
    assertEquals(State.OPEN, pool("2025-08-01", person));
    History tooLate =
        arrears(
            "employer",
            SUZHOU,
            "{month: 2025-05, made-up: 2025-07-10}, {month: 2025-06, made-up: 2025-08-01}");
    assertEquals(State.CLOSED, pool("2025-06-15", tooLate));
    History twoGaps =
        arrears(
            "employer",
            SUZHOU,
            "{month: 2025-05, made-up: 2025-06-10}, {month: 2025-06, made-up: 2025-08-31}");
    assertEquals(State.OPEN, pool("2025-06-20", twoGaps));
    assertEquals(State.PAYABLE_AFTERWARDS, pool("2025-07-15", twoGaps));
  }

  @Test
  @Tag("R-ELIG-12")
  @DisplayName(
      "a flexible worker's arrears stop the pool from the next month; only Nantong makes the gap"
          + " good")
  void flexible() {
    for (String area : ALL) {
      if (!area.equals(SHANGHAI) && !area.equals(HAINAN)) {
        endsOn("2025-06-01", State.CLOSED, arrears("flexible", area, "{month: 2025-05}"));
      }
    }
    endsOn("2026-06-01", State.CLOSED, arrears("flexible", SHANGHAI, "{month: 2026-05}"));
    assertEquals(State.PAYABLE_AFTERWARDS, flexibleGap(NANTONG, "2025-07-31"));
    assertEquals(State.CLOSED, flexibleGap(NANTONG, "2025-08-01"));
    assertEquals(State.CLOSED, flexibleGap(SUZHOU, "2025-06-20"));
  }

  private static State flexibleGap(String area, String madeUp) {
    return pool(
        "2025-06-05", arrears("flexible", area, "{month: 2025-05, made-up: " + madeUp + "}"));
  }

  @Test
  @Tag("R-ELIG-12")
  @DisplayName(
      "made up in time, a flexible worker of Nantong is covered again from the day after, not from"
          + " the next month")
  void madeUpInTime() {
    History person = arrears("flexible", NANTONG, "{month: 2025-05, made-up: 2025-07-05}");
    assertEquals(State.OPEN, pool("2025-05-31", person));
    assertEquals(State.PAYABLE_AFTERWARDS, pool("2025-06-01", person));
    assertEquals(State.PAYABLE_AFTERWARDS, pool("2025-07-05", person));
    assertEquals(State.OPEN, pool("2025-07-06", person));
    assertEquals(State.OPEN, pool("2025-07-31", person));
    opensOn("2025-09-01", arrears("flexible", NANTONG, "{month: 2025-05, made-up: 2025-08-01}"));
  }

  @Test
  @Tag("R-ELIG-12")
  @DisplayName("paid again too late, a flexible worker of Nantong is covered from the month after")
  void paidAgain() {
    opensOn("2025-10-01", arrears("flexible", NANTONG, "{month: 2025-05, made-up: 2025-09-10}"));
  }

  @Test
  @Tag("R-ELIG-14")
  @DisplayName("while the pool is closed the account pays where the text says so: Suzhou, Nantong")
  void theAccountOutlasts() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      for (String kind : List.of("employer", "flexible")) {
        assertEquals(State.OPEN, account("2025-06-01", arrears(kind, area, "{month: 2025-05}")));
      }
    }
    for (String area : List.of(JIANGSU, HAINAN, SHANGHAI)) {
      assertEquals(
          State.CLOSED, account("2025-06-01", arrears("employer", area, "{month: 2025-05}")));
    }
  }

  @Test
  @Tag("R-ELIG-15")
  @DisplayName("who did not pay bears the gap")
  void whoBears() {
    assertEquals(Optional.of(Bearer.EMPLOYER), bearer("employer"));
    assertEquals(Optional.of(Bearer.PERSON), bearer("flexible"));
  }

  private static Optional<Bearer> bearer(String kind) {
    return on("2025-06-01", arrears(kind, SUZHOU, "{month: 2025-05}"))
        .serving()
        .orElseThrow()
        .interruptions()
        .get(0)
        .bearer();
  }

  private static History change(String to, String area, String arrived) {
    return man(
        """
        enrolments:
          - {scheme: employee, kind: employer, area: "320500", arrived: 2024-01-10, ends: 2025-03-31}
          - {scheme: employee, kind: %s, area: "%s", arrived: %s}
        """
            .formatted(to, area, arrived));
  }

  @Test
  @Tag("R-ELIG-13")
  @DisplayName(
      "a change of employer or area, or to a flexible worker, joined up in three months, breaks"
          + " nothing")
  void joinedUp() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      for (String kind : List.of("employer", "flexible")) {
        for (String arrived : List.of("2025-06-29", "2025-06-30")) {
          History person = change(kind, area, arrived);
          assertEquals(State.OPEN, pool("2025-03-31", person));
          assertEquals(State.PAYABLE_AFTERWARDS, pool("2025-04-01", person));
          assertEquals(State.PAYABLE_AFTERWARDS, pool(arrived, person));
          assertEquals(State.OPEN, pool("2025-07-01", person));
        }
        assertEquals(State.CLOSED, pool("2025-04-01", change(kind, area, "2025-07-01")));
      }
    }
    assertEquals(State.CLOSED, pool("2025-04-01", change("employer", SHANGHAI, "2025-04-10")));
    assertEquals(State.CLOSED, pool("2025-04-01", change("employer", HAINAN, "2025-04-10")));
  }

  @Test
  @Tag("R-ELIG-13")
  @DisplayName("before the new money has come the days between are closed")
  void notYetJoined() {
    History person = change("employer", SUZHOU, "2025-05-20");
    assertEquals(State.CLOSED, on("2025-04-10", "2025-05-19", person).pool().state());
    assertEquals(State.PAYABLE_AFTERWARDS, on("2025-04-10", "2025-05-20", person).pool().state());
    opensOn("2025-05-21", change("employer", HAINAN, "2025-05-21"));
  }

  @Test
  @Tag("R-ELIG-13")
  @DisplayName("the three months follow the last month whose money came")
  void lastPaidMonth() {
    History owed =
        man(
            """
            enrolments:
              - scheme: employee
                kind: employer
                area: "320500"
                arrived: 2024-01-10
                ends: 2025-03-31
                unpaid: [{month: 2025-03}]
              - {scheme: employee, kind: employer, area: "320500", arrived: 2025-06-10}
            """);
    assertEquals(State.CLOSED, pool("2025-05-10", owed));
  }
}
