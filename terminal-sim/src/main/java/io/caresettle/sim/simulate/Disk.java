package io.caresettle.sim.simulate;

import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a till's journal has made durable: what is here outlives every process. */
final class Disk {

  private final Map<BillId, List<Entry>> bills = new LinkedHashMap<>();
  private final Map<BillId, List<Instant>> times = new LinkedHashMap<>();
  private final Clock world;
  private AuditTrail trail;
  private long positions;
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
  }

  /** What a backup holds. */
  Disk copy() {
    Disk copy = new Disk(world, trail.copy(), slot);
    bills.forEach((bill, entries) -> copy.bills.put(bill, new ArrayList<>(entries)));
    copy.positions = positions;
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
    positions = fresh.positions;
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

  long nextPosition() {
    return positions + 1;
  }

  void keep(Entry entry) {
    positions = Math.max(positions, entry.position());
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
