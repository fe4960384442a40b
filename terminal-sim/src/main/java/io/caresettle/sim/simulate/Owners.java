package io.caresettle.sim.simulate;

import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which till answers for each bill that is not at its end, where several keep one journal. */
final class Owners {

  /** So long a till may be silent. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private record Owner(int slot, Instant until, boolean unsure) {}

  private final Clock world;
  private final Map<BillId, Owner> open = new LinkedHashMap<>();

  Owners(Clock world) {
    this.world = world;
  }

  /** Follows one record that the till with this slot keeps, as the journal in PostgreSQL does. */
  void follow(Entry entry, int slot) {
    RecordType type = entry.type();
    Owner before = open.get(entry.bill());
    if (type.opens()) {
      boolean unsure = type != RecordType.SETTLE_INTENT;
      open.put(
          entry.bill(),
          before == null
              ? new Owner(slot, leaseEnd(), unsure)
              : new Owner(before.slot(), before.until(), unsure));
    } else if (before != null && type == RecordType.UNKNOWN) {
      open.put(entry.bill(), new Owner(before.slot(), before.until(), true));
    } else if (before != null
        && (type == RecordType.ACKNOWLEDGED || (type.closes() && !before.unsure()))) {
      open.remove(entry.bill());
    }
  }

  private Instant leaseEnd() {
    return world.instant().plus(LEASE);
  }

  boolean isOfAnother(BillId bill, int slot) {
    Owner owner = open.get(bill);
    return owner != null && owner.slot() != slot;
  }

  /** The slot of the till that answers for the bill; empty where it is at its end. */
  Optional<Integer> of(BillId bill) {
    return Optional.ofNullable(open.get(bill)).map(Owner::slot);
  }

  List<BillId> all() {
    return List.copyOf(open.keySet());
  }

  List<BillId> of(int slot) {
    return open.entrySet().stream()
        .filter(entry -> entry.getValue().slot() == slot)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The till is there, and takes on what nobody works on.
   *
   * @return what it takes on
   */
  List<BillId> takeOver(int slot) {
    Instant now = world.instant();
    List<BillId> left =
        open.entrySet().stream()
            .filter(e -> e.getValue().slot() != slot && e.getValue().until().isBefore(now))
            .map(Map.Entry::getKey)
            .toList();
    open.replaceAll(
        (bill, owner) ->
            owner.slot() == slot || left.contains(bill)
                ? new Owner(slot, leaseEnd(), owner.unsure())
                : owner);
    return left;
  }
}
