package io.caresettle.centre.sealed;

import com.google.protobuf.ByteString;
import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.Reply;
import io.caresettle.money.Money;
import io.caresettle.protocol.MessageRejected;
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
import io.caresettle.protocol.wire.SignedDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Undoes what stands, over the sealed protocol. */
final class Cancellations {

  private Cancellations() {}

  /**
   * @throws IllegalArgumentException when the receipt that was kept cannot be read
   */
  static PreparedCancellation prepare(PartyKeys keys, CancelRequest request) {
    String institution = request.receipt().message().bill().institutionCode();
    CancelDocument document =
        CancelDocument.newBuilder()
            .setMessageId(request.messageId())
            .setSettlementId(request.receipt().settlementId())
            .setOriginalMessageId(request.receipt().message().messageId())
            .setInstitutionCode(institution)
            .setBillNumber(request.receipt().message().bill().number())
            .setReceiptDigest(ByteString.copyFrom(digest(request.receipt().evidence())))
            .setReason(request.reason())
            .setOperator(request.operator())
            .setApprovedBy(request.approvedBy())
            .setTimeMillis(request.time().toEpochMilli())
            .build();
    return new PreparedCancellation(
        request.messageId(),
        request.receipt().message(),
        request.receipt().settlementId(),
        FromWire.evidence(Documents.sign(keys, DocumentContext.CANCELLATION, document)));
  }

  /** SM3 of what the centre signed, without its signature. */
  private static byte[] digest(Evidence receipt) {
    try {
      SignedDocument signed =
          Messages.read(SignedDocument.getDefaultInstance(), receipt.document().bytes());
      return Sm3.digest(signed.getDocument().toByteArray());
    } catch (MessageRejected e) {
      throw new IllegalArgumentException("The receipt that was kept cannot be read", e);
    }
  }

  static Reply<Cancelled> cancel(
      Exchange exchange, SignedDocument document, PreparedCancellation prepared, Duration within) {
    return exchange.ask(
        MessageType.CANCEL,
        Cancel.newBuilder().setDocument(document).build(),
        MessageType.CANCEL_ANSWER,
        within,
        (reading, bytes) -> {
          CancelAnswer answer = Messages.read(CancelAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case RECEIPT -> new Reply.Answered<>(cancelled(reading, answer.getReceipt(), prepared));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw new IllegalArgumentException("The answer is empty");
          };
        });
  }

  /** The centre's signed word that this settlement, by this message, is cancelled. */
  private static Cancelled cancelled(
      FromWire reading, SignedDocument signed, PreparedCancellation asked) {
    CancellationReceipt receipt =
        Documents.read(
            reading.signer(signed),
            DocumentContext.CANCELLATION_RECEIPT,
            signed,
            CancellationReceipt.getDefaultInstance());
    if (!receipt.getMessageId().equals(asked.messageId())
        || !receipt.getSettlementId().equals(asked.settlementId())
        || !receipt.getOriginalMessageId().equals(asked.original().messageId())
        || !receipt.getInstitutionCode().equals(asked.original().bill().institutionCode())
        || !receipt.getBillNumber().equals(asked.original().bill().number())) {
      throw new IllegalArgumentException("The cancellation is of another settlement or bill");
    }
    return new Cancelled(
        receipt.getCancellationId(),
        receipt.getSettlementId(),
        FromWire.split(receipt.getReturned()),
        new Money(receipt.getAccountBalanceAfter()),
        Instant.ofEpochMilli(receipt.getCancelledAtMillis()),
        LocalDate.parse(receipt.getBusinessDate()),
        FromWire.evidence(signed));
  }
}
