package io.caresettle.sim.centre;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one message touched in the books. Its invariants are checked on exactly that, whatever the
 * size of the book; {@link LedgerCheck} reads all of it, and comes to the same.
 *
 * <p>What is checked is read back from the tables: what clerks say here names only where to look,
 * and a posting that none of them named is a fault of its own.
 */
final class Tally {

  private record Sum(Accounts.Year year, String name) {}

  private final Store store;
  private final Map<String, Long> balancesBefore = new LinkedHashMap<>();
  private final Map<Sum, Long> sumsBefore = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> growthBefore = new LinkedHashMap<>();
  private final Set<String> undone = new LinkedHashSet<>();
  private final Set<String> adjusted = new LinkedHashSet<>();
  private long mark;

  Tally(Store store) {
    this.store = store;
  }

  /** A message begins, or is taken back. */
  void begin() {
    balancesBefore.clear();
    sumsBefore.clear();
    growthBefore.clear();
    undone.clear();
    adjusted.clear();
    mark = lastPosting();
  }

  private long lastPosting() {
    return store.number("SELECT MAX(rowid) FROM posting");
  }

  /** Before the balance changes. */
  void balance(String person, long before) {
    balancesBefore.putIfAbsent(person, before);
  }

  /** Before the sum changes. */
  void sum(Accounts.Year year, String name, long before) {
    sumsBefore.putIfAbsent(new Sum(year, name), before);
  }

  /** Before anything of a settlement's is written. */
  void settled(String settlement) {
    growthBefore.putIfAbsent(settlement, Map.of());
  }

  void undone(String settlement) {
    undone.add(settlement);
    growthBefore.putIfAbsent(settlement, growth(settlement));
  }

  /** Before the growth of a settlement that stands is judged anew. */
  void adjusted(String settlement) {
    adjusted.add(settlement);
    growthBefore.putIfAbsent(settlement, growth(settlement));
  }

  private Map<String, Long> growth(String settlement) {
    Map<String, Long> growth = new HashMap<>();
    store.all(
        "SELECT name, fen FROM growth WHERE settlement = ?",
        row -> growth.put(row.getString(1), row.getLong(2)),
        settlement);
    return growth;
  }

  private record Posting(String cause, String kind, String ledger, long fen) {}

  /** What is wrong with what was touched; nothing, or the centre has a bug. */
  List<String> faults() {
    boolean untouched = growthBefore.isEmpty() && balancesBefore.isEmpty() && sumsBefore.isEmpty();
    if (untouched && lastPosting() == mark) {
      return List.of();
    }
    List<Posting> postings =
        store.all(
            "SELECT cause, kind, ledger, fen FROM posting WHERE rowid > ?",
            row ->
                new Posting(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
            mark);
    List<String> faults = new ArrayList<>();
    faultsOfPostings(postings, faults);
    faultsOfBalances(postings, faults);
    growthBefore.keySet().forEach(id -> faults.addAll(new LedgerCheck(store).faultsOf(id)));
    faultsOfSums(faults);
    return List.copyOf(faults);
  }

  private void faultsOfPostings(List<Posting> postings, List<String> faults) {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (Posting posting : postings) {
      sums.merge(posting.cause() + " " + posting.kind(), posting.fen(), Math::addExact);
      if (!growthBefore.containsKey(posting.cause())) {
        faults.add("A posting of nothing that this message did: " + posting.cause());
      }
    }
    sums.forEach(
        (cause, fen) -> {
          if (fen != 0) {
            faults.add("Does not add up to zero: " + cause);
          }
        });
  }

  private void faultsOfBalances(List<Posting> postings, List<String> faults) {
    Map<String, Long> moved = new HashMap<>();
    for (Posting posting : postings) {
      if (posting.ledger().startsWith(Ledger.ACCOUNT)) {
        String person = posting.ledger().substring(Ledger.ACCOUNT.length());
        moved.merge(person, posting.fen(), Math::addExact);
      }
    }
    balancesBefore.keySet().forEach(person -> moved.putIfAbsent(person, 0L));
    moved.forEach(
        (person, fen) -> {
          long now = store.number("SELECT balance FROM account WHERE person = ?", person);
          // A balance that nobody touched must not have been posted on.
          if (now < 0 || now - balancesBefore.getOrDefault(person, now) != fen) {
            faults.add("Balance is not what was posted: " + person);
          }
        });
  }

  private void faultsOfSums(List<String> faults) {
    Map<Sum, Long> grown = new LinkedHashMap<>();
    growthBefore.forEach(
        (settlement, before) -> {
          Map<String, Long> now = undone.contains(settlement) ? Map.of() : growth(settlement);
          Accounts.Year year = year(settlement);
          before.forEach((name, fen) -> grown.merge(new Sum(year, name), -fen, Math::addExact));
          now.forEach((name, fen) -> grown.merge(new Sum(year, name), fen, Math::addExact));
        });
    sumsBefore.keySet().forEach(sum -> grown.putIfAbsent(sum, 0L));
    grown.forEach(
        (sum, fen) -> {
          long now = now(sum);
          if (now - sumsBefore.getOrDefault(sum, now) != fen) {
            faults.add("Sum of the year did not grow by what was judged: " + sum.name());
          }
        });
  }

  private long now(Sum sum) {
    return store.number(
        "SELECT fen FROM accumulator"
            + " WHERE person = ? AND scheme = ? AND area = ? AND year = ? AND name = ?",
        sum.year().person(),
        sum.year().scheme(),
        sum.year().area(),
        sum.year().year(),
        sum.name());
  }

  private Accounts.Year year(String settlement) {
    return store
        .one(
            "SELECT person, scheme, area, year FROM settlement WHERE id = ?",
            row ->
                new Accounts.Year(
                    row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
            settlement)
        .orElseThrow(() -> new IllegalStateException("Posted without a settlement"));
  }
}
