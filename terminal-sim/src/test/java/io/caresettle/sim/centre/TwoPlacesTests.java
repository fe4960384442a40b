package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.PHARMACY;
import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.phone.CodeIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-ID-04: one credential is not in two places at a time:")
class TwoPlacesTests {

  private static final Duration WINDOW = CentreSettings.TWO_PLACES_WINDOW;

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private CentreDesk desk;
  private TestTill hospital;
  private TestTill pharmacy;

  @BeforeEach
  void open() {
    open(WINDOW);
  }

  private void open(Duration window) {
    desk = CentreDesk.open(TestCentre.settings(folder, clock).withTwoPlacesWindow(window));
    hospital = new TestTill(desk, HOSPITAL);
    pharmacy = new TestTill(desk, PHARMACY);
  }

  @AfterEach
  void close() {
    assertTrue(desk.books().balance());
    desk.close();
  }

  private TrialBody body(String bill) {
    return hospital.body(bill, "P0000001", line("1", "TEST-0001", 200_000_000, 10_000)).build();
  }

  @Test
  @DisplayName("shown elsewhere while the visit is open, it is refused and kept for the bureau")
  void refusedAndKept() {
    Instant first = clock.instant();
    hospital.lookUp("V-B1", "P0000001");
    clock.advance(WINDOW.minusSeconds(1));
    Refusal refusal = pharmacy.lookUp("V-P1", "P0000001").getRefusal();
    assertEquals("SHOWN_ELSEWHERE", refusal.getCode());
    assertTrue(refusal.getReasonZh().endsWith(LossList.text(first)), refusal.getReasonZh());
    assertEquals(
        List.of(
            new ShownElsewhere(
                "P0000001", HOSPITAL, "V-B1", first, PHARMACY, "V-P1", clock.instant())),
        desk.shownElsewhere());
    // Refused, it was never there: the first visit goes on.
    assertTrue(hospital.trial(hospital.nextId(), body("B1")).hasQuote());
    assertTrue(hospital.lookUp("V-B1", "P0000001").hasPerson());
  }

  @Test
  @DisplayName("a person's codes are one credential, whichever of them is shown")
  void codes() {
    CodeIssuer phone = CodeIssuer.ofTheSimulation(clock);
    hospital.lookUpByCode("V-B1", phone.issue("P0000001").text());
    assertEquals(
        "SHOWN_ELSEWHERE",
        pharmacy.lookUpByCode("V-P1", phone.issue("P0000001").text()).getRefusal().getCode());
    // The card may be with a delegate, who must show both documents.
    assertTrue(pharmacy.lookUp("V-P1", "P0000001").hasPerson());
  }

  @Test
  @DisplayName("after the first visit was settled, the second is an ordinary one")
  void settledFirst() {
    Quote quote = hospital.quote(body("B1"));
    String id = hospital.nextId();
    hospital.settle(id, quote, body("B1"));
    assertTrue(pharmacy.lookUp("V-P1", "P0000001").hasPerson());
    assertEquals(List.of(), desk.shownElsewhere());
  }

  @Test
  @DisplayName("a settlement that was undone has settled nothing")
  void undone() {
    Quote quote = hospital.quote(body("B1"));
    String id = hospital.nextId();
    hospital.settle(id, quote, body("B1"));
    hospital.reverse(id, "B1");
    assertEquals("SHOWN_ELSEWHERE", pharmacy.lookUp("V-P1", "P0000001").getRefusal().getCode());
  }

  @Test
  @DisplayName("when the window has passed, an unsettled visit keeps nobody from the next")
  void windowPassed() {
    hospital.lookUp("V-B1", "P0000001");
    clock.advance(WINDOW);
    assertTrue(pharmacy.lookUp("V-P1", "P0000001").hasPerson());
  }

  @Test
  @DisplayName("seen again, the window begins again")
  void seenAgain() {
    hospital.lookUp("V-B1", "P0000001");
    clock.advance(WINDOW.dividedBy(2));
    hospital.lookUp("V-B1", "P0000001");
    clock.advance(WINDOW.dividedBy(2));
    assertEquals("SHOWN_ELSEWHERE", pharmacy.lookUp("V-P1", "P0000001").getRefusal().getCode());
  }

  @Test
  @DisplayName("a second visit in the same house is nobody's business")
  void sameHouse() {
    hospital.lookUp("V-B1", "P0000001");
    assertTrue(hospital.lookUp("V-B2", "P0000001").hasPerson());
  }

  @Test
  @DisplayName("a centre may look away")
  void windowOfNothing() {
    desk.close();
    open(Duration.ZERO);
    hospital.lookUp("V-B1", "P0000001");
    assertTrue(pharmacy.lookUp("V-P1", "P0000001").hasPerson());
  }
}
