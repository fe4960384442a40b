package io.caresettle.sim.centre;

import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.OtherLayer;
import io.caresettle.protocol.wire.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The centre's double-entry books, in fen. What a ledger gains is positive, what it gives negative,
 * and each cause adds up to zero. Postings are never changed: undoing posts the opposite.
 */
record Ledger(Store store) {

  static final String OPENING = "opening:accounts";

  /**
   * Where the money of one split goes; ledgers that get or give nothing are left out.
   *
   * @param purpose of a premium or an insurance product, which is not the institution's; empty for
   *     care
   */
  static Map<String, Long> legs(Split split, String institution, String person, String purpose) {
    Map<String, Long> legs = new LinkedHashMap<>();
    legs.put("fund:pool", -split.getPoolFund());
    legs.put("account:" + person, -split.getPersonalAccount());
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
    post("open:" + person, "open", Map.of("account:" + person, balance, OPENING, -balance));
  }

  void settle(String settlement, Map<String, Long> legs) {
    post(settlement, "settle", legs);
  }

  /** Posts what this settlement posted, the other way round. */
  void undo(String settlement) {
    store.write(
        "INSERT INTO posting (cause, kind, ledger, fen)"
            + " SELECT cause, 'undo', ledger, -fen FROM posting WHERE cause = ? AND kind = 'settle'",
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

  /** What is wrong with the books; nothing, or the centre has a bug. */
  List<String> faults() {
    return faults(true, "", "");
  }

  /** The same, where only the settlements of one bill are compared leg by leg. */
  List<String> faults(String institution, String bill) {
    return faults(false, institution, bill);
  }

  private List<String> faults(boolean everyBill, String institution, String bill) {
    List<String> faults = new ArrayList<>();
    faults.addAll(
        store.all(
            "SELECT cause, kind FROM posting GROUP BY cause, kind HAVING SUM(fen) <> 0",
            row -> "Does not add up to zero: " + row.getString(1) + " " + row.getString(2)));
    faults.addAll(
        store.all(
            "SELECT person FROM account WHERE balance < 0 OR balance <> (SELECT COALESCE(SUM(fen),"
                + " 0) FROM posting WHERE ledger = 'account:' || person)",
            row -> "Balance is not what was posted: " + row.getString(1)));
    faults.addAll(
        store.all(
            "SELECT a.person, a.name FROM accumulator a WHERE a.fen <> (SELECT"
                + " COALESCE(SUM(g.fen), 0) FROM growth g JOIN settlement s ON s.id = g.settlement"
                + " WHERE s.undone_at IS NULL AND s.person = a.person AND s.scheme = a.scheme AND"
                + " s.area = a.area AND s.year = a.year AND g.name = a.name)",
            row ->
                "Sum of the year is not that of what stands: "
                    + row.getString(1)
                    + " "
                    + row.getString(2)));
    faults.addAll(faultsOfLegs(everyBill, institution, bill));
    return List.copyOf(faults);
  }

  private record Posted(String id, Map<String, Long> legs, boolean isUndone) {}

  /** Each settlement posted its split and nothing else; each undone one posted the mirror of it. */
  private List<String> faultsOfLegs(boolean everyBill, String institution, String bill) {
    Object[] which = {everyBill, institution, bill};
    Map<String, Map<String, Long>> settled = new HashMap<>();
    Map<String, Map<String, Long>> undone = new HashMap<>();
    store.all(
        "SELECT p.cause, p.kind, p.ledger, p.fen FROM posting p JOIN settlement s ON s.id = p.cause"
            + " WHERE ? OR (s.institution = ? AND s.bill = ?)",
        row ->
            (row.getString(2).equals("settle") ? settled : undone)
                .computeIfAbsent(row.getString(1), id -> new HashMap<>())
                .put(row.getString(3), row.getLong(4)),
        which);
    List<String> faults = new ArrayList<>();
    for (Posted settlement : settlements(which)) {
      Map<String, Long> mirror = new HashMap<>();
      if (settlement.isUndone()) {
        settlement.legs().forEach((ledger, fen) -> mirror.put(ledger, -fen));
      }
      if (!settled.getOrDefault(settlement.id(), Map.of()).equals(settlement.legs())) {
        faults.add("Postings are not the split: " + settlement.id());
      }
      if (!undone.getOrDefault(settlement.id(), Map.of()).equals(mirror)) {
        faults.add("Undoing is not the mirror: " + settlement.id());
      }
    }
    return faults;
  }

  private List<Posted> settlements(Object[] which) {
    return store.all(
        "SELECT id, split, institution, person, undone_at IS NOT NULL, COALESCE(purpose, '')"
            + " FROM settlement LEFT JOIN account_use u ON u.settlement = id WHERE ? OR (institution = ? AND bill = ?)",
        row ->
            new Posted(
                row.getString(1),
                legs(split(row.getBytes(2)), row.getString(3), row.getString(4), row.getString(6)),
                row.getBoolean(5)),
        which);
  }

  private static Split split(byte[] bytes) {
    try {
      return Messages.read(Split.getDefaultInstance(), bytes);
    } catch (MessageRejected e) {
      throw new IllegalStateException("A stored split cannot be read", e);
    }
  }
}
