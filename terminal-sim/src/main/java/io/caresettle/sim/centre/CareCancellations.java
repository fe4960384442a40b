package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.wire.CancelCareVisit;
import io.caresettle.protocol.wire.CancelCareVisitAnswer;
import io.caresettle.protocol.wire.CareCancellationDocument;
import io.caresettle.protocol.wire.CareCancellationReceipt;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.Optional;

/**
 * The cancellation of a long-term-care settlement: its postings once more with the other sign. A
 * settlement is cancelled once, for one reason; asked again with it, it is the same receipt. What
 * the fund has paid out to the carer is the agency's to take back.
 */
record CareCancellations(CareBook book, CareLedger ledger, PartyKeys keys) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.CANCEL_CARE_VISIT_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    CareCancellationDocument asked =
        Readings.signed(
            request,
            DocumentContext.CARE_CANCELLATION,
            Readings.read(CancelCareVisit.getDefaultInstance(), request.payload()).getDocument(),
            CareCancellationDocument.getDefaultInstance());
    if (!Request.isRequestId(asked.getRequestId())
        || !asked.getInstitutionCode().equals(request.institution())
        || asked.getOperator().isBlank()
        || asked.getReason().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    CareBook.Entry entry = book.require(request.institution(), asked.getCareVisitId());
    if (!entry.person().equals(asked.getPersonNumber())) {
      throw CareReason.CARE_VISIT_UNKNOWN.because();
    }
    String settlement =
        entry
            .settlement()
            .filter(asked.getSettlementId()::equals)
            .orElseThrow(CareReason.CARE_NOT_SETTLED::because);
    Optional<CareBook.Undone> before = book.undone(entry);
    if (before.isPresent()) {
      if (!before.get().reason().equals(asked.getReason())
          || !before.get().operator().equals(asked.getOperator())) {
        throw CareReason.CARE_CANCELLED.because();
      }
      return answer(CareSettlements.stored(before.get().receipt()));
    }
    if (book.isPaidOut(settlement)) {
      throw CareReason.CARE_PAID_OUT.because();
    }
    String cancellation = "X" + settlement;
    SignedDocument receipt =
        Documents.sign(
            keys,
            DocumentContext.CARE_CANCELLATION_RECEIPT,
            CareCancellationReceipt.newBuilder()
                .setCancellationId(cancellation)
                .setRequestId(asked.getRequestId())
                .setCareVisitId(entry.id())
                .setSettlementId(settlement)
                .setInstitutionCode(request.institution())
                .setReturned(entry.settledSplit().orElseThrow())
                .setCancelledAtMillis(request.now().toEpochMilli())
                .setBusinessDate(request.businessDate().toString())
                .build());
    book.undo(
        settlement,
        cancellation,
        new CareBook.Undone(asked.getReason(), asked.getOperator(), receipt.toByteArray()),
        request.now());
    ledger.undo(settlement, cancellation);
    return answer(receipt);
  }

  private static MessageLite answer(SignedDocument receipt) {
    return CancelCareVisitAnswer.newBuilder().setReceipt(receipt).build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return CancelCareVisitAnswer.newBuilder().setRefusal(refusal).build();
  }
}
