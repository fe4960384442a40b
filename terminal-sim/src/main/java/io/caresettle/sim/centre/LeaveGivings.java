package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.Authorisation.Purpose;
import io.caresettle.protocol.wire.ConsentRecorded;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.RecordConsent;
import io.caresettle.protocol.wire.RecordConsentAnswer;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Takes leave to pass settlement data to a commercial insurer or a mutual fund (R-DATA-07): of the
 * person who was identified for the visit, or a guardian, to one payer that covers them. Consents
 * of other matters stay with the institution.
 */
record LeaveGivings(Rolls rolls, LeaveBook book, Presence presence) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.RECORD_CONSENT_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    RecordConsent told = Readings.read(RecordConsent.getDefaultInstance(), request.payload());
    if (!Request.isRequestId(told.getRequestId())
        || told.getMatter() != RecordConsent.Matter.DATA_FOR_COMMERCIAL_INSURANCE
        || told.getVisitNumber().isBlank()
        || told.getGiverName().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    if (told.getGiver() != RecordConsent.Giver.SELF
        && told.getGiver() != RecordConsent.Giver.GUARDIAN) {
      throw Reason.NOT_THE_PERSONS_LEAVE.because();
    }
    presence.require(told.getVisitNumber(), told.getPersonNumber(), request);
    Rolls.Person person =
        rolls.person(told.getPersonNumber()).orElseThrow(Reason.NOT_IDENTIFIED::because);
    if (person.covers().stream().noneMatch(c -> c.payer().equals(told.getPayerId()))) {
      throw Reason.NOT_COVERED.about(told.getPayerId());
    }
    return RecordConsentAnswer.newBuilder()
        .setRecorded(
            ConsentRecorded.newBuilder()
                .setConsentId(number(told, request))
                .setRecordedAtMillis(request.now().toEpochMilli()))
        .build();
  }

  /** The same request again is the same leave. */
  private String number(RecordConsent told, Request request) throws Refused {
    byte[] digest = Sm3.digest(told.toBuilder().clearOperator().build().toByteArray());
    Optional<LeaveBook.Given> before = book.ofRequest(request.institution(), told.getRequestId());
    if (before.isPresent()) {
      if (!before.get().digest().equalsIgnoreCase(HexFormat.of().formatHex(digest))) {
        throw Reason.REQUEST_ID_REUSED.because();
      }
      return before.get().id();
    }
    String id = "SQ" + HexFormat.of().withUpperCase().formatHex(digest, 0, 8);
    book.give(leave(id, told), told.getRequestId(), digest, request);
    return id;
  }

  private static History.Leave leave(String id, RecordConsent told) throws Refused {
    boolean direct = told.getPurpose() == Purpose.DIRECT_SETTLEMENT;
    if (!direct && told.getPurpose() != Purpose.CLAIM) {
      throw Reason.MALFORMED.because();
    }
    return new History.Leave(
        id,
        told.getPersonNumber(),
        told.getPayerId(),
        direct,
        dates(told.getPeriod()),
        Optional.empty());
  }

  private static Dates dates(Period period) throws Refused {
    try {
      LocalDate from = LocalDate.parse(period.getFrom());
      Optional<LocalDate> to =
          period.getTo().isEmpty()
              ? Optional.empty()
              : Optional.of(LocalDate.parse(period.getTo()));
      if (to.filter(last -> last.isBefore(from)).isPresent()) {
        throw Reason.MALFORMED.because();
      }
      return new Dates(from, to);
    } catch (DateTimeException e) {
      throw Reason.MALFORMED.because();
    }
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return RecordConsentAnswer.newBuilder().setRefusal(refusal).build();
  }
}
