package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.AnchorAuditHead;
import io.caresettle.protocol.wire.AnchorAuditHeadAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;

/** Countersigns the head of a terminal's audit chain between sign-ins. */
record Anchors(Heads heads) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.ANCHOR_AUDIT_HEAD_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    AnchorAuditHead asked = Readings.read(AnchorAuditHead.getDefaultInstance(), request.payload());
    if (!asked.getInstitutionCode().equals(request.institution())) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    if (!Lives.isSlot(asked.getTerminalSlot()) || !Heads.isWellFormed(asked.getAuditHead())) {
      throw Reason.MALFORMED.because();
    }
    return switch (heads.place(request.institution(), asked.getAuditHead())) {
      case OLDER -> refuse(UndoReason.HEAD_OLDER.refusal());
      case OFF_THE_LINE -> refuse(UndoReason.HEAD_OFF_THE_LINE.refusal());
      case ON_THE_LINE ->
          AnchorAuditHeadAnswer.newBuilder()
              .setReceipt(heads.countersign(asked.getAuditHead(), asked.getTerminalSlot(), request))
              .build();
    };
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return AnchorAuditHeadAnswer.newBuilder().setRefusal(refusal).build();
  }
}
