package io.caresettle.evidence;

import io.caresettle.journal.Entry;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.JournalPlace;
import io.caresettle.journal.RestingJournal;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.BillStory;
import io.caresettle.settlement.ClearNote;
import io.caresettle.settlement.KeptDocument;
import java.util.List;

/**
 * The evidence in a journal that no terminal has open. Reading changes nothing in it. Not for use
 * by many threads.
 */
public final class EvidenceArchive implements AutoCloseable {

  private final RestingJournal journal;

  private EvidenceArchive(RestingJournal journal) {
    this.journal = journal;
  }

  /**
   * Opens the journal there.
   *
   * @param keys the terminal's, or those of the keeper of the recovery key
   * @throws io.caresettle.problem.JournalUnavailable when a terminal has it open, or it is no
   *     journal of this version
   */
  public static EvidenceArchive open(JournalPlace journal, JournalKeys keys) {
    return new EvidenceArchive(RestingJournal.open(journal, keys));
  }

  /** Whose journal it is. */
  public String institutionCode() {
    return journal.institutionCode();
  }

  /**
   * The documents about a bill, oldest first.
   *
   * @throws Misuse when the journal has no record of such a bill
   * @throws io.caresettle.problem.RecordUnreadable when one is kept, and is damaged or closed to
   *     these keys
   */
  public List<ExportedDocument> of(String billNumber) {
    return ExportedDocument.of(KeptDocument.of(records(billNumber)), journal::certificates);
  }

  /** The whole story of a bill in words, oldest first; otherwise as {@link #of}. */
  public List<BillStory.Line> story(String billNumber) {
    return BillStory.of(records(billNumber));
  }

  /** What stays of a record in clear when its day's key is destroyed. */
  public static String clearNote(Entry record) {
    return ClearNote.of(record);
  }

  private List<Entry> records(String billNumber) {
    List<Entry> entries;
    try {
      entries = journal.of(billNumber);
    } catch (IllegalArgumentException e) {
      throw new Misuse("单据号有误 / " + e.getMessage(), e);
    }
    if (entries.isEmpty()) {
      throw new Misuse(
          "单据不存在 / the journal of institution "
              + institutionCode()
              + " has no record of bill "
              + billNumber
              + ": name the bill as it was settled, and the journal of its terminal");
    }
    return entries;
  }

  @Override
  public void close() {
    journal.close();
  }
}
