package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.AuditHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which journal, in which of its lives, has which slot of an institution. Two journals on one slot
 * would give one message id twice; so the second one is granted a slot of its own.
 */
record Lives(Store store, Heads heads, BusinessDay days) {

  private static final int MOST = 99;
  private static final String NOBODY = "";

  private record Held(String epoch, Instant lastSignIn) {}

  static boolean isSlot(int slot) {
    return slot >= 0 && slot <= MOST;
  }

  /**
   * The slot that this journal may use from now on.
   *
   * @param head absent where the journal keeps no chain
   */
  int grant(int slot, String epoch, Optional<AuditHead> head, String version, Request request)
      throws Refused {
    Optional<Noticed.Kind> copy = copy(slot, epoch, head, request);
    if (copy.isPresent()) {
      int free = free(slot, epoch, request);
      note(slot, epoch, copy.get(), free, request);
      return free;
    }
    held(slot, request)
        .filter(before -> !before.epoch().equals(epoch) && !before.epoch().equals(NOBODY))
        .ifPresent(
            before ->
                store.write(
                    "INSERT INTO epoch_change VALUES (?, ?, ?, ?, ?)",
                    request.institution(),
                    slot,
                    before.epoch(),
                    epoch,
                    request.now().toEpochMilli()));
    hold(slot, epoch, version, request);
    return slot;
  }

  private Optional<Noticed.Kind> copy(
      int slot, String epoch, Optional<AuditHead> head, Request request) {
    // Before its life is looked at: a restored copy names the very life that has the slot.
    Heads.Place place =
        head.map(h -> heads.place(request.institution(), h)).orElse(Heads.Place.ON_THE_LINE);
    if (place != Heads.Place.ON_THE_LINE) {
      return Optional.of(
          place == Heads.Place.OLDER ? Noticed.Kind.COPY_OLDER : Noticed.Kind.COPY_OFF_THE_LINE);
    }
    Optional<Held> held = held(slot, request);
    if (held.isEmpty() || held.get().epoch().equals(epoch) || held.get().epoch().equals(NOBODY)) {
      return Optional.empty();
    }
    if (wasTakenOver(slot, epoch, request)) {
      return Optional.of(Noticed.Kind.SLOT_TAKEN_OVER);
    }
    boolean today = days.of(held.get().lastSignIn()).equals(request.businessDate());
    return today ? Optional.of(Noticed.Kind.SLOT_TAKEN) : Optional.empty();
  }

  private Optional<Held> held(int slot, Request request) {
    return store.one(
        "SELECT epoch, at FROM terminal WHERE institution = ? AND slot = ?",
        row -> new Held(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
        request.institution(),
        slot);
  }

  private boolean wasTakenOver(int slot, String epoch, Request request) {
    return store.number(
            "SELECT COUNT(*) FROM epoch_change WHERE institution = ? AND slot = ? AND before = ?",
            request.institution(),
            slot,
            epoch)
        > 0;
  }

  private void hold(int slot, String epoch, String version, Request request) {
    store.write(
        "INSERT OR REPLACE INTO terminal VALUES (?, ?, ?, ?, ?)",
        request.institution(),
        slot,
        epoch,
        version,
        request.now().toEpochMilli());
  }

  /** The one that this copy was granted before and nobody took since, or one that nobody has. */
  private int free(int asked, String epoch, Request request) throws Refused {
    Optional<Integer> before =
        store.one(
            "SELECT g.slot FROM granted_slot g JOIN terminal t ON t.institution = g.institution"
                + " AND t.slot = g.slot WHERE g.institution = ? AND g.asked = ? AND g.epoch = ?"
                + " AND t.epoch = '' ORDER BY g.slot",
            row -> row.getInt(1),
            request.institution(),
            asked,
            epoch);
    if (before.isPresent()) {
      return before.get();
    }
    List<Integer> taken =
        store.all(
            "SELECT slot FROM terminal WHERE institution = ?",
            row -> row.getInt(1),
            request.institution());
    for (int slot = 1; slot <= MOST; slot++) {
      if (!taken.contains(slot) && slot != asked) {
        hold(slot, NOBODY, "", request);
        store.write(
            "INSERT INTO granted_slot VALUES (?, ?, ?, ?)",
            request.institution(),
            slot,
            asked,
            epoch);
        return slot;
      }
    }
    throw UndoReason.NO_SLOT.because();
  }

  /** Writes down what somebody has to look at. */
  void note(int slot, String epoch, Noticed.Kind kind, int granted, Request request) {
    store.write(
        "INSERT INTO noticed VALUES (?, ?, ?, ?, ?, ?)",
        request.institution(),
        slot,
        epoch,
        kind.name(),
        granted,
        request.now().toEpochMilli());
  }

  static List<Noticed> noticed(Store store) {
    return store.all(
        "SELECT institution, slot, epoch, kind, granted, at FROM noticed ORDER BY rowid",
        row ->
            new Noticed(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                Noticed.Kind.valueOf(row.getString(4)),
                row.getInt(5),
                Instant.ofEpochMilli(row.getLong(6))));
  }
}
