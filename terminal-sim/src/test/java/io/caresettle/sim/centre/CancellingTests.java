package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.CancelAnswer;
import io.caresettle.protocol.wire.CancelDocument;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.TrialBody;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bill that is cancelled at the centre")
class CancellingTests extends BillStory {

  private SettleAnswer settle(TrialBody bill) {
    return till.settle(till.nextId(), till.quote(bill), bill);
  }

  private TrialBody later() {
    return till.body("B2", PERSON, line("1", "TEST-0001", 10_000_000, 10_000)).build();
  }

  private void reopen(CancellationProfile profile) {
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock).withCancellation(profile));
    till = new TestTill(desk, TestTill.HOSPITAL);
    for (int i = 0; i < 50; i++) {
      till.nextId();
    }
  }

  private static void assertRefused(String code, CancelAnswer answer) {
    assertEquals(code, answer.getRefusal().getCode());
  }

  @Test
  @DisplayName("gives everything back to the fen, once, however often its document comes")
  void once() {
    SettleAnswer settled = settle(body);
    CancelDocument.Builder document = till.cancellation(till.nextId(), settled);

    CancelAnswer first = till.cancel(document);
    assertEquals(receipt(settled).getSplit(), receipt(first).getReturned());
    assertEquals(100_000, receipt(first).getAccountBalanceAfter());
    assertNothingMoved();
    assertEquals(first, till.cancel(document));
    restart();
    assertEquals(first, till.cancel(document));
    assertNothingMoved();
  }

  @Test
  @DisplayName("is told as undone with the receipt of its cancellation, also after a reversal")
  void query() {
    SettleAnswer settled = settle(body);
    CancelAnswer cancelled = till.cancel(settled);
    String id = receipt(settled).getMessageId();

    QueryAnswer told = till.query(id, "B1");
    assertEquals(SettlementState.UNDONE, told.getState());
    assertEquals(cancelled.getReceipt(), told.getCancellationReceipt());
    assertTrue(till.reverse(id, "B1").hasReceipt());
    assertEquals(cancelled.getReceipt(), till.query(id, "B1").getCancellationReceipt());
    assertNothingMoved();
  }

  @Test
  @DisplayName("stays undone when a copy of its settle message comes late")
  void lateCopy() {
    String id = till.nextId();
    var quote = till.quote(body);
    SettleAnswer settled = till.settle(id, quote, body);
    till.cancel(settled);
    assertRefused(Reason.UNDONE_BEFORE, till.settle(id, quote, body));
    assertNothingMoved();
  }

  @Test
  @DisplayName("stands where the document names another bill, settlement, receipt or message")
  void otherDocuments() {
    SettleAnswer settled = settle(body);
    CancelDocument good = till.cancellation("x", settled).build();
    assertRefused(
        "OTHER_BILL", till.cancel(good.toBuilder().setMessageId("1").setBillNumber("B2")));
    assertRefused(
        "OTHER_SETTLEMENT", till.cancel(good.toBuilder().setMessageId("2").setSettlementId("S1")));
    assertRefused(
        "RECEIPT_DIFFERS",
        till.cancel(good.toBuilder().setMessageId("3").setReceiptDigest(TestTill.otherBytes())));
    assertRefused(
        "SETTLEMENT_UNKNOWN",
        till.cancel(good.toBuilder().setMessageId("4").setOriginalMessageId(till.nextId())));
    assertRefused("MALFORMED", till.cancel(good.toBuilder().setMessageId("5").setReason(" ")));
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("is refused where it was undone before by another document or a reversal")
  void undoneBefore() {
    SettleAnswer settled = settle(body);
    till.cancel(settled);
    assertRefused("NOT_STANDING", till.cancel(settled));
    SettleAnswer again = settle(body);
    till.reverse(receipt(again).getMessageId(), "B1");
    assertRefused("NOT_STANDING", till.cancel(again));
    assertNothingMoved();
  }

  @Test
  @DisplayName("waits for later visits of the year to be undone, and a refused document stays so")
  void latestFirst() {
    SettleAnswer first = settle(body);
    SettleAnswer second = settle(later());
    CancelDocument.Builder early = till.cancellation(till.nextId(), first);

    assertRefused("LATER_FIRST", till.cancel(early));
    assertTrue(till.cancel(second).hasReceipt());
    // The counter believes that it stands: a copy that was on its way all the time changes nothing.
    assertRefused("LATER_FIRST", till.cancel(early));
    assertEquals(1, desk.settlementsStanding());
    assertTrue(till.cancel(first).hasReceipt());
    assertNothingMoved();
  }

  @Test
  @DisplayName("leaves later visits as they are where the centre lets it")
  void free() {
    reopen(CancellationProfile.FREE);
    SettleAnswer first = settle(body);
    SettleAnswer second = settle(later());
    assertTrue(till.cancel(first).hasReceipt());
    assertEquals(1, desk.settlementsStanding());
    assertEquals(-receipt(second).getSplit().getPoolFund(), desk.books().fen("fund:pool"));
    assertEquals(0, desk.books().fen("due:" + PERSON));
  }

  @Test
  @DisplayName("has later visits judged again where the centre does so, and the rest is due")
  void replay() {
    reopen(CancellationProfile.REPLAY);
    SettleAnswer first = settle(body);
    SettleAnswer second = settle(later());
    assertEquals(700, receipt(second).getSplit().getPoolFund());

    assertTrue(till.cancel(first).hasReceipt());
    // Alone, the later visit lies under the deductible: the fund pays nothing of its 10.00.
    assertEquals(0, desk.books().fen("fund:pool"));
    assertEquals(-700, desk.books().fen("due:" + PERSON));
    assertEquals(Map.of("used", 1000L, "counted", 0L, "paid", 0L), yearToDate());
    assertTrue(desk.books().balance(), () -> desk.books().faults().toString());

    assertTrue(till.cancel(second).hasReceipt());
    assertEquals(0, desk.books().fen("due:" + PERSON));
    assertNothingMoved();
  }

  private Map<String, Long> yearToDate() {
    return till.lookUp("V2", PERSON).getPerson().getEnrolments(0).getYearToDateMap();
  }

  @Test
  @DisplayName("comes before the rest of it is tried and settled anew (R-TXN-06)")
  void refund() {
    SettleAnswer old = settle(body);
    TrialBody rest =
        later().toBuilder().setReplacesSettlementId(receipt(old).getSettlementId()).build();
    till.lookUp("V-B2", PERSON);
    assertEquals("REPLACED_STANDS", till.trial(till.nextId(), rest).getRefusal().getCode());

    till.cancel(old);
    var quote = till.quote(rest);
    assertEquals(Hanging.Kind.CANCELLED_HALF, desk.hanging().get(0).kind());
    receipt(till.settle(till.nextId(), quote, rest));
    assertEquals(0, desk.hanging().size());
  }

  @Test
  @DisplayName("is left hanging while nobody has heard the answer, and not once it is asked again")
  void unheard() {
    CancelDocument.Builder document = till.cancellation(till.nextId(), settle(body));
    till.cancel(document);
    desk.unheard(TestTill.HOSPITAL, till.lastId());
    assertEquals(Hanging.Kind.CANCELLATION_UNHEARD, desk.hanging().get(0).kind());
    till.cancel(document);
    assertEquals(0, desk.hanging().size());
  }
}
