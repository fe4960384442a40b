package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.split.BillId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The bills in the journal; each is one {@link Case} for as long as anyone works on it. */
final class Ledger {

  private static final class Shared {
    final Case work;
    int users = 1;

    Shared(Case work) {
      this.work = work;
    }
  }

  /** Makes a reversal's document, which is kept before it is sent. */
  interface Reversals {
    Evidence document(BillId bill, BillRecord.ReverseIntent reversal);
  }

  private final Journal journal;
  private final Reversals reversals;
  private final Map<BillId, Shared> inWork = new HashMap<>();

  Ledger(Journal journal, Reversals reversals) {
    this.journal = journal;
    this.reversals = reversals;
  }

  /** Gives the bill's one case to {@code use}, unlocked. */
  <T> T with(BillId bill, Function<Case, T> use) {
    Case work = take(bill);
    try {
      return use.apply(work);
    } finally {
      giveBack(bill);
    }
  }

  private Case take(BillId bill) {
    synchronized (inWork) {
      Shared shared = inWork.get(bill);
      if (shared == null) {
        // Read under the monitor: two cases of one bill would be two opinions on its state.
        shared = new Shared(new Case(bill, this, RecordReader.fold(journal.of(bill))));
        inWork.put(bill, shared);
      } else {
        shared.users++;
      }
      return shared.work;
    }
  }

  private void giveBack(BillId bill) {
    synchronized (inWork) {
      Shared shared = inWork.get(bill);
      if (shared != null && --shared.users == 0) {
        inWork.remove(bill);
      }
    }
  }

  /** Makes {@code told} durable, reversals with their documents, and gives the state after it. */
  BillState keep(BillId bill, BillState state, List<BillRecord> told) {
    if (told.isEmpty()) {
      return state;
    }
    List<BillRecord> records = told.stream().map(record -> complete(bill, record)).toList();
    BillState next = state;
    List<Entry> kept =
        journal.append(records.stream().map(r -> RecordWriter.draft(bill, r)).toList());
    for (int i = 0; i < records.size(); i++) {
      next = next.after(records.get(i), kept.get(i).position());
    }
    return next;
  }

  private BillRecord complete(BillId bill, BillRecord record) {
    return record instanceof BillRecord.ReverseIntent reversal
        ? reversal.with(reversals.document(bill, reversal))
        : record;
  }

  /** What the journal keeps of the bill, oldest first. */
  List<Entry> records(BillId bill) {
    return journal.of(bill);
  }

  List<BillId> unfinished() {
    return journal.unfinished();
  }

  String nextMessageId() {
    return journal.nextMessageId();
  }
}
