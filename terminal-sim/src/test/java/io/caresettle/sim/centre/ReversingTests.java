package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.TrialBody;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bill that is reversed at the centre")
class ReversingTests extends BillStory {

  @Test
  @DisplayName("before its settlement arrives leaves a tombstone that refuses it, for ever")
  void beforeItArrives() {
    Quote quote = till.quote(body);
    String id = till.nextId();
    assertTrue(till.reverse(id, "B1").hasReceipt());

    assertRefused(Reason.UNDONE_BEFORE, till.settle(id, quote, body));
    restart();
    assertRefused(Reason.UNDONE_BEFORE, till.settle(id, quote, body));
    assertEquals(SettlementState.UNDONE, till.query(id, "B1").getState());
    assertNothingMoved();
    assertEquals(0, desk.hanging().size());
  }

  @Test
  @DisplayName("afterwards gives everything back to the fen, however often it is said")
  void afterwards() {
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));

    var first = till.reverse(id, "B1");
    assertNothingMoved();
    assertEquals(first.getReceipt(), till.reverse(id, "B1").getReceipt());
    restart();
    assertEquals(first.getReceipt(), till.reverse(id, "B1").getReceipt());
    assertNothingMoved();
    assertEquals(1, desk.books().undone());
    assertEquals(SettlementState.UNDONE, till.query(id, "B1").getState());
  }

  @Test
  @DisplayName("wins over a copy of the message it undid: no receipt is given for what is undone")
  void copyOfWhatWasUndone() {
    String id = till.nextId();
    Quote quote = till.quote(body);
    receipt(till.settle(id, quote, body));
    till.reverse(id, "B1");

    assertRefused(Reason.UNDONE_BEFORE, till.settle(id, quote, body));
    assertNothingMoved();
  }

  @Test
  @DisplayName("may be settled again by another message, and the undone one stays undone")
  void settledAgain() {
    String id = till.nextId();
    Quote quote = till.quote(body);
    receipt(till.settle(id, quote, body));
    till.reverse(id, "B1");

    assertRefused(Reason.QUOTE_USED, till.settle(till.nextId(), quote, body));
    receipt(till.settle(till.nextId(), till.quote(body), body));
    till.reverse(id, "B1");
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("under another bill's number stands as it stood")
  void underAnotherBill() {
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));

    assertEquals("OTHER_BILL", till.reverse(id, "B2").getRefusal().getCode());
    assertEquals(SettlementState.SETTLEMENT_STATE_UNSPECIFIED, till.query(id, "B2").getState());
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("after a later bill leaves the later one's part of the year's sums")
  void outOfOrder() {
    String first = till.nextId();
    receipt(till.settle(first, till.quote(body), body));
    TrialBody later = till.body("B2", PERSON, line("1", "TEST-0001", 10_000_000, 10_000)).build();
    receipt(till.settle(till.nextId(), till.quote(later), later));

    till.reverse(first, "B1");

    assertEquals(
        Map.of("used", 0L, "counted", 1000L, "paid", 700L),
        till.lookUp("V2", PERSON).getPerson().getEnrolments(0).getYearToDateMap());
  }
}
