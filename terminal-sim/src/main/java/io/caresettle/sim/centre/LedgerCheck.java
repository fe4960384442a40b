package io.caresettle.sim.centre;

import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What does not fit in the whole book, or of one settlement in it. */
record LedgerCheck(Store store) {

  /** All of the book, settlement by settlement and leg by leg. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    faults.addAll(
        store.all(
            "SELECT cause, kind FROM posting GROUP BY cause, kind HAVING SUM(fen) <> 0",
            row -> "Does not add up to zero: " + row.getString(1) + " " + row.getString(2)));
    faults.addAll(
        store.all(
            "SELECT a.person FROM account a LEFT JOIN (SELECT ledger, SUM(fen) AS fen FROM posting"
                + " GROUP BY ledger) p ON p.ledger = 'account:' || a.person"
                + " WHERE a.balance < 0 OR a.balance <> COALESCE(p.fen, 0)",
            row -> "Balance is not what was posted: " + row.getString(1)));
    faults.addAll(
        store.all(
            "SELECT a.person, a.name FROM accumulator a LEFT JOIN (SELECT s.person, s.scheme,"
                + " s.area, s.year, g.name, SUM(g.fen) AS fen FROM growth g JOIN settlement s ON"
                + " s.id = g.settlement WHERE s.undone_at IS NULL GROUP BY 1, 2, 3, 4, 5) t ON"
                + " t.person = a.person AND t.scheme = a.scheme AND t.area = a.area AND t.year ="
                + " a.year AND t.name = a.name WHERE a.fen <> COALESCE(t.fen, 0)",
            row ->
                "Sum of the year is not that of what stands: "
                    + row.getString(1)
                    + " "
                    + row.getString(2)));
    faults.addAll(faultsOfLegs(true, ""));
    return List.copyOf(faults);
  }

  /** One settlement: it posted its split and nothing else, and the mirror of it when undone. */
  List<String> faultsOf(String settlement) {
    return faultsOfLegs(false, settlement);
  }

  private record Posted(String id, Map<String, Long> legs, boolean isUndone) {}

  private List<String> faultsOfLegs(boolean everyone, String settlement) {
    Map<String, Map<String, Long>> settled = new HashMap<>();
    Map<String, Map<String, Long>> adjusted = new HashMap<>();
    Map<String, Map<String, Long>> undone = new HashMap<>();
    String postings = "SELECT cause, kind, ledger, fen FROM posting";
    Store.Row<Long> reading =
        row -> {
          Map<String, Map<String, Long>> kind =
              switch (row.getString(2)) {
                case "settle" -> settled;
                case "undo" -> undone;
                default -> adjusted;
              };
          return kind.computeIfAbsent(row.getString(1), id -> new HashMap<>())
              .merge(row.getString(3), row.getLong(4), Math::addExact);
        };
    if (everyone) {
      store.all(postings, reading);
    } else {
      store.all(postings + " WHERE cause = ?", reading, settlement);
    }
    List<String> faults = new ArrayList<>();
    for (Posted one : settlements(everyone, settlement)) {
      Map<String, Long> mirror = new HashMap<>();
      if (one.isUndone()) {
        one.legs().forEach((ledger, fen) -> mirror.merge(ledger, -fen, Math::addExact));
        adjusted
            .getOrDefault(one.id(), Map.of())
            .forEach((ledger, fen) -> mirror.merge(ledger, -fen, Math::addExact));
        mirror.values().removeIf(fen -> fen == 0);
      }
      if (!settled.getOrDefault(one.id(), Map.of()).equals(one.legs())) {
        faults.add("Postings are not the split: " + one.id());
      }
      if (!undone.getOrDefault(one.id(), Map.of()).equals(mirror)) {
        faults.add("Undoing is not the mirror: " + one.id());
      }
    }
    return faults;
  }

  private List<Posted> settlements(boolean everyone, String settlement) {
    String sql =
        "SELECT id, split, institution, person, undone_at IS NOT NULL, COALESCE(purpose, '')"
            + " FROM settlement LEFT JOIN account_use u ON u.settlement = id";
    Store.Row<Posted> reading =
        row ->
            new Posted(
                row.getString(1),
                Ledger.legs(
                    split(row.getBytes(2)), row.getString(3), row.getString(4), row.getString(6)),
                row.getBoolean(5));
    return everyone
        ? store.all(sql, reading)
        : store.all(sql + " WHERE id = ?", reading, settlement);
  }

  private static Split split(byte[] bytes) {
    try {
      return Messages.read(Split.getDefaultInstance(), bytes);
    } catch (MessageRejected e) {
      throw new IllegalStateException("A stored split cannot be read", e);
    }
  }
}
