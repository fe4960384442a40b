package io.caresettle.centre.sealed;

import io.caresettle.centre.CareReceipt;
import io.caresettle.centre.CareUndone;
import io.caresettle.centre.LongTermCare;
import io.caresettle.centre.Reply;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.Patient;
import io.caresettle.longtermcare.CareEnd;
import io.caresettle.longtermcare.CareFigures;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.longtermcare.CareGiven;
import io.caresettle.longtermcare.CareStart;
import io.caresettle.longtermcare.CareVisit;
import io.caresettle.longtermcare.ServicePlan;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.CancelCareVisit;
import io.caresettle.protocol.wire.CancelCareVisitAnswer;
import io.caresettle.protocol.wire.CareCancellationDocument;
import io.caresettle.protocol.wire.CareCancellationReceipt;
import io.caresettle.protocol.wire.CareItem;
import io.caresettle.protocol.wire.CareSettlementDocument;
import io.caresettle.protocol.wire.CareSettlementReceipt;
import io.caresettle.protocol.wire.CareYear;
import io.caresettle.protocol.wire.CareYearAnswer;
import io.caresettle.protocol.wire.EndCareVisit;
import io.caresettle.protocol.wire.EndCareVisitAnswer;
import io.caresettle.protocol.wire.IdentityCheck;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SettleCareVisit;
import io.caresettle.protocol.wire.SettleCareVisitAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.StartCareVisit;
import io.caresettle.protocol.wire.StartCareVisitAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Long-term care over our sealed protocol. */
final class SealedLongTermCare implements LongTermCare {

  private final Exchange exchange;
  private final CertifiedKeys own;

  SealedLongTermCare(Exchange exchange, CertifiedKeys own) {
    this.exchange = exchange;
    this.own = own;
  }

  @Override
  public Reply<CareFile> file(Patient patient, int year, String operator, Duration within) {
    CareYear message =
        CareYear.newBuilder()
            .setPersonNumber(patient.personNumber())
            .setVisitNumber(patient.registration().visitNumber())
            .setYear(year)
            .setOperator(operator)
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.CARE_YEAR,
                message,
                MessageType.CARE_YEAR_ANSWER,
                left,
                (reading, bytes) -> {
                  CareYearAnswer answer = Messages.read(CareYearAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case FILE ->
                        new Reply.Answered<>(
                            CareFromWire.file(answer.getFile(), patient.personNumber()));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  @Override
  public Reply<CareStart.Answer> start(CareStart start, Duration within) {
    Patient patient = start.patient();
    String visit = patient.registration().visitNumber();
    StartCareVisit message =
        StartCareVisit.newBuilder()
            .setRequestId("care-start-" + visit)
            .setPersonNumber(patient.personNumber())
            .setVisitNumber(visit)
            .setPlanNumber(start.planNumber())
            .addAllItemCodes(start.items().stream().map(ServicePlan.Item::code).toList())
            .setIdentity(check(patient, start.caregiver(), start.at()))
            .setOperator(start.caregiver())
            .setStartedAtMillis(start.at().toEpochMilli())
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.START_CARE_VISIT,
                message,
                MessageType.START_CARE_VISIT_ANSWER,
                left,
                (reading, bytes) -> {
                  StartCareVisitAnswer answer =
                      Messages.read(StartCareVisitAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case STARTED -> new Reply.Answered<>(CareFromWire.started(answer.getStarted()));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  @Override
  public Reply<CareEnd.Answer> end(CareEnd end, Duration within) {
    String id = end.begun().careVisitId();
    EndCareVisit.Builder message =
        EndCareVisit.newBuilder()
            .setRequestId("care-end-" + id)
            .setCareVisitId(id)
            .setIdentity(check(end.patient(), end.caregiver(), end.at()))
            .setEndedAtMillis(end.at().toEpochMilli())
            .setOperator(end.caregiver());
    for (CareGiven given : end.given()) {
      message.addItems(
          CareItem.newBuilder()
              .setItemCode(given.itemCode())
              .setMinutes(given.minutes())
              .setFee(given.fee().fen()));
    }
    EndCareVisit whole = message.build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.END_CARE_VISIT,
                whole,
                MessageType.END_CARE_VISIT_ANSWER,
                left,
                (reading, bytes) -> {
                  EndCareVisitAnswer answer =
                      Messages.read(EndCareVisitAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case ENDED -> {
                      mustBe(id, answer.getEnded().getCareVisitId());
                      yield new Reply.Answered<>(CareFromWire.ended(answer.getEnded()));
                    }
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  @Override
  public Reply<CareReceipt> settle(
      CareVisit.Ended ended,
      CareFigures confirmed,
      String operator,
      Instant time,
      Duration within) {
    CareSettlementDocument document =
        CareSettlementDocument.newBuilder()
            .setRequestId("care-settle-" + ended.careVisitId())
            .setCareVisitId(ended.careVisitId())
            .setInstitutionCode(own.certificates().subject().institutionCode())
            .setPersonNumber(ended.patient().personNumber())
            .setConfirmed(CareFromWire.split(confirmed))
            .setOperator(operator)
            .setTimeMillis(time.toEpochMilli())
            .build();
    SettleCareVisit message =
        SettleCareVisit.newBuilder()
            .setDocument(Documents.sign(own.keys(), DocumentContext.CARE_SETTLEMENT, document))
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.SETTLE_CARE_VISIT,
                message,
                MessageType.SETTLE_CARE_VISIT_ANSWER,
                left,
                (reading, bytes) -> {
                  SettleCareVisitAnswer answer =
                      Messages.read(SettleCareVisitAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case RECEIPT ->
                        new Reply.Answered<>(
                            receipt(reading, answer.getReceipt(), document, ended));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  @Override
  public Reply<CareUndone> cancel(
      CareVisit.Settled settled, String reason, String operator, Instant time, Duration within) {
    CareCancellationDocument document =
        CareCancellationDocument.newBuilder()
            .setRequestId("care-cancel-" + settled.careVisitId())
            .setCareVisitId(settled.careVisitId())
            .setSettlementId(settled.settlementId())
            .setInstitutionCode(own.certificates().subject().institutionCode())
            .setPersonNumber(settled.patient().personNumber())
            .setReason(reason)
            .setOperator(operator)
            .setTimeMillis(time.toEpochMilli())
            .build();
    CancelCareVisit message =
        CancelCareVisit.newBuilder()
            .setDocument(Documents.sign(own.keys(), DocumentContext.CARE_CANCELLATION, document))
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.CANCEL_CARE_VISIT,
                message,
                MessageType.CANCEL_CARE_VISIT_ANSWER,
                left,
                (reading, bytes) -> {
                  CancelCareVisitAnswer answer =
                      Messages.read(CancelCareVisitAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case RECEIPT ->
                        new Reply.Answered<>(
                            undone(reading, answer.getReceipt(), document, settled));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  /** The centre's signed word that this settlement is undone, and all of its money goes back. */
  private static CareUndone undone(
      FromWire reading,
      SignedDocument signed,
      CareCancellationDocument asked,
      CareVisit.Settled settled) {
    CareCancellationReceipt receipt =
        Documents.read(
            reading.signer(signed),
            DocumentContext.CARE_CANCELLATION_RECEIPT,
            signed,
            CareCancellationReceipt.getDefaultInstance());
    mustBe(asked.getCareVisitId(), receipt.getCareVisitId());
    mustBe(asked.getRequestId(), receipt.getRequestId());
    mustBe(asked.getInstitutionCode(), receipt.getInstitutionCode());
    mustBe(asked.getSettlementId(), receipt.getSettlementId());
    CareFigures returned = CareFromWire.figures(receipt.getReturned());
    if (receipt.getCancellationId().isEmpty() || !returned.equals(settled.figures())) {
      throw new IllegalArgumentException("The cancellation has no number, or other figures");
    }
    return new CareUndone(
        receipt.getCancellationId(),
        returned,
        Instant.ofEpochMilli(receipt.getCancelledAtMillis()),
        LocalDate.parse(receipt.getBusinessDate()),
        FromWire.evidence(signed));
  }

  /** A receipt that the centre signed, for this visit, with the confirmed figures and no others. */
  private static CareReceipt receipt(
      FromWire reading,
      SignedDocument signed,
      CareSettlementDocument asked,
      CareVisit.Ended ended) {
    CareSettlementReceipt receipt =
        Documents.read(
            reading.signer(signed),
            DocumentContext.CARE_SETTLEMENT_RECEIPT,
            signed,
            CareSettlementReceipt.getDefaultInstance());
    mustBe(asked.getCareVisitId(), receipt.getCareVisitId());
    mustBe(asked.getRequestId(), receipt.getRequestId());
    mustBe(asked.getInstitutionCode(), receipt.getInstitutionCode());
    if (receipt.getSettlementId().isEmpty() || !receipt.getSplit().equals(asked.getConfirmed())) {
      throw new IllegalArgumentException("The receipt has no settlement, or other figures");
    }
    return new CareReceipt(
        new CareVisit.Settled(
            ended,
            receipt.getSettlementId(),
            CareFromWire.figures(receipt.getSplit()),
            Instant.ofEpochMilli(receipt.getSettledAtMillis()),
            LocalDate.parse(receipt.getBusinessDate())),
        FromWire.evidence(signed));
  }

  private static IdentityCheck check(Patient patient, String operator, Instant at) {
    return IdentityCheck.newBuilder()
        .setManner(
            patient.credential() instanceof SocialSecurityCard
                ? IdentityCheck.Manner.SOCIAL_SECURITY_CARD
                : IdentityCheck.Manner.INSURANCE_CODE)
        .setPersonNumber(patient.personNumber())
        .setOperator(operator)
        .setCheckedAtMillis(at.toEpochMilli())
        .build();
  }

  private static void mustBe(String asked, String answered) {
    if (!asked.equals(answered)) {
      throw new IllegalArgumentException("The answer is of another visit or request");
    }
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("The answer is empty");
  }
}
