package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.RegistrationWithdrawn;
import io.caresettle.protocol.wire.WithdrawRegistration;
import io.caresettle.protocol.wire.WithdrawRegistrationAnswer;
import java.time.Instant;

/** Closing a registration that nothing will be settled for. */
record Withdrawals(RegistrationBook book) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.WITHDRAW_REGISTRATION_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    WithdrawRegistration asked =
        Readings.read(WithdrawRegistration.getDefaultInstance(), request.payload());
    if (asked.getRequestId().isBlank() || asked.getReason().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    RegistrationBook.Entry entry = book.require(request.institution(), asked.getRegistrationId());
    if (entry.mergedAt().isPresent()) {
      throw Reason.REGISTRATION_MERGED.because();
    }
    Instant when = entry.withdrawnAt().orElse(request.now());
    if (entry.withdrawnAt().isEmpty()) {
      book.withdraw(entry.id(), asked.getReason(), when);
    }
    return WithdrawRegistrationAnswer.newBuilder()
        .setWithdrawn(
            RegistrationWithdrawn.newBuilder()
                .setRegistrationId(entry.id())
                .setWithdrawnAtMillis(when.toEpochMilli()))
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return WithdrawRegistrationAnswer.newBuilder().setRefusal(refusal).build();
  }
}
