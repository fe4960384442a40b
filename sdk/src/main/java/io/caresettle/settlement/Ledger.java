package io.caresettle.settlement;

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

  private final Journal journal;
  private final Map<BillId, Shared> inWork = new HashMap<>();

  Ledger(Journal journal) {
    this.journal = journal;
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

  /** Makes {@code records} durable and gives the state after them. */
  BillState keep(BillId bill, BillState state, List<BillRecord> records) {
    if (records.isEmpty()) {
      return state;
    }
    BillState next = state;
    List<Entry> kept =
        journal.append(records.stream().map(r -> RecordWriter.draft(bill, r)).toList());
    for (int i = 0; i < records.size(); i++) {
      next = next.after(records.get(i), kept.get(i).position());
    }
    return next;
  }

  List<BillId> unfinished() {
    return journal.unfinished();
  }

  String nextMessageId() {
    return journal.nextMessageId();
  }
}
