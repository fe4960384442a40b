package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.CostsWithdrawn;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.WithdrawCosts;
import io.caresettle.protocol.wire.WithdrawCostsAnswer;
import java.time.Instant;
import java.util.Optional;

/** Takes an upload of costs back; one that had not arrived is refused when it comes after all. */
record CostWithdrawals(CostBook book) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.WITHDRAW_COSTS_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    WithdrawCosts asked = Readings.read(WithdrawCosts.getDefaultInstance(), request.payload());
    String original = asked.getOriginalRequestId();
    if (!Request.isRequestId(asked.getRequestId())
        || !Request.isRequestId(original)
        || asked.getReason().isBlank()
        || asked.getOperator().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    Optional<Instant> before = book.withdrawnAt(request.institution(), original);
    if (before.isEmpty()) {
      book.withdraw(original, asked.getReason(), request);
    }
    return WithdrawCostsAnswer.newBuilder()
        .setWithdrawn(
            CostsWithdrawn.newBuilder()
                .setUploadId(
                    book.find(request.institution(), original).map(CostBook.Upload::id).orElse(""))
                .setWithdrawnAtMillis(before.orElse(request.now()).toEpochMilli()))
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return WithdrawCostsAnswer.newBuilder().setRefusal(refusal).build();
  }
}
