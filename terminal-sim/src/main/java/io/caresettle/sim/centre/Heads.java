package io.caresettle.sim.centre;

import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.wire.AuditHead;
import io.caresettle.protocol.wire.AuditHeadReceipt;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.Arrays;
import java.util.Optional;

/** The heads of audit chains that the centre has seen, by the life of the journal. */
record Heads(Store store, PartyKeys keys) {

  private static final int DIGEST = 32;

  /** How a head lies to those that were seen before. */
  enum Place {
    /** Ahead of all, or the same as one that was the last. */
    ON_THE_LINE,
    /** Behind one that was seen. */
    OLDER,
    /** At a position where another one was seen. */
    OFF_THE_LINE
  }

  static boolean isWellFormed(AuditHead head) {
    return head.getHead().size() == DIGEST
        && head.getPosition() >= 0
        && !head.getJournalEpoch().isBlank();
  }

  Place place(String institution, AuditHead head) {
    Optional<byte[]> here =
        store.one(
            "SELECT digest FROM audit_head WHERE institution = ? AND epoch = ? AND position = ?",
            row -> row.getBytes(1),
            institution,
            head.getJournalEpoch(),
            head.getPosition());
    if (here.isPresent() && !Arrays.equals(here.get(), head.getHead().toByteArray())) {
      return Place.OFF_THE_LINE;
    }
    return newest(institution, head.getJournalEpoch()) > head.getPosition()
        ? Place.OLDER
        : Place.ON_THE_LINE;
  }

  private long newest(String institution, String epoch) {
    return store.number(
        "SELECT MAX(position) FROM audit_head WHERE institution = ? AND epoch = ?",
        institution,
        epoch);
  }

  /** Whether exactly this head was seen. */
  boolean knows(String institution, AuditHead head) {
    return store.number(
            "SELECT COUNT(*) FROM audit_head"
                + " WHERE institution = ? AND epoch = ? AND position = ? AND digest = ?",
            institution,
            head.getJournalEpoch(),
            head.getPosition(),
            head.getHead().toByteArray())
        > 0;
  }

  /** Keeps a head that came in a document, whose receipt is the document's. */
  void see(AuditHead head, int slot, Request request) {
    store.write(
        "INSERT OR IGNORE INTO audit_head VALUES (?, ?, ?, ?, ?, ?, NULL)",
        request.institution(),
        head.getJournalEpoch(),
        head.getPosition(),
        head.getHead().toByteArray(),
        slot,
        request.now().toEpochMilli());
  }

  /** The receipt for a head on the line; the same head gets the same one again. */
  SignedDocument countersign(AuditHead head, int slot, Request request) {
    see(head, slot, request);
    Optional<byte[]> before =
        store.one(
            "SELECT receipt FROM audit_head WHERE institution = ? AND epoch = ? AND position = ?"
                + " AND receipt IS NOT NULL",
            row -> row.getBytes(1),
            request.institution(),
            head.getJournalEpoch(),
            head.getPosition());
    if (before.isPresent()) {
      return Readings.stored(SignedDocument.getDefaultInstance(), before.get());
    }
    SignedDocument receipt =
        Documents.sign(
            keys,
            DocumentContext.AUDIT_HEAD,
            AuditHeadReceipt.newBuilder()
                .setInstitutionCode(request.institution())
                .setTerminalSlot(slot)
                .setAuditHead(head)
                .setReceivedAtMillis(request.now().toEpochMilli())
                .setBusinessDate(request.businessDate().toString())
                .build());
    store.write(
        "UPDATE audit_head SET receipt = ? WHERE institution = ? AND epoch = ? AND position = ?",
        receipt.toByteArray(),
        request.institution(),
        head.getJournalEpoch(),
        head.getPosition());
    return receipt;
  }
}
