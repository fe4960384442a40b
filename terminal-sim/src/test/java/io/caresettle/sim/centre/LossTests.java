package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.CredentialStanding;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.phone.CodeIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-ID-07: a reported loss takes effect at once,")
class LossTests {

  private static final String CARD = "320500D15600000500000001FFFFFFFF";

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private CentreDesk desk;
  private TestTill till;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
  }

  @AfterEach
  void close() {
    assertTrue(desk.books().balance());
    desk.close();
  }

  private TrialBody body(String bill) {
    return till.body(bill, "P0000001", line("1", "TEST-0001", 200_000_000, 10_000)).build();
  }

  @Test
  @DisplayName("and the look-up says since when")
  void toldWithItsHour() {
    InsuredPerson lost = till.lookUp("V1", "P0000005").getPerson();
    assertEquals(CredentialStanding.REPORTED_LOST, lost.getStanding());
    assertEquals(Instant.parse("2026-11-15T01:30:00Z").toEpochMilli(), lost.getLostSinceMillis());
    assertEquals(0, till.lookUp("V1", "P0000001").getPerson().getLostSinceMillis());
    desk.reportLost(LossList.card(CARD));
    clock.advance(Duration.ofMinutes(1));
    desk.reportLost(LossList.card(CARD));
    InsuredPerson now = till.lookUp("V1", "P0000001").getPerson();
    assertEquals(
        clock.instant().minus(Duration.ofMinutes(1)).toEpochMilli(), now.getLostSinceMillis());
  }

  @Test
  @DisplayName("between look-up and trial")
  void beforeTheTrial() {
    till.lookUp("V-B1", "P0000001");
    desk.reportLost(LossList.card(CARD));
    Refusal refusal = till.trial(till.nextId(), body("B1")).getRefusal();
    assertEquals("REPORTED_LOST", refusal.getCode());
    assertTrue(
        refusal.getReasonZh().endsWith(LossList.text(clock.instant())), refusal.getReasonZh());
  }

  @Test
  @DisplayName("between trial and settlement, and moves nothing")
  void beforeTheSettlement() {
    Quote quote = till.quote(body("B1"));
    desk.reportLost(LossList.card(CARD));
    assertEquals(
        "REPORTED_LOST", till.settle(till.nextId(), quote, body("B1")).getRefusal().getCode());
    assertEquals(0, desk.settlementsStanding());
  }

  @Test
  @DisplayName("but what stood before it stands, and is said to stand")
  void whatStood() {
    Quote quote = till.quote(body("B1"));
    String id = till.nextId();
    var first = till.settle(id, quote, body("B1"));
    desk.reportLost(LossList.card(CARD));
    assertEquals(first, till.settle(id, quote, body("B1")));
    assertEquals(SettlementState.STANDING, till.query(id, "B1").getState());
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("for the card that was lost, and not for the same person's code")
  void theOtherCredential() {
    till.lookUp("V-B1", "P0000001");
    desk.reportLost(LossList.card(CARD));
    String code = CodeIssuer.ofTheSimulation(clock).issue("P0000001").text();
    assertEquals(
        CredentialStanding.VALID, till.lookUpByCode("V-B1", code).getPerson().getStanding());
    assertTrue(till.trial(till.nextId(), body("B1")).hasQuote());
  }

  @Test
  @DisplayName("for every code of a person whose phone was lost")
  void everyCode() {
    CodeIssuer phone = CodeIssuer.ofTheSimulation(clock);
    desk.reportLost(LossList.codes("P0000001"));
    for (int shown = 0; shown < 2; shown++) {
      assertEquals(
          CredentialStanding.REPORTED_LOST,
          till.lookUpByCode("V-B1", phone.issue("P0000001").text()).getPerson().getStanding());
    }
    assertEquals(
        CredentialStanding.VALID, till.lookUp("V-B1", "P0000001").getPerson().getStanding());
  }

  @Test
  @DisplayName("and ends as soon as it is found again, also where the rolls began with the loss")
  void foundAgain() {
    till.lookUp("V-B1", "P0000001");
    desk.reportLost(LossList.card(CARD));
    desk.found(LossList.card(CARD));
    assertTrue(till.trial(till.nextId(), body("B1")).hasQuote());
    desk.found(LossList.card("320500D15600000500000005FFFFFFFF"));
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
    assertEquals(CredentialStanding.VALID, till.lookUp("V1", "P0000005").getPerson().getStanding());
  }
}
