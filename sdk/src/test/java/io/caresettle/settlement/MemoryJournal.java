package io.caresettle.settlement;

import io.caresettle.journal.Act;
import io.caresettle.journal.ActDraft;
import io.caresettle.journal.Anchor;
import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal that answers at once. */
final class MemoryJournal implements Journal {

  private final List<Entry> entries = new ArrayList<>();
  private final Clock clock;
  private int messages;
  private boolean another;
  private boolean givenAway;
  private Optional<BillId> refused = Optional.empty();
  private int slot = 1;

  MemoryJournal(Clock clock) {
    this.clock = clock;
  }

  /** What is kept, without bodies. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** What is kept looks like records of a version that did not know this name. */
  void keptWithout(String name) {
    entries.replaceAll(
        e ->
            new Entry(
                e.position(),
                e.bill(),
                e.type(),
                e.messageId(),
                e.time(),
                e.body().replaceAll("(?m)^" + name + ": .*\\n", "")));
  }

  @Override
  public String epoch() {
    return "epoch-1";
  }

  @Override
  public Optional<Duration> clockSetBack() {
    return Optional.empty();
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public void begin(String newEpoch, int granted) {
    slot = granted;
  }

  @Override
  public AuditHead head() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void keepAnchor(AuditHead head, byte[] receipt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Anchor> anchors() {
    return List.of();
  }

  /** From now on the disk neither gives nor takes anything of this bill; for none, it does. */
  void servesNothingOf(Optional<BillId> bill) {
    refused = bill;
  }

  private void requireServed(BillId bill) {
    if (refused.filter(bill::equals).isPresent()) {
      throw new JournalUnavailable(JournalUnavailable.Reason.DISK_FULL, "make room");
    }
  }

  /** While true, what is kept is of another till, which still works. */
  void belongsToAnother(boolean now) {
    another = now;
  }

  /** While true, another till takes over what is read here before it is written of. */
  void givesAway(boolean now) {
    givenAway = now;
  }

  @Override
  public List<BillId> takeOver() {
    return unfinished();
  }

  @Override
  public List<Entry> append(List<Draft> drafts) {
    List<Entry> kept = new ArrayList<>();
    drafts.forEach(draft -> requireServed(draft.bill()));
    if (givenAway) {
      throw new JournalUnavailable(JournalUnavailable.Reason.OTHER_TILL, "ask later");
    }
    for (Draft draft : drafts) {
      kept.add(
          new Entry(
              entries.size() + kept.size() + 1,
              draft.bill(),
              draft.type(),
              draft.messageId(),
              clock.instant(),
              draft.body()));
    }
    entries.addAll(kept);
    return kept;
  }

  @Override
  public List<Entry> of(BillId bill) {
    requireServed(bill);
    return entries.stream().filter(entry -> entry.bill().equals(bill)).toList();
  }

  /** All that were tried: enough for a restart, which looks at each. */
  @Override
  public List<BillId> unfinished() {
    return another ? List.of() : entries.stream().map(Entry::bill).distinct().toList();
  }

  @Override
  public List<BillId> having(RecordType type) {
    return entries.stream()
        .filter(entry -> entry.type() == type)
        .map(Entry::bill)
        .distinct()
        .toList();
  }

  @Override
  public String nextMessageId() {
    return "M" + ++messages;
  }

  @Override
  public List<Act> note(List<ActDraft> drafts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Act> acts(String visitNumber) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Act> actsOf(LocalDate day) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void keepCertificates(String keyId, byte[] certificates) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<byte[]> certificates(String keyId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
