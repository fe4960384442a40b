package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.Register;
import io.caresettle.protocol.wire.RegisterAnswer;
import io.caresettle.protocol.wire.Visit;
import java.util.Optional;

/**
 * Registration (R-BEN-09; JS 27, NT 29) of somebody in need who cannot show a credential. A visit
 * of somebody who can needs none here, so it is not taken.
 */
record Registers(Rolls rolls, RegistrationBook book) implements Clerk {

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
        || !visit.getEmergency()
        || register.getEmergency().getArrivedAtMillis() > request.now().toEpochMilli()) {
      throw Reason.MALFORMED.because();
    }
    return RegisterAnswer.newBuilder()
        .setRegistered(entry(register, visit.getVisitNumber(), request).registered())
        .build();
  }

  private RegistrationBook.Entry entry(Register register, String visit, Request request)
      throws Refused {
    // Whoever asks again after a change of shift asks the same.
    byte[] message = register.toBuilder().clearOperator().build().toByteArray();
    byte[] digest = Sm3.digest(message);
    Optional<RegistrationBook.Entry> before =
        book.ofRequest(request.institution(), register.getRequestId())
            .or(() -> book.ofVisit(request.institution(), visit));
    if (before.isEmpty()) {
      return book.open(request, register.getRequestId(), digest, visit, message);
    }
    if (!before.get().isSame(register.getRequestId(), digest)) {
      throw Reason.VISIT_REGISTERED.because();
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
