package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.Cancel;
import io.caresettle.protocol.wire.CancelAnswer;
import io.caresettle.protocol.wire.CancelDocument;
import io.caresettle.protocol.wire.CancellationReceipt;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cancellation (撤销): undoes a named settlement that stands. It is told by its document, like a
 * reversal: however often the document comes, it is done once or refused for good.
 */
record Cancels(
    MessageLog messages,
    CancelBook book,
    Undoings undoings,
    Replays replays,
    Accounts accounts,
    CancellationProfile profile,
    PartyKeys keys)
    implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.CANCEL_ANSWER;
  }

  @Override
  public Optional<Sameness> sameness(Request request) throws Refused {
    Readings.checkMessageId(request);
    SignedDocument signed = signed(request);
    CancelDocument document = document(request, signed);
    if (!document.getInstitutionCode().equals(request.institution())
        || document.getMessageId().isBlank()
        || document.getSettlementId().isBlank()
        || document.getOriginalMessageId().isBlank()
        || document.getBillNumber().isBlank()
        || document.getOperator().isBlank()
        || document.getReason().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    return Optional.of(new Sameness(digest(signed), document.getBillNumber()));
  }

  private static byte[] digest(SignedDocument signed) {
    return Sm3.digest(signed.getDocument().toByteArray());
  }

  private static SignedDocument signed(Request request) throws Refused {
    return Readings.read(Cancel.getDefaultInstance(), request.payload()).getDocument();
  }

  private static CancelDocument document(Request request, SignedDocument signed) throws Refused {
    return Readings.signed(
        request, DocumentContext.CANCELLATION, signed, CancelDocument.getDefaultInstance());
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    SignedDocument signed = signed(request);
    CancelDocument document = document(request, signed);
    byte[] digest = digest(signed);
    String original = document.getOriginalMessageId();
    messages.heard(request.institution(), digest);
    Optional<CancelBook.Done> before = book.find(request.institution(), original);
    if (before.isPresent() && isItsAnswer(before.get(), document)) {
      return answer(before.get().receipt());
    }
    Optional<Refusal> refused =
        book.refusal(request.institution(), document.getMessageId(), digest);
    if (refused.isPresent()) {
      return refuse(refused.get());
    }
    Undoings.Settled settled;
    try {
      settled = check(document, request);
    } catch (Refused no) {
      book.refuse(document.getMessageId(), digest, no.refusal(), request);
      return refuse(no.refusal());
    }
    return answer(cancel(settled, document, request));
  }

  private static boolean isItsAnswer(CancelBook.Done done, CancelDocument document) {
    return done.document().equals(document.getMessageId())
        && done.settlement().equals(document.getSettlementId())
        && done.bill().equals(document.getBillNumber());
  }

  private Undoings.Settled check(CancelDocument document, Request request) throws Refused {
    String original = document.getOriginalMessageId();
    Undoings.Settled settled =
        undoings
            .find(request.institution(), original)
            .orElseThrow(UndoReason.SETTLEMENT_UNKNOWN::because);
    if (!settled.bill().equals(document.getBillNumber())) {
      throw Reason.OTHER_BILL.because();
    }
    if (!settled.id().equals(document.getSettlementId())) {
      throw UndoReason.OTHER_SETTLEMENT.because();
    }
    if (!Arrays.equals(
        receiptDigest(request.institution(), original),
        document.getReceiptDigest().toByteArray())) {
      throw UndoReason.RECEIPT_DIFFERS.because();
    }
    if (!settled.stands()) {
      throw UndoReason.NOT_STANDING.because();
    }
    if (profile == CancellationProfile.LATEST_FIRST && !replays.isLatest(settled)) {
      throw UndoReason.LATER_FIRST.because();
    }
    return settled;
  }

  /** Of the receipt that the centre gave for this settle message. */
  private byte[] receiptDigest(String institution, String message) throws Refused {
    MessageLog.Answered answered =
        messages.find(institution, message).orElseThrow(UndoReason.SETTLEMENT_UNKNOWN::because);
    SettleAnswer answer = Readings.stored(SettleAnswer.getDefaultInstance(), answered.answer());
    return Sm3.digest(answer.getReceipt().getDocument().toByteArray());
  }

  private SignedDocument cancel(
      Undoings.Settled settled, CancelDocument document, Request request) {
    String id = "X" + settled.id();
    boolean visit = profile == CancellationProfile.REPLAY && !replays.isLatest(settled);
    undoings.undo(settled, id, request);
    if (visit) {
      replays.judgeLaterAgain(settled, id);
    }
    SignedDocument receipt =
        Documents.sign(
            keys,
            DocumentContext.CANCELLATION_RECEIPT,
            CancellationReceipt.newBuilder()
                .setCancellationId(id)
                .setMessageId(document.getMessageId())
                .setSettlementId(settled.id())
                .setOriginalMessageId(document.getOriginalMessageId())
                .setInstitutionCode(request.institution())
                .setBillNumber(settled.bill())
                .setReturned(settled.split())
                .setAccountBalanceAfter(accounts.balance(settled.year().person()))
                .setCancelledAtMillis(request.now().toEpochMilli())
                .setBusinessDate(request.businessDate().toString())
                .build());
    book.put(
        id,
        document.getOriginalMessageId(),
        new CancelBook.Done(settled.id(), document.getMessageId(), settled.bill(), receipt),
        request);
    messages.unheard(request.institution(), document.getOriginalMessageId(), false);
    return receipt;
  }

  private static CancelAnswer answer(SignedDocument receipt) {
    return CancelAnswer.newBuilder().setReceipt(receipt).build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return CancelAnswer.newBuilder().setRefusal(refusal).build();
  }
}
