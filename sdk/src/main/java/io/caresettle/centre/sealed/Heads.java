package io.caresettle.centre.sealed;

import com.google.protobuf.ByteString;
import io.caresettle.centre.ChainHead;
import io.caresettle.centre.Countersigned;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.wire.AuditHead;
import io.caresettle.protocol.wire.AuditHeadReceipt;
import io.caresettle.protocol.wire.SignedDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/** Reads and writes heads of audit chains. */
final class Heads {

  private Heads() {}

  static AuditHead toWire(ChainHead head) {
    return AuditHead.newBuilder()
        .setJournalEpoch(head.epoch())
        .setPosition(head.position())
        .setHead(ByteString.copyFrom(HexFormat.of().parseHex(head.digest())))
        .build();
  }

  /** A receipt that the centre signed, of this head of this institution and no other. */
  static Countersigned countersigned(
      FromWire reading, SignedDocument signed, String institution, ChainHead head) {
    AuditHeadReceipt receipt =
        Documents.read(
            reading.signer(signed),
            DocumentContext.AUDIT_HEAD,
            signed,
            AuditHeadReceipt.getDefaultInstance());
    if (!receipt.getInstitutionCode().equals(institution)
        || !receipt.getAuditHead().equals(toWire(head))) {
      throw new IllegalArgumentException("The receipt is of another journal's head");
    }
    return new Countersigned(
        receipt.getTerminalSlot(),
        head,
        Instant.ofEpochMilli(receipt.getReceivedAtMillis()),
        LocalDate.parse(receipt.getBusinessDate()),
        FromWire.evidence(signed));
  }
}
