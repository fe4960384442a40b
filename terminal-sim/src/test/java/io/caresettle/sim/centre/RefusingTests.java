package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.TrialBody;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A settlement is refused, and no money moves,")
class RefusingTests extends BillStory {

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
    TrialBody other = till.body("B1", PERSON, line("1", "TEST-0001", 299_000_000, 10_000)).build();
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
  @Tag("R-INST-10")
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
                    Documents.sign(other.keys, DocumentContext.SETTLEMENT, document.toByteArray()))
                .build());
    assertRefused(Reason.NOT_SIGNED, TestTill.parse(SettleAnswer.parser(), answer));
    assertEquals(SettlementState.NOT_FOUND, till.query(id, "B1").getState());
    receipt(till.settle(id, quote, body));
  }

  @Test
  @DisplayName("when the document is signed but not canonical, and the message id is not spent")
  void notCanonical() {
    Quote quote = till.quote(body);
    String id = till.nextId();
    ByteString document = till.document(id, quote, body).build().toByteString();
    byte[] twice = document.concat(document).toByteArray();
    Settle settle =
        Settle.newBuilder()
            .setDocument(Documents.sign(till.keys, DocumentContext.SETTLEMENT, twice))
            .build();
    Payload answer = till.exchange(MessageType.SETTLE, id, settle);
    assertRefused(Reason.MALFORMED, TestTill.parse(SettleAnswer.parser(), answer));
    assertEquals(SettlementState.NOT_FOUND, till.query(id, "B1").getState());
    receipt(till.settle(id, quote, body));
  }

  @Test
  @DisplayName("when the message would take many times its length in memory")
  void tooDense() {
    UnknownFieldSet.Builder many = UnknownFieldSet.newBuilder();
    UnknownFieldSet.Field nothing = UnknownFieldSet.Field.newBuilder().addVarint(0).build();
    for (int number = 1_000; number < 15_000; number++) {
      many.addField(number, nothing);
    }
    Settle settle = Settle.newBuilder().setUnknownFields(many.build()).build();
    Payload answer = till.exchange(MessageType.SETTLE, till.nextId(), settle);
    assertRefused(Reason.MALFORMED, TestTill.parse(SettleAnswer.parser(), answer));
    assertNothingMoved();
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
