package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bill at the centre")
class SettlingTests {

  private static final String PERSON = "P0000001";

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private CentreDesk desk;
  private TestTill till;
  private TrialBody body;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
    // 300.00 in scope, 120.00 deducted, 70 % of 180.00 is 126.00; own part 174.00 + 50.00 class C.
    body =
        till.body(
                "B1",
                PERSON,
                line("1", "TEST-0001", 300_000_000, 10_000),
                line("2", "TEST-0009", 50_000_000, 10_000))
            .build();
  }

  @AfterEach
  void theBooksBalance() {
    Books books = desk.books();
    assertTrue(books.balance(), () -> books.faults().toString());
    desk.close();
  }

  private void restart() {
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
    for (int i = 0; i < 50; i++) {
      till.nextId();
    }
  }

  private static void assertRefused(Reason reason, SettleAnswer answer) {
    assertEquals(reason.name(), answer.getRefusal().getCode());
  }

  private void assertNothingMoved() {
    assertEquals(0, desk.settlementsStanding());
    assertEquals(100_000, desk.books().fen("account:" + PERSON));
    assertEquals(0, desk.books().fen("fund:pool"));
    assertTrue(
        till
            .lookUp("V-nothing", PERSON)
            .getPerson()
            .getEnrolments(0)
            .getYearToDateMap()
            .values()
            .stream()
            .allMatch(sum -> sum == 0));
  }

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

  @Nested
  @DisplayName("when reversed")
  class Reversed {

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

  @Nested
  @DisplayName("is refused, and no money moves,")
  class Refusals {

    private void assertRefusedFor(Reason reason, UnaryOperator<SettlementDocument.Builder> change) {
      String id = till.nextId();
      SettleAnswer answer = till.settle(id, till.quote(body), body, change);
      assertRefused(reason, answer);
      assertNothingMoved();
    }

    @Test
    @DisplayName("when the quote is of nobody")
    void unknownQuote() {
      assertRefusedFor(Reason.QUOTE_UNKNOWN, d -> d.setQuoteReference("Q0"));
    }

    @Test
    @DisplayName("when the body is another one")
    void otherBody() {
      TrialBody other =
          till.body("B1", PERSON, line("1", "TEST-0001", 299_000_000, 10_000)).build();
      assertRefusedFor(Reason.BODY_DIFFERS, d -> d.setBody(other.toByteString()));
      assertRefusedFor(Reason.BODY_DIFFERS, d -> d.setBodyDigest(TestTill.otherBytes()));
      assertRefusedFor(
          Reason.BODY_DIFFERS,
          d ->
              d.setBody(other.toByteString())
                  .setBodyDigest(ByteString.copyFrom(Sm3.digest(other.toByteArray()))));
      assertRefusedFor(Reason.BODY_DIFFERS, d -> d.setBillNumber("B9"));
    }

    @Test
    @DisplayName("when the confirmed figures are one fen off")
    void otherFigures() {
      assertRefusedFor(
          Reason.FIGURES_DIFFER,
          d -> d.setConfirmed(d.getConfirmed().toBuilder().setCash(4999).setPoolFund(12601)));
    }

    @Test
    @DisplayName("when the quote's five minutes are over, to the millisecond")
    void expired() {
      Quote quote = till.quote(body);
      clock.advance(Duration.ofMinutes(5));
      assertRefused(Reason.QUOTE_EXPIRED, till.settle(till.nextId(), quote, body));
      Quote fresh = till.quote(body);
      clock.advance(Duration.ofMinutes(5).minusMillis(1));
      receipt(till.settle(till.nextId(), fresh, body));
      assertEquals(1, desk.settlementsStanding());
    }

    @Test
    @DisplayName("when midnight lies between the quote and the settlement")
    void midnight() {
      clock.advance(Duration.ofHours(14).plusMinutes(58)); // 23:58 in China
      Quote quote = till.quote(body);
      clock.advance(Duration.ofMinutes(3));
      assertRefused(Reason.QUOTE_EXPIRED, till.settle(till.nextId(), quote, body));
    }

    @Test
    @DisplayName("when the signature is not the terminal's, and the message id is not spent")
    void notSigned() {
      Quote quote = till.quote(body);
      String id = till.nextId();
      TestTill other = new TestTill(desk, TestTill.PHARMACY);
      SettlementDocument document = till.document(id, quote, body).build();
      Payload answer =
          till.exchange(
              MessageType.SETTLE,
              id,
              Settle.newBuilder()
                  .setDocument(
                      Documents.sign(
                          other.keys, DocumentContext.SETTLEMENT, document.toByteArray()))
                  .build());
      assertRefused(Reason.NOT_SIGNED, TestTill.parse(SettleAnswer.parser(), answer));
      assertEquals(SettlementState.NOT_FOUND, till.query(id, "B1").getState());
      receipt(till.settle(id, quote, body));
    }

    @Test
    @DisplayName("and a refusal is remembered: it can be asked for, and comes again")
    void aRefusalIsPinned() {
      Quote quote = till.quote(body);
      String id = till.nextId();
      SettlementDocument document = till.document(id, quote, body).setQuoteReference("Q0").build();
      Payload refused = till.settleBytes(id, document);
      assertEquals(refused, till.settleBytes(id, document));
      assertEquals(SettlementState.REFUSED, till.query(id, "B1").getState());
      assertRefused(Reason.MESSAGE_ID_REUSED, till.settle(id, quote, body));
      assertNothingMoved();
    }
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
