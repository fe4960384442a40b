package io.caresettle.sim.centre;

import java.util.ArrayList;
import java.util.List;

/**
 * The centre's books at one moment: what every ledger holds, how many settlements stand, and what
 * does not fit.
 *
 * <p>Ledgers are {@code fund:pool}, {@code account:}person, {@code insurer:}its number (what a
 * commercial insurer or a mutual fund owes the centre), {@code payable:}institution (what the
 * centre owes it), {@code cash:}institution (what it took over the counter), {@code patients:cash}
 * and {@code opening:accounts}.
 *
 * @param faults nothing, or the centre has a bug
 */
public record Books(List<Entry> ledgers, int standing, int undone, List<String> faults) {

  /** One ledger: its sum in fen, and of how many postings. */
  public record Entry(String ledger, long fen, int postings) {}

  public Books {
    ledgers = List.copyOf(ledgers);
    faults = List.copyOf(faults);
  }

  /** Whether everything fits and all ledgers together hold nothing. */
  public boolean balance() {
    return faults.isEmpty() && ledgers.stream().mapToLong(Entry::fen).sum() == 0;
  }

  /** The sum of one ledger in fen; zero where it has no posting. */
  public long fen(String ledger) {
    return ledgers.stream().filter(e -> e.ledger().equals(ledger)).mapToLong(Entry::fen).sum();
  }

  /** For the screen, Chinese with English beside it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Entry entry : ledgers) {
      lines.add(
          String.format("%-28s %14s  (%d)", entry.ledger(), yuan(entry.fen()), entry.postings()));
    }
    lines.add("有效结算 standing " + standing + "，已冲正 undone " + undone);
    lines.add(balance() ? "账平 the books balance" : "账不平 THE BOOKS DO NOT BALANCE");
    lines.addAll(faults);
    return List.copyOf(lines);
  }

  private static String yuan(long fen) {
    long size = Math.abs(fen);
    return (fen < 0 ? "-" : "") + size / 100 + "." + size % 100 / 10 + size % 10;
  }
}
