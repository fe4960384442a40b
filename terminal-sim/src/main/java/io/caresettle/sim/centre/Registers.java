package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.Register;
import io.caresettle.protocol.wire.RegisterAnswer;
import io.caresettle.protocol.wire.Visit;
import java.time.Duration;
import java.util.Optional;

/**
 * Registration (R-BEN-09; JS 27, NT 29) of somebody in need who cannot show a credential. A visit
 * of somebody who can needs none here, so it is not taken.
 */
record Registers(Rolls rolls, RegistrationBook book) implements Clerk {

  /** How far a terminal's clock may be ahead of ours. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  @Override
  public MessageType answerType() {
    return MessageType.REGISTER_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    Register register = Readings.read(Register.getDefaultInstance(), request.payload());
    if (rolls.place(request.institution()).filter(place -> !place.pharmacy()).isEmpty()) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    Visit visit = register.getVisit();
    if (register.getRequestId().isBlank()
        || visit.getVisitNumber().isBlank()
        || !register.hasEmergency()
        || !visit.getEmergency()) {
      throw Reason.MALFORMED.because();
    }
    long latest = request.now().plus(CLOCKS_DIFFER).toEpochMilli();
    if (register.getEmergency().getArrivedAtMillis() > latest) {
      throw Reason.ARRIVAL_AHEAD.because();
    }
    return RegisterAnswer.newBuilder()
        .setRegistered(entry(register, visit.getVisitNumber(), request).registered())
        .build();
  }

  /**
   * A visit has one registration, whoever asks for it again and however it is told then: what was
   * typed anew after a crash would otherwise never find it. What was told first stands.
   */
  private RegistrationBook.Entry entry(Register register, String visit, Request request)
      throws Refused {
    Optional<RegistrationBook.Entry> before = book.ofVisit(request.institution(), visit);
    if (before.isEmpty()) {
      if (book.ofRequest(request.institution(), register.getRequestId()).isPresent()) {
        throw Reason.REQUEST_ID_REUSED.because();
      }
      byte[] message = register.toBuilder().clearOperator().build().toByteArray();
      return book.open(request, register.getRequestId(), Sm3.digest(message), visit, message);
    }
    if (before.get().withdrawnAt().isPresent()) {
      throw Reason.REGISTRATION_WITHDRAWN.because();
    }
    return before.get();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return RegisterAnswer.newBuilder().setRefusal(refusal).build();
  }
}
