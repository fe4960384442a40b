package io.caresettle.centre.sealed;

import io.caresettle.centre.AuthorisationDesk;
import io.caresettle.centre.Reply;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.identity.Patient;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.RecordConsent;
import io.caresettle.protocol.wire.RecordConsentAnswer;
import io.caresettle.protocol.wire.WithdrawConsent;
import io.caresettle.protocol.wire.WithdrawConsentAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Leave to pass data, given and taken back over our sealed protocol. */
final class SealedAuthorisationDesk implements AuthorisationDesk {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final Exchange exchange;

  SealedAuthorisationDesk(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Reply<Authorisation> give(
      DataLeave leave, Patient patient, String operator, Duration within) {
    String visit = patient.registration().visitNumber();
    RecordConsent message =
        RecordConsent.newBuilder()
            .setRequestId(request(visit, leave))
            .setVisitNumber(visit)
            .setPersonNumber(patient.personNumber())
            .setMatter(RecordConsent.Matter.DATA_FOR_COMMERCIAL_INSURANCE)
            .setGiver(
                leave.relation() == DataLeave.Signer.SELF
                    ? RecordConsent.Giver.SELF
                    : RecordConsent.Giver.GUARDIAN)
            .setGiverName(leave.signedBy().reveal())
            .setForm(RecordConsent.Form.ON_PAPER)
            .setGivenAtMillis(leave.signedAt().toEpochMilli())
            .setOperator(operator)
            .setPayerId(leave.payer())
            .setPurpose(
                io.caresettle.protocol.wire.Authorisation.Purpose.valueOf(leave.purpose().name()))
            .setPeriod(
                Period.newBuilder()
                    .setFrom(leave.from().toString())
                    .setTo(leave.to().map(LocalDate::toString).orElse("")))
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.RECORD_CONSENT,
                message,
                MessageType.RECORD_CONSENT_ANSWER,
                left,
                (reading, bytes) -> {
                  RecordConsentAnswer answer =
                      Messages.read(RecordConsentAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case RECORDED ->
                        new Reply.Answered<>(
                            new Authorisation(
                                answer.getRecorded().getConsentId(),
                                patient.personNumber(),
                                leave.payer(),
                                leave.purpose(),
                                leave.from(),
                                leave.to(),
                                Optional.empty()));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw new IllegalArgumentException("An empty answer");
                  };
                }));
  }

  /** The same leave at the same visit is the same request, and given anew it is another. */
  private static String request(String visit, DataLeave leave) {
    return "leave-" + visit + "-" + leave.payer() + "-" + leave.signedAt().toEpochMilli();
  }

  @Override
  public Reply<LocalDate> revoke(
      Authorisation given, Patient patient, String reason, String operator, Duration within) {
    WithdrawConsent message =
        WithdrawConsent.newBuilder()
            .setRequestId("revoke-" + given.id())
            .setOriginalConsentId(given.id())
            .setVisitNumber(patient.registration().visitNumber())
            .setPersonNumber(patient.personNumber())
            .setReason(reason)
            .setOperator(operator)
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.WITHDRAW_CONSENT,
                message,
                MessageType.WITHDRAW_CONSENT_ANSWER,
                left,
                (reading, bytes) -> {
                  WithdrawConsentAnswer answer =
                      Messages.read(WithdrawConsentAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case WITHDRAWN ->
                        new Reply.Answered<>(
                            LocalDate.ofInstant(
                                Instant.ofEpochMilli(answer.getWithdrawn().getWithdrawnAtMillis()),
                                CHINA));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw new IllegalArgumentException("An empty answer");
                  };
                }));
  }
}
