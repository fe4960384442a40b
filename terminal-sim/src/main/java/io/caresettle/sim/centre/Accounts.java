package io.caresettle.sim.centre;

import java.util.LinkedHashMap;
import java.util.Map;

/** Balances, and the sums of each person's year, as they stand now. */
record Accounts(Store store, Ledger ledger) {

  /** Whose year it is: the sums of two schemes or areas are never mixed. */
  record Year(String person, String scheme, String area, int year) {}

  /** Opens the account of a person who has none yet. */
  void open(Rolls.Person person) {
    int opened =
        store.write(
            "INSERT OR IGNORE INTO account (person, balance) VALUES (?, ?)",
            person.number(),
            person.openingBalance());
    if (opened == 1 && person.openingBalance() > 0) {
      ledger.open(person.number(), person.openingBalance());
    }
  }

  long balance(String person) {
    return store.number("SELECT balance FROM account WHERE person = ?", person);
  }

  void addToBalance(String person, long fen) {
    store.write("UPDATE account SET balance = balance + ? WHERE person = ?", fen, person);
  }

  Map<String, Long> sums(Year year) {
    Map<String, Long> sums = new LinkedHashMap<>();
    store.all(
        "SELECT name, fen FROM accumulator"
            + " WHERE person = ? AND scheme = ? AND area = ? AND year = ? ORDER BY name",
        row -> sums.put(row.getString(1), row.getLong(2)),
        year.person(),
        year.scheme(),
        year.area(),
        year.year());
    return sums;
  }

  void addToSum(Year year, String name, long fen) {
    Object[] key = {year.person(), year.scheme(), year.area(), year.year(), name};
    store.write("INSERT OR IGNORE INTO accumulator VALUES (?, ?, ?, ?, ?, 0)", key);
    store.write(
        "UPDATE accumulator SET fen = fen + ?"
            + " WHERE person = ? AND scheme = ? AND area = ? AND year = ? AND name = ?",
        fen,
        key[0],
        key[1],
        key[2],
        key[3],
        key[4]);
  }
}
