package io.caresettle.sim.centre;

import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The double-entry books of the long-term-care funds, in fen, in a table of their own: no posting
 * of theirs is among the medical ones, and none of those is here.
 */
record CareLedger(Store store) {

  /** Where the money of one visit goes; ledgers that get or give nothing are left out. */
  static Map<String, Long> legs(Split split, String area, String institution) {
    Map<String, Long> legs = new LinkedHashMap<>();
    legs.put("care-fund:" + area, -split.getLongTermCareFund());
    legs.put("care-patients:cash", -split.getCash());
    legs.put("care-payable:" + institution, split.getLongTermCareFund());
    legs.put("care-cash:" + institution, split.getCash());
    legs.values().removeIf(fen -> fen == 0);
    return legs;
  }

  void settle(String settlement, Map<String, Long> legs) {
    legs.forEach(
        (ledger, fen) ->
            store.write(
                "INSERT INTO care_posting (settlement, ledger, fen) VALUES (?, ?, ?)",
                settlement,
                ledger,
                fen));
  }

  /** Posts the opposite under the cancellation's own number. */
  void undo(String settlement, String cancellation) {
    store.write(
        "INSERT INTO care_posting (settlement, ledger, fen)"
            + " SELECT ?, ledger, -fen FROM care_posting WHERE settlement = ?",
        cancellation,
        settlement);
  }

  List<Books.Entry> entries() {
    return store.all(
        "SELECT ledger, SUM(fen), COUNT(*) FROM care_posting GROUP BY ledger ORDER BY ledger",
        row -> new Books.Entry(row.getString(1), row.getLong(2), row.getInt(3)));
  }

  /** What is wrong with these books, or where they mix with the medical ones. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    faults.addAll(
        store.all(
            "SELECT settlement FROM care_posting GROUP BY settlement HAVING SUM(fen) <> 0",
            row -> "Care does not add up to zero: " + row.getString(1)));
    faults.addAll(
        store.all(
            "SELECT ledger FROM posting WHERE ledger LIKE 'care-%' OR cause LIKE 'L%'"
                + " UNION SELECT ledger FROM care_posting WHERE ledger NOT LIKE 'care-%'",
            row -> "Care and medical books are mixed: " + row.getString(1)));
    Map<String, Map<String, Long>> posted = new HashMap<>();
    store.all(
        "SELECT settlement, ledger, fen FROM care_posting",
        row ->
            posted
                .computeIfAbsent(row.getString(1), id -> new HashMap<>())
                .put(row.getString(2), row.getLong(3)));
    store.all(
        "SELECT v.settlement, v.split, v.area, v.institution, COALESCE(u.id, '') FROM care_visit v"
            + " LEFT JOIN care_undone u ON u.settlement = v.settlement"
            + " WHERE v.settlement IS NOT NULL",
        row -> {
          Map<String, Long> legs = legs(split(row.getBytes(2)), row.getString(3), row.getString(4));
          if (!legs.equals(posted.remove(row.getString(1)))) {
            faults.add("Care postings are not the split: " + row.getString(1));
          }
          Map<String, Long> mirror = new HashMap<>();
          legs.forEach((ledger, fen) -> mirror.put(ledger, -fen));
          String undone = row.getString(5);
          if (!undone.isEmpty() && !mirror.equals(posted.remove(undone))) {
            faults.add("Undoing care is not the mirror: " + undone);
          }
          return legs;
        });
    posted.keySet().forEach(id -> faults.add("Care postings of no visit: " + id));
    return List.copyOf(faults);
  }

  private static Split split(byte[] bytes) {
    try {
      return Messages.read(Split.getDefaultInstance(), bytes);
    } catch (MessageRejected e) {
      throw new IllegalStateException("A stored split cannot be read", e);
    }
  }
}
