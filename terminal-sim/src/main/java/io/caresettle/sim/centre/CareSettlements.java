package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.CareSettlementDocument;
import io.caresettle.protocol.wire.CareSettlementReceipt;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettleCareVisit;
import io.caresettle.protocol.wire.SettleCareVisitAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Split;

/**
 * The settlement of long-term care: it moves the long-term-care fund's money, and no other's. A
 * visit is settled once; asked again it is the same receipt.
 */
record CareSettlements(CareJudge judge, CareBook book, CareLedger ledger, PartyKeys keys)
    implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.SETTLE_CARE_VISIT_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    CareSettlementDocument asked =
        Readings.signed(
            request,
            DocumentContext.CARE_SETTLEMENT,
            Readings.read(SettleCareVisit.getDefaultInstance(), request.payload()).getDocument(),
            CareSettlementDocument.getDefaultInstance());
    if (!Request.isRequestId(asked.getRequestId())
        || !asked.getInstitutionCode().equals(request.institution())
        || asked.getOperator().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    CareBook.Entry entry = book.require(request.institution(), asked.getCareVisitId());
    if (!entry.person().equals(asked.getPersonNumber())) {
      throw CareReason.CARE_VISIT_UNKNOWN.because();
    }
    if (entry.isOpen()) {
      throw CareReason.CARE_NOT_ENDED.because();
    }
    if (!entry.endedAnswer().hasSplit()) {
      throw new Refused(entry.endedAnswer().getNotSettled());
    }
    Split split = entry.endedAnswer().getSplit();
    if (!asked.getConfirmed().equals(split)) {
      throw CareReason.CARE_FIGURES.because();
    }
    if (book.undone(entry).isPresent()) {
      throw CareReason.CARE_CANCELLED.because();
    }
    if (entry.receipt().isPresent()) {
      return answer(stored(entry.receipt().get()));
    }
    judge.requireNotSuspended(judge.cared(entry.person()), request.today());
    String settlement = "L" + entry.id();
    SignedDocument receipt =
        Documents.sign(
            keys,
            DocumentContext.CARE_SETTLEMENT_RECEIPT,
            CareSettlementReceipt.newBuilder()
                .setSettlementId(settlement)
                .setRequestId(asked.getRequestId())
                .setCareVisitId(entry.id())
                .setInstitutionCode(request.institution())
                .setSplit(split)
                .setSettledAtMillis(request.now().toEpochMilli())
                .setBusinessDate(request.businessDate().toString())
                .build());
    book.settle(entry.id(), settlement, split, receipt.toByteArray(), request.now());
    ledger.settle(settlement, CareLedger.legs(split, entry.area(), request.institution()));
    return answer(receipt);
  }

  static SignedDocument stored(byte[] bytes) {
    try {
      return Messages.read(SignedDocument.getDefaultInstance(), bytes);
    } catch (MessageRejected e) {
      throw new IllegalStateException("A stored receipt cannot be read", e);
    }
  }

  private static MessageLite answer(SignedDocument receipt) {
    return SettleCareVisitAnswer.newBuilder().setReceipt(receipt).build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return SettleCareVisitAnswer.newBuilder().setRefusal(refusal).build();
  }
}
