package io.caresettle.sim.simulate;

import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a till's journal has made durable: what is here outlives every process. Several tills may
 * have the records together, as in one database; slot, message ids and audit chain are each one's.
 */
final class Disk {

  /** They decide nothing of what follows. */
  private static final Set<RecordType> UNDECIDING =
      EnumSet.of(
          RecordType.QUOTED,
          RecordType.RECONCILED,
          RecordType.CLAIM_SLIP,
          RecordType.COSTS_INTENT,
          RecordType.COSTS_UPLOADED,
          RecordType.COSTS_WITHDRAWN,
          RecordType.VISIT_CALL);

  private final Map<BillId, List<Entry>> bills;
  private final Map<BillId, List<Instant>> times;
  private final Clock world;
  private final Optional<Owners> owners;
  private final AtomicLong positions;
  private AuditTrail trail;
  private long reservedUntil;
  private int slot;

  /**
   * @param world the right time, whatever the till's clock says
   */
  Disk(Clock world, String epoch, int slot) {
    this(world, new AuditTrail(epoch), slot);
  }

  private Disk(Clock world, AuditTrail trail, int slot) {
    this.world = world;
    this.trail = trail;
    this.slot = slot;
    this.bills = new LinkedHashMap<>();
    this.times = new LinkedHashMap<>();
    this.owners = Optional.empty();
    this.positions = new AtomicLong();
  }

  private Disk(Disk other, Owners owners, String epoch, int slot) {
    this.world = other.world;
    this.trail = new AuditTrail(epoch);
    this.slot = slot;
    this.bills = other.bills;
    this.times = other.times;
    this.owners = Optional.of(owners);
    this.positions = other.positions;
  }

  /** What this disk holds, as another till has it that keeps it together with others. */
  Disk shared(Owners by, String epoch, int own) {
    return new Disk(this, by, epoch, own);
  }

  /** Who answers for what, where several tills have the records together. */
  Optional<Owners> owners() {
    return owners;
  }

  /** What a backup holds. */
  Disk copy() {
    Disk copy = new Disk(world, trail.copy(), slot);
    bills.forEach((bill, entries) -> copy.bills.put(bill, new ArrayList<>(entries)));
    copy.positions.set(positions.get());
    copy.reservedUntil = reservedUntil;
    return copy;
  }

  /**
   * The disk is replaced by one with a backup on it.
   *
   * @return the bills that it holds otherwise than before
   */
  Set<BillId> restore(Disk copy) {
    Set<BillId> changed = new LinkedHashSet<>(bills.keySet());
    changed.removeIf(bill -> of(bill).equals(copy.of(bill)));
    Disk fresh = copy.copy();
    bills.clear();
    bills.putAll(fresh.bills);
    trail = fresh.trail;
    positions.set(fresh.positions.get());
    reservedUntil = fresh.reservedUntil;
    slot = fresh.slot;
    return changed;
  }

  AuditTrail trail() {
    return trail;
  }

  int slot() {
    return slot;
  }

  /** A new life of the journal. */
  void begin(String epoch, int granted) {
    trail.begin(epoch);
    slot = granted;
  }

  /**
   * Says what the journal in PostgreSQL says where several tills keep one.
   *
   * @throws JournalUnavailable when another till answers for the bill, or has written of it since
   *     it was decided what to write
   */
  void requireOurs(Draft draft) {
    if (owners.isEmpty()) {
      return;
    }
    boolean owned =
        draft.type() != RecordType.ACKNOWLEDGED && owners.get().isOfAnother(draft.bill(), slot);
    boolean behind =
        draft.seen().isPresent()
            && of(draft.bill()).stream()
                .anyMatch(
                    entry ->
                        entry.position() > draft.seen().getAsLong()
                            && !UNDECIDING.contains(entry.type()));
    if (owned || behind) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.OTHER_TILL,
          draft.bill() + (owned ? " is another till's" : " is not any more what it was"));
    }
  }

  long nextPosition() {
    return positions.get() + 1;
  }

  void keep(Entry entry) {
    positions.accumulateAndGet(entry.position(), Math::max);
    owners.ifPresent(all -> all.follow(entry, slot));
    trail.link(entry);
    bills.computeIfAbsent(entry.bill(), bill -> new ArrayList<>()).add(entry);
    times.computeIfAbsent(entry.bill(), bill -> new ArrayList<>()).add(world.instant());
  }

  List<Entry> of(BillId bill) {
    return bills.getOrDefault(bill, List.of());
  }

  /** When something of the bill was kept. */
  List<Instant> timesOf(BillId bill) {
    return times.getOrDefault(bill, List.of());
  }

  List<BillId> bills() {
    return List.copyOf(bills.keySet());
  }

  /** Of which a settlement was to be made by this message. */
  Optional<BillId> billOf(String messageId) {
    return bills.keySet().stream()
        .filter(bill -> holds(bill, RecordType.SETTLE_INTENT, messageId))
        .findFirst();
  }

  boolean holds(BillId bill, RecordType type) {
    return of(bill).stream().anyMatch(entry -> entry.type() == type);
  }

  boolean holds(BillId bill, RecordType type, String messageId) {
    return of(bill).stream()
        .anyMatch(entry -> entry.type() == type && entry.messageId().equals(messageId));
  }

  /** As no sound disk does. */
  void forget(BillId bill) {
    bills.remove(bill);
  }

  long reservedUntil() {
    return reservedUntil;
  }

  void reserve(long second) {
    reservedUntil = second;
  }
}
