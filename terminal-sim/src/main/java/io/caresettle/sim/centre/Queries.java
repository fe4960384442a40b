package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Query;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.Optional;

/** Query: what became of a settle message. It changes nothing. */
record Queries(MessageLog messages, Tombstones tombstones, CancelBook cancelled) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.QUERY_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    Query query = Readings.read(Query.getDefaultInstance(), request.payload());
    if (!query.getInstitutionCode().equals(request.institution())) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    String original = query.getOriginalMessageId();
    Optional<Tombstones.Tombstone> tombstone = tombstones.find(request.institution(), original);
    Optional<MessageLog.Answered> settle = messages.find(request.institution(), original);
    String bill =
        tombstone
            .map(Tombstones.Tombstone::bill)
            .or(() -> settle.map(MessageLog.Answered::bill))
            .orElse(query.getBillNumber());
    boolean settles = settle.map(s -> s.type() == MessageType.SETTLE).orElse(true);
    if (!settles || !bill.equals(query.getBillNumber())) {
      throw Reason.OTHER_BILL.because();
    }
    // Cancelled first, where it was reversed as well: that is what moved the money back.
    Optional<CancelBook.Done> done = cancelled.find(request.institution(), original);
    if (done.isPresent()) {
      messages.unheard(request.institution(), original, false);
      return state(SettlementState.UNDONE).setCancellationReceipt(done.get().receipt()).build();
    }
    if (tombstone.isPresent()) {
      return state(SettlementState.UNDONE)
          .setReversalReceipt(
              Readings.stored(SignedDocument.getDefaultInstance(), tombstone.get().receipt()))
          .build();
    }
    if (settle.isEmpty()) {
      return state(SettlementState.NOT_FOUND).build();
    }
    messages.unheard(request.institution(), original, false);
    SettleAnswer answer = Readings.read(SettleAnswer.getDefaultInstance(), settle.get().answer());
    return answer.hasReceipt()
        ? state(SettlementState.STANDING).setReceipt(answer.getReceipt()).build()
        : state(SettlementState.REFUSED).setRefusal(answer.getRefusal()).build();
  }

  private static QueryAnswer.Builder state(SettlementState state) {
    return QueryAnswer.newBuilder().setState(state);
  }

  /** No state at all: a query that is refused says nothing about any settlement. */
  @Override
  public MessageLite refuse(Refusal refusal) {
    return state(SettlementState.SETTLEMENT_STATE_UNSPECIFIED).setRefusal(refusal).build();
  }
}
