package io.caresettle.sim.simulate;

import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a till's journal has made durable: what is here outlives every process. */
final class Disk {

  private final Map<BillId, List<Entry>> bills = new LinkedHashMap<>();
  private final Map<BillId, List<Instant>> times = new LinkedHashMap<>();
  private final Clock world;
  private long positions;
  private long reservedUntil;

  /**
   * @param world the right time, whatever the till's clock says
   */
  Disk(Clock world) {
    this.world = world;
  }

  long nextPosition() {
    return positions + 1;
  }

  void keep(Entry entry) {
    positions = Math.max(positions, entry.position());
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
