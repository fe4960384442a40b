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

  /**
   * The part of the balance that past years left. This year's money pays first, unless only past
   * years' may; so it follows from what was paid so, and an undone payment gives it back.
   */
  long pastYears(Rolls.Person person) {
    long paid =
        store.number(
            "SELECT COALESCE(SUM(u.fen), 0) FROM account_use u JOIN settlement s ON s.id ="
                + " u.settlement WHERE s.person = ? AND u.past_years = 1 AND s.undone_at IS NULL",
            person.number());
    long left = Math.max(0, person.openingPastYears() - paid);
    return Math.min(left, balance(person.number()));
  }

  /** Notes what a settlement paid besides care. */
  void payBesidesCare(String settlement, AccountPayments.Paid paid) {
    store.write(
        "INSERT INTO account_use VALUES (?, ?, ?, ?)",
        settlement,
        paid.purpose(),
        paid.fen(),
        paid.pastYearsOnly() ? 1 : 0);
  }

  /** Before a message writes anything about this person's money. */
  void mark(String person) {
    ledger.tally().balance(person, balance(person));
  }

  void addToBalance(String person, long fen) {
    mark(person);
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

  /** How many stays of the year stand settled. */
  int stays(Year year) {
    return (int)
        store.number(
            "SELECT COUNT(*) FROM settlement s JOIN settled_bill b ON b.settlement = s.id"
                + " WHERE s.person = ? AND s.scheme = ? AND s.area = ? AND s.year = ?"
                + " AND b.care_type = 'inpatient' AND s.undone_at IS NULL",
            year.person(),
            year.scheme(),
            year.area(),
            year.year());
  }

  void addToSum(Year year, String name, long fen) {
    Object[] key = {year.person(), year.scheme(), year.area(), year.year(), name};
    store.write("INSERT OR IGNORE INTO accumulator VALUES (?, ?, ?, ?, ?, 0)", key);
    long before =
        store.number(
            "SELECT fen FROM accumulator"
                + " WHERE person = ? AND scheme = ? AND area = ? AND year = ? AND name = ?",
            key);
    ledger.tally().sum(year, name, before);
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
