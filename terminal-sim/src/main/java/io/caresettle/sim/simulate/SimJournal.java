package io.caresettle.sim.simulate;

import io.caresettle.journal.Act;
import io.caresettle.journal.ActDraft;
import io.caresettle.journal.Anchor;
import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.journal.MessageIds;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One opening of a till's journal, on a disk with faults. What it returned from is durable; what it
 * threw at may be; and after the first failed write it is suspect and does nothing more.
 */
final class SimJournal implements Journal {

  private final String institution;
  private final Disk disk;
  private final Clock clock;
  private final Hazards hazards;
  private final Defect defect;
  private MessageIds ids;
  private final Map<String, List<byte[]>> certificates = new LinkedHashMap<>();

  /** What a defective journal has promised and not kept yet. */
  private final List<Entry> volatileTail = new ArrayList<>();

  private boolean suspect;

  SimJournal(Disk disk, Clock clock, Hazards hazards, Defect defect, String institution) {
    this.institution = institution;
    this.disk = disk;
    this.clock = clock;
    this.hazards = hazards;
    this.defect = defect;
    this.ids = ids();
    if (defect == Defect.NEW_ID_AFTER_RESTART) {
      unfinished().stream().filter(bill -> isOpen(disk.of(bill))).forEach(disk::forget);
    }
  }

  private MessageIds ids() {
    return new MessageIds(
        institution,
        disk.slot(),
        clock,
        disk.reservedUntil(),
        second -> {
          requireSound();
          write(() -> disk.reserve(second));
        });
  }

  private static boolean isOpen(List<Entry> entries) {
    RecordType last = entries.get(entries.size() - 1).type();
    return last == RecordType.SETTLE_INTENT || last == RecordType.UNKNOWN;
  }

  @Override
  public String epoch() {
    return disk.trail().epoch();
  }

  @Override
  public int slot() {
    return disk.slot();
  }

  @Override
  public void begin(String newEpoch, int newSlot) {
    requireSound();
    write(() -> disk.begin(newEpoch, newSlot));
    ids = ids();
  }

  @Override
  public AuditHead head() {
    return disk.trail().head();
  }

  @Override
  public void keepAnchor(AuditHead head, byte[] receipt) {
    disk.trail().keep(receipt);
  }

  @Override
  public List<Anchor> anchors() {
    return List.of();
  }

  @Override
  public List<BillId> takeOver() {
    requireSound();
    hazards.tookOver(disk.owners().map(all -> all.takeOver(disk.slot())).orElse(List.of()));
    return unfinished();
  }

  @Override
  public Optional<Duration> clockSetBack() {
    return Optional.empty();
  }

  @Override
  public List<Entry> append(List<Draft> drafts) {
    requireSound();
    drafts.forEach(disk::requireOurs);
    List<Entry> entries = new ArrayList<>();
    long position = disk.nextPosition() + volatileTail.size();
    for (Draft draft : drafts) {
      entries.add(
          new Entry(
              position++,
              draft.bill(),
              draft.type(),
              draft.messageId(),
              clock.instant(),
              draft.body()));
    }
    if (entries.stream().anyMatch(this::isLeftVolatile)) {
      volatileTail.addAll(entries);
    } else {
      write(
          () -> {
            volatileTail.forEach(disk::keep);
            volatileTail.clear();
            entries.forEach(disk::keep);
            hazards.kept(entries);
          });
    }
    return entries;
  }

  private boolean isLeftVolatile(Entry entry) {
    return (defect == Defect.SENT_BEFORE_DURABLE && entry.type() == RecordType.SETTLE_INTENT)
        || (defect == Defect.REVERSAL_NOT_DURABLE && entry.type() == RecordType.REVERSE_INTENT);
  }

  private void write(Runnable keep) {
    switch (hazards.next()) {
      case NONE -> keep.run();
      case ENDS_BEFORE -> {
        hazards.end("before a write");
        throw new ProcessEnded();
      }
      case ENDS_AFTER -> {
        keep.run();
        hazards.end("after a write");
        throw new ProcessEnded();
      }
      case FULL -> fail("is full");
      case UNSURE_LOST -> fail("did not answer");
      case UNSURE_KEPT -> {
        keep.run();
        fail("did not answer");
      }
    }
  }

  private void fail(String why) {
    suspect = true;
    hazards.suspect(why);
    throw new JournalUnavailable("The simulated disk " + why);
  }

  private void requireSound() {
    if (hazards.isOver()) {
      throw new ProcessEnded();
    } else if (suspect) {
      throw new JournalUnavailable("The simulated journal is suspect");
    }
  }

  @Override
  public List<Entry> of(BillId bill) {
    requireSound();
    List<Entry> all = new ArrayList<>(disk.of(bill));
    volatileTail.stream().filter(entry -> entry.bill().equals(bill)).forEach(all::add);
    return all;
  }

  @Override
  public List<BillId> unfinished() {
    if (disk.owners().isPresent()) {
      return disk.owners().get().of(disk.slot());
    }
    return bills().stream().filter(bill -> isUnfinished(of(bill))).toList();
  }

  /** Says what the query of the journal on SQLite says. */
  private static boolean isUnfinished(List<Entry> entries) {
    boolean open = false;
    boolean unsure = false;
    for (Entry entry : entries) {
      if (entry.type().opens()) {
        open = true;
        unsure = entry.type() != RecordType.SETTLE_INTENT;
      } else if (entry.type() == RecordType.UNKNOWN) {
        unsure = true;
      } else if (entry.type() == RecordType.ACKNOWLEDGED || (entry.type().closes() && !unsure)) {
        open = false;
      }
    }
    return open;
  }

  private Set<BillId> bills() {
    Set<BillId> all = new LinkedHashSet<>(disk.bills());
    volatileTail.forEach(entry -> all.add(entry.bill()));
    return all;
  }

  @Override
  public List<BillId> having(RecordType type) {
    return bills().stream()
        .filter(bill -> of(bill).stream().anyMatch(entry -> entry.type() == type))
        .toList();
  }

  @Override
  public List<Act> note(List<ActDraft> drafts) {
    throw new UnsupportedOperationException("Nobody acts here");
  }

  @Override
  public List<Act> acts(String visitNumber) {
    return List.of();
  }

  @Override
  public List<Act> actsOf(LocalDate day) {
    return List.of();
  }

  @Override
  public void keepCertificates(String keyId, byte[] kept) {
    certificates.computeIfAbsent(keyId, id -> new ArrayList<>()).add(kept);
  }

  @Override
  public List<byte[]> certificates(String keyId) {
    return certificates.getOrDefault(keyId, List.of());
  }

  @Override
  public String nextMessageId() {
    requireSound();
    return ids.next();
  }

  @Override
  public void close() {}
}
