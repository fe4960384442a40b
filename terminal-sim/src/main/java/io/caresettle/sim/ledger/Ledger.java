package io.caresettle.sim.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every settlement added to the sums of whom and of which year, in the order of happening.
 *
 * @param entries nothing is ever removed from them
 */
public record Ledger(List<Entry> entries) {

  /** A ledger in which nothing has happened. */
  public static final Ledger EMPTY = new Ledger(List.of());

  public Ledger {
    entries = List.copyOf(entries);
  }

  /** One person's settlement year in one scheme. */
  public record Year(String person, int year, String scheme) {}

  /**
   * One sum.
   *
   * @param stay the stay whose bills it counts; empty where it counts those of the year
   */
  public record Sum(Year year, String stay, String accumulator) {}

  /**
   * One movement of one sum.
   *
   * @param settlement the settlement that moved it, also where its cancellation moved it back
   * @param sequence its number in the ledger, from 1
   * @param delta in fen; below zero where a settlement was undone
   */
  public record Entry(String settlement, long sequence, Sum sum, long delta) {}

  /** This ledger and one more entry. */
  public Ledger with(String settlement, Sum sum, long delta) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(settlement, entries.size() + 1L, sum, delta));
    return new Ledger(more);
  }

  /** Where {@code sum} stands. */
  public long balance(Sum sum) {
    long balance = 0;
    for (Entry entry : entries) {
      balance = entry.sum().equals(sum) ? Math.addExact(balance, entry.delta()) : balance;
    }
    return balance;
  }

  /** Where every sum of a year and of one of its stays stands, by accumulator. */
  public Map<String, Long> sums(Year year, String stay) {
    Map<String, Long> sums = new TreeMap<>();
    for (Entry entry : entries) {
      Sum sum = entry.sum();
      // What counts a stay counts it over the end of a year, too.
      boolean counts =
          sum.stay().isEmpty()
              ? sum.year().equals(year)
              : sum.stay().equals(stay)
                  && sum.year().person().equals(year.person())
                  && sum.year().scheme().equals(year.scheme());
      if (counts) {
        sums.merge(sum.accumulator(), entry.delta(), Math::addExact);
      }
    }
    return sums;
  }

  /** This ledger with everything that {@code settlement} has moved moved back. */
  Ledger without(String settlement) {
    Map<Sum, Long> moved = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.settlement().equals(settlement)) {
        moved.merge(entry.sum(), entry.delta(), Math::addExact);
      }
    }
    Ledger back = this;
    for (Map.Entry<Sum, Long> movement : moved.entrySet()) {
      if (movement.getValue() != 0) {
        back = back.with(settlement, movement.getKey(), -movement.getValue());
      }
    }
    return back;
  }
}
