package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.ConsentWithdrawn;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.WithdrawConsent;
import io.caresettle.protocol.wire.WithdrawConsentAnswer;
import io.caresettle.sim.entitle.History;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Takes leave back: from today on nothing more is passed under it, and what was settled stands. */
record LeaveRevocations(Rolls rolls, LeaveBook book, Presence presence) implements Clerk {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  @Override
  public MessageType answerType() {
    return MessageType.WITHDRAW_CONSENT_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    WithdrawConsent told = Readings.read(WithdrawConsent.getDefaultInstance(), request.payload());
    if (told.getReason().isBlank() || told.getVisitNumber().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    presence.require(told.getVisitNumber(), told.getPersonNumber(), request);
    Rolls.Person person =
        rolls.person(told.getPersonNumber()).orElseThrow(Reason.NOT_IDENTIFIED::because);
    History.Leave leave =
        book.of(person).stream()
            .filter(l -> l.id().equals(told.getOriginalConsentId()))
            .filter(l -> l.person().equals(person.number()))
            .findFirst()
            .orElseThrow(Reason.LEAVE_UNKNOWN::because);
    LocalDate on = leave.revoked().orElse(request.today());
    book.revoke(leave.id(), on, told.getReason());
    return WithdrawConsentAnswer.newBuilder()
        .setWithdrawn(
            ConsentWithdrawn.newBuilder()
                .setConsentId(leave.id())
                .setWithdrawnAtMillis(on.atStartOfDay().toInstant(CHINA).toEpochMilli()))
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return WithdrawConsentAnswer.newBuilder().setRefusal(refusal).build();
  }
}
