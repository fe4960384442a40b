package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.adjudicate.Judgement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The later visits of a person's year: whether there are any, and what they come to without an
 * earlier one. Premiums and products that the account paid are no visits, and nothing later hangs
 * on them.
 */
record Replays(Store store, Accounts accounts, Ledger ledger, Assessor assessor) {

  private static final String LATER =
      " FROM settlement s LEFT JOIN account_use u ON u.settlement = s.id"
          + " WHERE s.person = ? AND s.scheme = ? AND s.area = ? AND s.year = ?"
          + " AND s.undone_at IS NULL AND u.settlement IS NULL AND s.rowid > ?";

  private record Visit(
      String id, TrialBody body, String category, String level, Set<String> open) {}

  boolean isLatest(Undoings.Settled settled) {
    boolean visit =
        store.number("SELECT COUNT(*) FROM account_use WHERE settlement = ?", settled.id()) == 0;
    return !visit || store.number("SELECT COUNT(*)" + LATER, key(settled)) == 0;
  }

  private static Object[] key(Undoings.Settled settled) {
    Accounts.Year year = settled.year();
    return new Object[] {year.person(), year.scheme(), year.area(), year.year(), settled.row()};
  }

  /** After {@code undone} was undone: judges what came later on the sums as they are without it. */
  void judgeLaterAgain(Undoings.Settled undone, String cause) {
    Accounts.Year year = undone.year();
    List<Visit> later =
        store.all(
            "SELECT s.id, b.body, b.category, b.level, b.open"
                + LATER.replace(" WHERE", " JOIN settled_bill b ON b.settlement = s.id WHERE")
                + " ORDER BY s.rowid",
            row ->
                new Visit(
                    row.getString(1),
                    Readings.stored(TrialBody.getDefaultInstance(), row.getBytes(2)),
                    row.getString(3),
                    row.getString(4),
                    words(row.getString(5))),
            key(undone));
    Map<String, Long> sums = new HashMap<>(accounts.sums(year));
    for (Visit visit : later) {
      growth(visit.id()).forEach((name, fen) -> sums.merge(name, -fen, Math::addExact));
    }
    for (Visit visit : later) {
      Judgement judged =
          assessor.again(
              visit.body(), year, visit.category(), visit.level(), visit.open(), Map.copyOf(sums));
      ledger.tally().adjusted(visit.id());
      regrow(visit.id(), year, judged.growth());
      judged.growth().forEach((name, fen) -> sums.merge(name, fen, Math::addExact));
      long more = judged.poolFund() - ledger.poolPays(visit.id());
      ledger.adjust(visit.id(), cause, year.person(), more);
    }
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split(" ", -1)));
  }

  private Map<String, Long> growth(String settlement) {
    Map<String, Long> growth = new HashMap<>();
    store.all(
        "SELECT name, fen FROM growth WHERE settlement = ?",
        row -> growth.put(row.getString(1), row.getLong(2)),
        settlement);
    return growth;
  }

  private void regrow(String settlement, Accounts.Year year, Map<String, Long> growth) {
    growth(settlement).forEach((name, fen) -> accounts.addToSum(year, name, -fen));
    store.write("DELETE FROM growth WHERE settlement = ?", settlement);
    growth.forEach(
        (name, fen) -> {
          store.write("INSERT INTO growth VALUES (?, ?, ?)", settlement, name, fen);
          accounts.addToSum(year, name, fen);
        });
  }
}
