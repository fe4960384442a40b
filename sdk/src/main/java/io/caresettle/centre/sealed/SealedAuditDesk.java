package io.caresettle.centre.sealed;

import io.caresettle.centre.AuditDesk;
import io.caresettle.centre.ChainHead;
import io.caresettle.centre.Countersigned;
import io.caresettle.centre.Reply;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.AnchorAuditHead;
import io.caresettle.protocol.wire.AnchorAuditHeadAnswer;
import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;

/** The countersigning of audit chains over our sealed protocol. */
final class SealedAuditDesk implements AuditDesk {

  private final Exchange exchange;
  private final String institution;

  SealedAuditDesk(Exchange exchange, String institution) {
    this.exchange = exchange;
    this.institution = institution;
  }

  @Override
  public Reply<Countersigned> anchor(int terminalSlot, ChainHead head, Duration within) {
    AnchorAuditHead message =
        AnchorAuditHead.newBuilder()
            .setInstitutionCode(institution)
            .setTerminalSlot(terminalSlot)
            .setAuditHead(Heads.toWire(head))
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.ANCHOR_AUDIT_HEAD,
                message,
                MessageType.ANCHOR_AUDIT_HEAD_ANSWER,
                left,
                (reading, bytes) -> {
                  AnchorAuditHeadAnswer answer =
                      Messages.read(AnchorAuditHeadAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case RECEIPT ->
                        new Reply.Answered<>(
                            Heads.countersigned(reading, answer.getReceipt(), institution, head));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw new IllegalArgumentException("An empty answer");
                  };
                }));
  }
}
