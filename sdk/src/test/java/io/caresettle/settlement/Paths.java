package io.caresettle.settlement;

import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.split.BillId;
import java.util.ArrayList;
import java.util.List;

/** Records as the journal would keep them, one a minute from noon on. */
final class Paths {

  private Paths() {}

  static List<Entry> entries(BillId bill, BillRecord... records) {
    List<Entry> entries = new ArrayList<>();
    for (BillRecord record : records) {
      Draft draft = RecordWriter.draft(bill, record);
      entries.add(
          new Entry(
              entries.size() + 1,
              draft.bill(),
              draft.type(),
              draft.messageId(),
              Samples.NOON.plusSeconds(60L * entries.size()),
              draft.body()));
    }
    return entries;
  }

  static SlipSource source(BillId bill, BillRecord... records) {
    return SlipSource.of(bill, entries(bill, records));
  }
}
