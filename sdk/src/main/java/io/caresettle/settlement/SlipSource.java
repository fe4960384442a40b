package io.caresettle.settlement;

import io.caresettle.journal.Entry;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a bill ended as the journal keeps it: all that a slip is made of. As it is read from durable
 * records and from nowhere else, nothing can be printed that a power cut would take back.
 *
 * @param at when the record of the ending was written
 * @param order by which it was cancelled
 * @param undone the settlement that a reversal undid
 */
record SlipSource(
    BillId bill, BillState end, Instant at, Optional<CancelOrder> order, Optional<String> undone) {

  /** What {@code entries} of the bill, oldest first, end in. */
  static SlipSource of(BillId bill, List<Entry> entries) {
    Instant at = Instant.EPOCH;
    Optional<CancelOrder> order = Optional.empty();
    Optional<String> undone = Optional.empty();
    for (Entry entry : entries) {
      switch (entry.type()) {
        case SETTLED, DIFFERENCE_ACCEPTED, CANCELLED -> at = entry.time();
        case CANCEL_INTENT -> {
          if (RecordReader.understand(entry) instanceof BillRecord.CancelIntent r) {
            order = Optional.of(r.order());
          }
        }
        case REVERSED -> {
          at = entry.time();
          if (RecordReader.understand(entry) instanceof BillRecord.Reversed r) {
            undone = r.settlementId();
          }
        }
        default -> {
          // Says nothing that a slip would.
        }
      }
    }
    return new SlipSource(bill, RecordReader.fold(entries), at, order, undone);
  }
}
