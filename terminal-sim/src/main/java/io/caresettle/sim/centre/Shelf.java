package io.caresettle.sim.centre;

import java.util.List;
import java.util.Optional;

/**
 * Room in the centre's books for what another way in has to remember beside the money: texts by
 * kind and name. It is written in the transaction of the message that it belongs to.
 */
public final class Shelf {

  private final Store store;

  Shelf(Store store) {
    this.store = store;
  }

  /** What lies there under this name. */
  public Optional<String> get(String kind, String name) {
    return store.one(
        "SELECT body FROM shelf WHERE kind = ? AND name = ?", row -> row.getString(1), kind, name);
  }

  /** What lies there of whatever it belongs to, in the order in which it was first put there. */
  public List<String> of(String kind, String belongs) {
    return store.all(
        "SELECT body FROM shelf WHERE kind = ? AND belongs = ? ORDER BY rowid",
        row -> row.getString(1),
        kind,
        belongs);
  }

  /** Puts something there, in the place of what had its name. */
  public void put(String kind, String name, String belongs, String body) {
    store.write(
        "INSERT INTO shelf (kind, name, belongs, body) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (kind, name) DO UPDATE SET belongs = excluded.belongs,"
            + " body = excluded.body",
        kind,
        name,
        belongs,
        body);
  }

  /** Takes something away. */
  public void remove(String kind, String name) {
    store.write("DELETE FROM shelf WHERE kind = ? AND name = ?", kind, name);
  }

  /** The next of a row of numbers, from 1. */
  public long next(String row) {
    long next = get("number", row).map(Long::parseLong).orElse(0L) + 1;
    put("number", row, "", Long.toString(next));
    return next;
  }
}
