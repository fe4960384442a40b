package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Opaque;
import io.caresettle.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document about a bill as the journal keeps it, exactly as it was sent or received: what proves
 * years later who said what.
 *
 * @param position the record that keeps it
 * @param messageId the message that the record speaks of: of a reversal its own, of a receipt the
 *     settle message that it answers
 * @param keptAt by this terminal's clock
 * @param keyId whose signature it carries; empty where the centre knows no signatures, or where a
 *     version that kept no key ids wrote the record: then the document names it
 * @param document the signed document, in the form of the centre's protocol
 */
public record KeptDocument(
    Kind kind, long position, String messageId, Instant keptAt, String keyId, Opaque document) {

  /** What was signed, and for what. */
  public enum Kind {
    /** The terminal asked for a settlement. */
    SETTLEMENT,
    /** The centre said that it stands. */
    SETTLEMENT_RECEIPT,
    /** The terminal asked that it be undone. */
    REVERSAL,
    /** The centre said that it is undone. */
    REVERSAL_RECEIPT,
    /** The terminal asked that what stands be cancelled. */
    CANCELLATION,
    /** The centre said that it stands no more. */
    CANCELLATION_RECEIPT
  }

  /** All that {@code entries} of one bill keep, oldest first. */
  public static List<KeptDocument> of(List<Entry> entries) {
    List<KeptDocument> kept = new ArrayList<>();
    for (Entry entry : entries) {
      if (!RecordReader.isOfSettlement(entry)) {
        continue;
      }
      BillRecord record = RecordReader.understand(entry);
      if (record instanceof BillRecord.SettleIntent r) {
        of(Kind.SETTLEMENT, entry, r.intent().document()).ifPresent(kept::add);
      } else if (record instanceof BillRecord.Settled r) {
        of(Kind.SETTLEMENT_RECEIPT, entry, r.receipt().evidence()).ifPresent(kept::add);
      } else if (record instanceof BillRecord.SettledDifferently r) {
        of(Kind.SETTLEMENT_RECEIPT, entry, r.receipt().evidence()).ifPresent(kept::add);
      } else if (record instanceof BillRecord.LateAnswer r) {
        of(Kind.SETTLEMENT_RECEIPT, entry, r.evidence()).ifPresent(kept::add);
      } else if (record instanceof BillRecord.ReverseIntent r) {
        of(Kind.REVERSAL, entry, r.document()).ifPresent(kept::add);
      } else if (record instanceof BillRecord.Reversed r) {
        of(Kind.REVERSAL_RECEIPT, entry, r.evidence()).ifPresent(kept::add);
      } else if (record instanceof BillRecord.CancelIntent r) {
        of(Kind.CANCELLATION, entry, r.document()).ifPresent(kept::add);
      } else if (record instanceof BillRecord.Cancelled r) {
        of(Kind.CANCELLATION_RECEIPT, entry, r.word().evidence()).ifPresent(kept::add);
      }
    }
    return kept;
  }

  private static Optional<KeptDocument> of(Kind kind, Entry entry, Evidence evidence) {
    return evidence.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KeptDocument(
                kind,
                entry.position(),
                entry.messageId(),
                entry.time(),
                evidence.keyId(),
                evidence.document()));
  }
}
