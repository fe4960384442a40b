package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.HAINAN;
import static io.caresettle.sim.entitle.Areas.NANTONG;
import static io.caresettle.sim.entitle.Areas.SHANGHAI;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static io.caresettle.sim.entitle.People.LATER;
import static io.caresettle.sim.entitle.People.employee;
import static io.caresettle.sim.entitle.People.man;
import static io.caresettle.sim.entitle.People.resident;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.ShippedOrdinances;
import io.caresettle.sim.entitle.Verdict.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By the ordinances that come along, whose citations are those of the texts. */
@DisplayName("What no text says is called not published, and no article is cited for it")
class NobodySaysSoTest {

  private static final BookShelf SHELF = new BookShelf(ShippedOrdinances.book());

  private static Entitlement on(String day, History person) {
    return new Entitle(SHELF).decide(person, LocalDate.parse(day), LATER);
  }

  private static Entitlement atOnce(String day, History person) {
    LocalDate today = LocalDate.parse(day);
    return new Entitle(SHELF).decide(person, today, today);
  }

  private static void assertUnpublished(Note note, String... names) {
    assertEquals(List.of(names), note.notPublished());
    assertEquals("", note.citation());
    assertTrue(note.ground().contains(names[0]), note::ground);
    assertTrue(note.zh().contains("未公布"), note::zh);
    assertTrue(note.en().contains("not published"), note::en);
  }

  @Test
  @DisplayName("Shanghai names no first day: the month after is only the strictest reading")
  void shanghaisFirstDay() {
    History person = employee("employer", SHANGHAI, "arrived: 2025-10-10");
    for (String day : List.of("2025-10-31", "2025-11-01")) {
      Note because = on(day, person).pool().because();
      assertEquals(CentreRule.R_ELIG_01, because.rule());
      assertUnpublished(because, "employee.starts");
    }
    Note nantong =
        on("2025-10-11", employee("employer", NANTONG, "arrived: 2025-10-10")).pool().because();
    assertEquals("NT 11¶1", nantong.citation());
    assertEquals(List.of(), nantong.notPublished());
  }

  @Test
  @DisplayName("Shanghai's arrears that were made up: benefits go on, and only the gap is not paid")
  void shanghaiGoesOn() {
    History person =
        employee(
            "employer",
            SHANGHAI,
            "arrived: 2025-03-10, unpaid: [{month: 2025-05, made-up: 2025-06-20}]");
    assertEquals(State.OPEN, on("2025-05-31", person).pool().state());
    assertEquals(State.CLOSED, on("2025-06-01", person).pool().state());
    assertEquals(State.CLOSED, on("2025-06-20", person).pool().state());
    assertEquals(State.OPEN, on("2025-06-21", person).pool().state());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "320500, SZ 54¶2",
    "320600, ''",
    "460000, ''",
    "310000, ''",
  })
  @DisplayName("prison closes by Suzhou's article; elsewhere strictly, and by no article")
  void prison(String area, String article) {
    History person =
        man(
            """
            judgment: {effective: 2025-06-10}
            enrolments: [{scheme: employee, kind: employer, area: "%s", arrived: 2025-03-10}]
            """
                .formatted(area));
    assertEquals(State.OPEN, on("2025-06-30", person).pool().state());
    Verdict pool = on("2025-07-01", person).pool();
    assertEquals(State.CLOSED, pool.state());
    assertEquals(CentreRule.R_ELIG_16, pool.because().rule());
    if (!article.isEmpty()) {
      assertEquals(article, pool.because().citation());
      assertEquals(List.of(), pool.because().notPublished());
    } else {
      assertUnpublished(pool.because(), "prison.stops");
    }
    String told = on("2025-07-01", person).serving().orElseThrow().interruptions().get(0).ground();
    assertEquals(article.isEmpty(), told.contains("prison.stops"), told);
  }

  @Test
  @DisplayName("Hainan's arrears: neither stop nor making up nor account is published")
  void hainansArrears() {
    History person =
        employee("employer", HAINAN, "arrived: 2025-03-10, unpaid: [{month: 2025-05}]");
    assertUnpublished(
        on("2025-06-01", person).pool().because(),
        "arrears.stops",
        "employer.make-up",
        "employer.gap",
        "suspended.account");
    Note suzhou =
        on(
                "2025-06-01",
                employee("employer", SUZHOU, "arrived: 2025-03-10, unpaid: [{month: 2025-05}]"))
            .pool()
            .because();
    assertEquals(List.of(), suzhou.notPublished());
    assertFalse(suzhou.citation().isEmpty());
  }

  @Test
  @DisplayName("until when a bill may be claimed by hand only Suzhou says")
  void claimsByHand() {
    for (String area : List.of(NANTONG, HAINAN, SHANGHAI)) {
      History person = employee("employer", area, "arrived: 2025-03-10");
      assertEquals(Optional.empty(), on("2025-06-01", person).claimUntil(), area);
    }
    assertEquals(
        Optional.of(LocalDate.parse("2026-12-31")),
        on("2025-06-01", employee("employer", SUZHOU, "arrived: 2025-03-10")).claimUntil());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {SUZHOU, NANTONG, HAINAN, SHANGHAI})
  @DisplayName("that a resident has no account is cited from the area's own texts")
  void residentsAccount(String area) {
    Note because =
        on(
                "2026-06-01",
                resident(
                    "adult",
                    area,
                    "continuous: true, paid: [{year: 2026, on: 2025-11-10, central: true}]"))
            .account()
            .because();
    String own =
        switch (area) {
          case SUZHOU, NANTONG -> "(JS|SZ|NT) .*";
          case HAINAN -> "HN .*";
          default -> "SH .*";
        };
    assertTrue(because.citation().matches(own), because::citation);
    assertEquals(area.equals(SUZHOU) && because.citation().startsWith("NT"), false);
  }

  @Test
  @DisplayName("an account whose first day nobody published is closed for that, not for NT 9¶2")
  void accountOfUnknownStart() {
    Note because =
        on("2025-08-01", employee("flexible", SHANGHAI, "arrived: 2025-03-10, first: true"))
            .account()
            .because();
    assertEquals(CentreRule.R_ELIG_02, because.rule());
    assertEquals(List.of("flexible.waiting"), because.notPublished());
    Note hospital =
        on("2025-08-01", employee("hospital-only", SHANGHAI, "arrived: 2025-03-10"))
            .account()
            .because();
    assertEquals("", hospital.citation());
    Note nantong =
        on("2025-08-01", employee("hospital-only", NANTONG, "arrived: 2025-03-10"))
            .account()
            .because();
    assertEquals("NT 9¶2", nantong.citation());
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "320500, 2023-12-31",
    "320600, 2024-12-31",
    "320500, 2023-06-01",
  })
  @DisplayName("before a city's own text its province's law is in force, and is what is cited")
  void theProvincesLaw(String area, String day) {
    Entitlement said = on(day, employee("employer", area, "arrived: 2023-01-10"));
    assertEquals(State.OPEN, said.pool().state());
    assertEquals("JS 15¶1", said.pool().because().citation());
    History waits = employee("flexible", area, "arrived: 2023-09-10, first: true");
    assertEquals(State.CLOSED, on("2023-11-10", waits).pool().state());
    assertEquals(State.OPEN, on("2023-11-11", waits).pool().state(), "two months at most, JS 15¶4");
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "310000, 2025-02-28",
    "460000, 2024-12-31",
    "320500, 2023-05-31",
  })
  @DisplayName("on a day without any text nothing opens, and the terminal is told of no enrolment")
  void noTextInForce(String area, String day) {
    Entitlement said = on(day, employee("employer", area, "arrived: 2020-01-10"));
    for (Verdict verdict : List.of(said.pool(), said.account())) {
      assertEquals(State.CLOSED, verdict.state());
      assertEquals("", verdict.because().citation());
      assertTrue(verdict.because().en().contains("no text"), verdict.because()::en);
    }
    assertEquals(State.CLOSED, said.criticalIllness().state());
    assertTrue(said.handedOver().stream().allMatch(c -> c.from().isEmpty()));
  }

  @Test
  @DisplayName("between two jobs the account stays usable while joining up still makes one of both")
  void betweenTwoJobs() {
    for (String area : List.of(SUZHOU, NANTONG)) {
      History person = employee("employer", area, "arrived: 2025-01-10, ends: 2025-03-31");
      for (String day : List.of("2025-04-01", "2025-06-30")) {
        Entitlement said = atOnce(day, person);
        assertEquals(State.CLOSED, said.pool().state());
        assertEquals(State.OPEN, said.account().state(), area + " " + day);
        assertEquals(CentreRule.R_ELIG_14, said.account().because().rule());
      }
      assertEquals(State.CLOSED, atOnce("2025-07-01", person).account().state());
    }
    History shanghai = employee("employer", SHANGHAI, "arrived: 2025-03-10, ends: 2025-04-30");
    assertEquals(State.CLOSED, atOnce("2025-05-10", shanghai).account().state());
    History dead =
        man(
            """
            ended: {why: death, on: 2025-03-31}
            enrolments: [{scheme: employee, kind: employer, area: "320500", arrived: 2025-01-10, ends: 2025-03-31}]
            """);
    assertEquals(State.CLOSED, atOnce("2025-04-01", dead).account().state());
    History punished =
        man(
            """
            sanctions: [{from: 2025-04-01, to: 2025-06-30, why: 冒名, scope: networked}]
            enrolments: [{scheme: employee, kind: employer, area: "320500", arrived: 2025-01-10, ends: 2025-03-31}]
            """);
    assertEquals(State.CLOSED, atOnce("2025-04-01", punished).account().state());
  }
}
