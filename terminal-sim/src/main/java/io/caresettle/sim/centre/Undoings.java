package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Split;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Undoes a settlement that stands, whoever asks for it: money goes back to where it came from,
 * payer by payer, the sums of the year are what they were, and what was used up is free again.
 */
record Undoings(Store store, Accounts accounts, Ledger ledger) {

  /**
   * A settlement as the book holds it.
   *
   * @param row its place in the order of settling
   */
  record Settled(
      String id, long row, String bill, Accounts.Year year, Split split, boolean stands) {}

  /** What a settle message made, whether it stands or not. */
  Optional<Settled> find(String institution, String message) {
    return store.one(
        "SELECT id, person, scheme, area, year, split, undone_at IS NULL, bill, rowid"
            + " FROM settlement WHERE institution = ? AND message = ?",
        row ->
            new Settled(
                row.getString(1),
                row.getLong(9),
                row.getString(8),
                new Accounts.Year(
                    row.getString(2), row.getString(3), row.getString(4), row.getInt(5)),
                Readings.stored(Split.getDefaultInstance(), row.getBytes(6)),
                row.getBoolean(7)),
        institution,
        message);
  }

  /**
   * @param by the message id of a reversal, or the number of a cancellation
   */
  void undo(Settled settled, String by, Request request) {
    accounts.mark(settled.year().person());
    ledger.undo(settled.id());
    Map<String, Long> growth = new LinkedHashMap<>();
    store.all(
        "SELECT name, fen FROM growth WHERE settlement = ?",
        row -> growth.put(row.getString(1), row.getLong(2)),
        settled.id());
    growth.forEach((name, fen) -> accounts.addToSum(settled.year(), name, -fen));
    accounts.addToBalance(settled.year().person(), settled.split().getPersonalAccount());
    store.write(
        "UPDATE settlement SET undone_at = ? WHERE id = ?",
        request.now().toEpochMilli(),
        settled.id());
    store.write(
        "INSERT INTO undoing VALUES (?, ?, ?, ?)",
        settled.id(),
        by,
        request.now().toEpochMilli(),
        request.businessDate().toString());
  }
}
