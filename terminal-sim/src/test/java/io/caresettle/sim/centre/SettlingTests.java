package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bill at the centre")
class SettlingTests extends BillStory {

  @Test
  @DisplayName("is quoted without moving money, and settled with the figures of the quote")
  void isSettledOnce() {
    Quote quote = till.quote(body);
    assertNothingMoved();
    assertEquals(
        Split.newBuilder()
            .setTotal(35000)
            .setOutOfCatalogue(5000)
            .setInScope(30000)
            .setDeductible(12000)
            .setPoolFund(12600)
            .setPersonalAccount(17400)
            .setCash(5000)
            .build(),
        quote.getSplit());

    SettlementReceipt receipt = receipt(till.settle(till.nextId(), quote, body));

    assertEquals(quote.getSplit(), receipt.getSplit());
    assertEquals(82_600, receipt.getAccountBalanceAfter());
    assertEquals("2026-11-20", receipt.getBusinessDate());
    Books books = desk.books();
    assertEquals(-12600, books.fen("fund:pool"));
    assertEquals(30000, books.fen("payable:" + HOSPITAL));
    assertEquals(5000, books.fen("cash:" + HOSPITAL));
    assertEquals(
        Map.of("used", 12000L, "counted", 18000L, "paid", 12600L),
        till.lookUp("V2", PERSON).getPerson().getEnrolments(0).getYearToDateMap());
  }

  @Test
  @DisplayName("whose message comes twice is settled once and answered with the same bytes")
  void aDuplicateGetsTheSameAnswer() {
    Quote quote = till.quote(body);
    String id = till.nextId();
    SettlementDocument document = till.document(id, quote, body).build();
    Payload first = till.settleBytes(id, document);

    assertEquals(first, till.settleBytes(id, document));
    restart();
    assertEquals(first, till.settleBytes(id, document));
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("whose answer was lost is found standing by the message's id")
  void aLostAnswerIsFound() {
    String id = till.nextId();
    SettleAnswer lost = till.settle(id, till.quote(body), body);
    desk.unheard(HOSPITAL, id);
    assertEquals(Hanging.Kind.ANSWER_UNHEARD, desk.hanging().get(0).kind());

    var found = till.query(id, "B1");

    assertEquals(SettlementState.STANDING, found.getState());
    assertEquals(lost.getReceipt(), found.getReceipt());
    assertEquals(0, desk.hanging().size());
  }

  @Test
  @DisplayName("that never arrived is not found, and a query moves nothing")
  void notFound() {
    till.quote(body);
    assertEquals(
        SettlementState.NOT_FOUND, till.query(HOSPITAL + "202611200900009999", "B1").getState());
    assertEquals(Hanging.Kind.QUOTED_ONLY, desk.hanging().get(0).kind());
    assertNothingMoved();
  }

  @Test
  @DisplayName("is not settled by a second message while it stands")
  void anotherMessageForTheSameBill() {
    Quote first = till.quote(body);
    Quote second = till.quote(body);
    receipt(till.settle(till.nextId(), first, body));

    assertRefused(Reason.BILL_SETTLED, till.settle(till.nextId(), second, body));
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("is judged again on the sums of the moment in which it is settled")
  void theFiguresOfNow() {
    Quote quote = till.quote(body);
    TrialBody between =
        till.body("B2", PERSON, line("1", "TEST-0001", 100_000_000, 10_000)).build();
    receipt(till.settle(till.nextId(), till.quote(between), between));

    SettlementReceipt receipt = receipt(till.settle(till.nextId(), quote, body));

    assertNotEquals(quote.getSplit(), receipt.getSplit());
    assertEquals(2000, receipt.getSplit().getDeductible());
    assertEquals(19600, receipt.getSplit().getPoolFund());
  }
}
