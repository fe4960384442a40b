package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.OtherLayer;
import io.caresettle.protocol.wire.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The centre's double-entry books, in fen. What a ledger gains is positive, what it gives negative,
 * and each cause adds up to zero. Postings are never changed: undoing posts the opposite.
 */
record Ledger(Store store, Tally tally) {

  static final String OPENING = "opening:accounts";
  static final String ACCOUNT = "account:";
  private static final String POOL = "fund:pool";

  /**
   * Where the money of one split goes; ledgers that get or give nothing are left out.
   *
   * @param purpose of a premium or an insurance product, which is not the institution's; empty for
   *     care
   */
  static Map<String, Long> legs(Split split, String institution, String person, String purpose) {
    Map<String, Long> legs = new LinkedHashMap<>();
    legs.put(POOL, -split.getPoolFund());
    legs.put(ACCOUNT + person, -split.getPersonalAccount());
    legs.put("patients:cash", -split.getCash());
    long others = 0;
    for (OtherLayer layer : split.getOtherLayersList()) {
      // The centre pays the institution for them too, and clears with each (SH 50).
      legs.put("insurer:" + layer.getPayerId(), -layer.getAmount());
      others += layer.getAmount();
    }
    String payee = purpose.isEmpty() ? "payable:" + institution : "premiums:" + purpose;
    legs.put(payee, split.getPoolFund() + split.getPersonalAccount() + others);
    legs.put("cash:" + institution, split.getCash());
    legs.values().removeIf(fen -> fen == 0);
    return legs;
  }

  void open(String person, long balance) {
    post("open:" + person, "open", Map.of(ACCOUNT + person, balance, OPENING, -balance));
  }

  void settle(String settlement, Map<String, Long> legs) {
    tally.settled(settlement);
    post(settlement, "settle", legs);
  }

  /**
   * Posts what the fund pays more, or less, of a settlement that was judged again: the person is
   * owed it, or owes it. What the counter took and gave stays as the receipt says.
   */
  void adjust(String settlement, String cause, String person, long more) {
    if (more != 0) {
      post(settlement, "adjust " + cause, Map.of(POOL, -more, "due:" + person, more));
    }
  }

  /** What the fund pays of a settlement by now, as it was settled and judged again since. */
  long poolPays(String settlement) {
    return -store.number(
        "SELECT COALESCE(SUM(fen), 0) FROM posting WHERE cause = ? AND kind <> 'undo'"
            + " AND ledger = ?",
        settlement,
        POOL);
  }

  /** Posts what this settlement posted, the other way round. */
  void undo(String settlement) {
    tally.undone(settlement);
    store.write(
        "INSERT INTO posting (cause, kind, ledger, fen)"
            + " SELECT cause, 'undo', ledger, -SUM(fen) FROM posting"
            + " WHERE cause = ? AND kind <> 'undo' GROUP BY ledger HAVING SUM(fen) <> 0",
        settlement);
  }

  private void post(String cause, String kind, Map<String, Long> legs) {
    legs.forEach(
        (ledger, fen) ->
            store.write(
                "INSERT INTO posting (cause, kind, ledger, fen) VALUES (?, ?, ?, ?)",
                cause,
                kind,
                ledger,
                fen));
  }

  List<Books.Entry> entries() {
    return store.all(
        "SELECT ledger, SUM(fen), COUNT(*) FROM posting GROUP BY ledger ORDER BY ledger",
        row -> new Books.Entry(row.getString(1), row.getLong(2), row.getInt(3)));
  }
}
