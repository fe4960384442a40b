package io.caresettle.sim.national;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.Cancel;
import io.caresettle.protocol.wire.CancelAnswer;
import io.caresettle.protocol.wire.CancelDocument;
import io.caresettle.protocol.wire.CancellationReceipt;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Query;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.Reverse;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Trial;
import io.caresettle.protocol.wire.TrialAnswer;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.centre.DeskAnswer;
import io.caresettle.sim.centre.SideDoor;

/**
 * Moves money at the centre's desk: every movement is one of the desk's own messages, under the
 * message id that the institution sent, signed by the platform in the institution's place.
 */
final class Money {

  private final SideDoor door;
  private final PartyKeys keys;
  private final Notes notes;

  Money(SideDoor door, PartyKeys keys, Notes notes) {
    this.door = door;
    this.keys = keys;
    this.notes = notes;
  }

  /** Who would pay what. */
  Quote trial(Asked asked, TrialBody body) {
    TrialAnswer answer =
        ask(
            asked,
            MessageType.TRIAL,
            innerId(asked),
            Trial.newBuilder().setBody(body.toByteString()).build(),
            TrialAnswer.getDefaultInstance());
    if (answer.hasRefusal()) {
      throw no(answer.getRefusal());
    }
    return answer.getQuote();
  }

  /** Settles under the message id of {@code asked}; the same message again is the same receipt. */
  SettlementReceipt settle(Asked asked, TrialBody body) {
    Quote quote = trial(asked, body);
    SettlementDocument document =
        SettlementDocument.newBuilder()
            .setMessageId(asked.messageId())
            .setInstitutionCode(asked.institution())
            .setBillNumber(body.getBillNumber())
            .setQuoteReference(quote.getReference())
            .setBodyDigest(ByteString.copyFrom(Sm3.digest(body.toByteArray())))
            .setBody(body.toByteString())
            .setConfirmed(quote.getSplit())
            .setOperator(asked.said("opter"))
            .setTimeMillis(door.now().toEpochMilli())
            .build();
    SettleAnswer answer =
        ask(
            asked,
            MessageType.SETTLE,
            asked.messageId(),
            Settle.newBuilder()
                .setDocument(Documents.sign(keys, DocumentContext.SETTLEMENT, document))
                .build(),
            SettleAnswer.getDefaultInstance());
    if (answer.hasRefusal()) {
      throw no(answer.getRefusal());
    }
    return read(answer.getReceipt());
  }

  private static SettlementReceipt read(SignedDocument receipt) {
    return Messages.read(
        SettlementReceipt.getDefaultInstance(), receipt.getDocument().toByteArray());
  }

  /** What the books say of a settle message now. */
  SettlementState standing(Asked asked, String messageId, String bill) {
    return query(asked, messageId, bill).getState();
  }

  private QueryAnswer query(Asked asked, String messageId, String bill) {
    return ask(
        asked,
        MessageType.QUERY,
        innerId(asked),
        Query.newBuilder()
            .setOriginalMessageId(messageId)
            .setInstitutionCode(asked.institution())
            .setBillNumber(bill)
            .build(),
        QueryAnswer.getDefaultInstance());
  }

  /** Undoes what stands, under the message id of {@code asked}. */
  CancellationReceipt cancel(Asked asked, String settlement, String original, String bill) {
    SignedDocument receipt = query(asked, original, bill).getReceipt();
    CancelDocument document =
        CancelDocument.newBuilder()
            .setMessageId(asked.messageId())
            .setSettlementId(settlement)
            .setOriginalMessageId(original)
            .setInstitutionCode(asked.institution())
            .setBillNumber(bill)
            .setReceiptDigest(ByteString.copyFrom(Sm3.digest(receipt.getDocument().toByteArray())))
            .setReason(asked.transaction())
            .setOperator(asked.said("opter"))
            .setTimeMillis(door.now().toEpochMilli())
            .build();
    CancelAnswer answer =
        ask(
            asked,
            MessageType.CANCEL,
            asked.messageId(),
            Cancel.newBuilder()
                .setDocument(Documents.sign(keys, DocumentContext.CANCELLATION, document))
                .build(),
            CancelAnswer.getDefaultInstance());
    if (answer.hasRefusal()) {
      throw no(answer.getRefusal());
    }
    return Messages.read(
        CancellationReceipt.getDefaultInstance(),
        answer.getReceipt().getDocument().toByteArray());
  }

  /** Whatever became of that message, afterwards it has not settled and never will. */
  void reverse(Asked asked, String original, String bill) {
    ReversalDocument document =
        ReversalDocument.newBuilder()
            .setMessageId(asked.messageId())
            .setOriginalMessageId(original)
            .setInstitutionCode(asked.institution())
            .setBillNumber(bill)
            .setTimeMillis(door.now().toEpochMilli())
            .build();
    ReverseAnswer answer =
        ask(
            asked,
            MessageType.REVERSE,
            asked.messageId(),
            Reverse.newBuilder()
                .setDocument(Documents.sign(keys, DocumentContext.REVERSAL, document))
                .build(),
            ReverseAnswer.getDefaultInstance());
    if (answer.hasRefusal()) {
      throw no(answer.getRefusal());
    }
  }

  /** In the form of all message ids, with no time that a till could write. */
  private String innerId(Asked asked) {
    return asked.institution() + String.format("%018d", notes.next("inner"));
  }

  private <M extends Message> M ask(
      Asked asked, MessageType type, String id, Message message, M expected) {
    DeskAnswer answer =
        door.desk().handle(asked.from(), type, id, Payload.copyOf(message.toByteArray()));
    return Messages.read(expected, answer.payload());
  }

  /** The desk's refusal in the words of the national platform, where public texts are known. */
  static SaysNo no(Refusal refusal) {
    return new SaysNo(
        switch (refusal.getCode()) {
          case "BILL_SETTLED" -> "门诊患者已结算, 请勿重复结算";
          case "NOT_STANDING" -> "该笔结算已撤销，请勿重复办理";
          case "SETTLEMENT_UNKNOWN" -> "未查询到结算信息";
          case "UNDONE_BEFORE" -> "该报文已冲正，不能再结算";
          case "MESSAGE_ID_REUSED" -> "报文ID重复：该msgid已用于其他内容";
          case "LATER_FIRST" -> "该参保人存在更晚的结算，请先撤销后续结算";
          default -> refusal.getReasonZh();
        });
  }
}
