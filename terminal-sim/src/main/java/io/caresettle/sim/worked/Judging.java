package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs what happens in an example, and keeps what came out otherwise than it says. */
final class Judging {

  /** A settlement with what the chain stood at before it. */
  private record Settled(WorkedSplit split, Map<String, Money> before) {}

  private final boolean chained;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Settled> settled = new HashMap<>();

  /** What the next settlement of a chain must begin with, as far as the ones before say it. */
  private Map<String, Money> chain = Map.of();

  private Optional<WorkedSplit> undone = Optional.empty();

  Judging(boolean chained) {
    this.chained = chained;
  }

  List<Difference> judge(List<Act> acts) {
    for (Act act : acts) {
      if (act instanceof Act.Settle settle) {
        settle(settle);
      } else if (act instanceof Act.Cancel cancel) {
        cancel(cancel);
      } else if (act instanceof Act.Refuse refuse) {
        refuse(refuse);
      }
    }
    return List.copyOf(differences);
  }

  private void settle(Act.Settle settle) {
    WorkedSplit split = WorkedSplit.of(settle.policy(), settle.input());
    String where = settle.name();
    if (chained) {
      Map<String, Money> begins = begins(settle);
      begins.forEach(
          (name, found) -> compare(where, "chain " + name, chain.getOrDefault(name, found), found));
      Map<String, Money> before = new LinkedHashMap<>(chain);
      before.putAll(begins);
      settled.put(where, new Settled(split, before));
      Map<String, Money> after = new LinkedHashMap<>(before);
      after.putAll(split.leaves());
      chain = after;
    } else {
      settled.put(where, new Settled(split, chain));
    }
    new Comparison(where, settle.input(), settle.expected(), split).into(differences);
    if (!settle.netReturn().isEmpty()) {
      netReturn(where, settle.netReturn(), split);
    }
  }

  private static Map<String, Money> begins(Act.Settle settle) {
    Map<String, Money> begins = new LinkedHashMap<>(settle.policy().lefts());
    begins.putAll(settle.input().accumulators());
    begins.putAll(settle.input().balances());
    return begins;
  }

  /** All of it goes back, to whom it came from. */
  private void cancel(Act.Cancel cancel) {
    Settled sale = settled.get(cancel.cancels());
    if (sale == null) {
      throw new IllegalStateException("Read with a settlement to cancel: " + cancel.cancels());
    }
    give(cancel.name(), "return ", cancel.expectedReturn(), sale.split().paid());
    chain = sale.before();
    undone = Optional.of(sale.split());
  }

  private void netReturn(String where, Map<String, Money> expected, WorkedSplit anew) {
    if (undone.isEmpty()) {
      differences.add(new Difference(where, "net return", "a cancellation before", "none"));
      return;
    }
    Map<Payer, Money> net = new EnumMap<>(Payer.class);
    undone.get().paid().forEach((payer, back) -> net.put(payer, back.minus(paid(anew, payer))));
    give(where, "net return ", expected, net);
  }

  private static Money paid(WorkedSplit split, Payer payer) {
    return split.paid().getOrDefault(payer, Money.ZERO);
  }

  private void give(
      String where, String what, Map<String, Money> expected, Map<Payer, Money> found) {
    Words.PAYERS.forEach(
        (name, payer) ->
            compare(
                where,
                what + name,
                expected.getOrDefault(name, Money.ZERO),
                found.getOrDefault(payer, Money.ZERO)));
  }

  private void compare(String where, String amount, Money expected, Money found) {
    if (!expected.equals(found)) {
      differences.add(new Difference(where, amount, expected.toString(), found.toString()));
    }
  }

  /** By the very checks that no settlement of ours gets past. */
  private void refuse(Act.Refuse refuse) {
    try {
      if (refuse.byWhom()) {
        byWhom(refuse);
      } else {
        byWhat(refuse);
      }
    } catch (IllegalArgumentException refused) {
      return;
    }
    differences.add(
        new Difference("", "must_reject", "figures that are refused", "figures that add up"));
  }

  private static void byWhom(Act.Refuse refuse) {
    Map<Payer, Money> parts = new EnumMap<>(Payer.class);
    Iterator<Payer> payers = EnumSet.allOf(Payer.class).iterator();
    Payer payer = Payer.CASH; // Which payer a part is of does not matter to the sum.
    for (Money part : refuse.parts()) {
      payer = payers.hasNext() ? payers.next() : payer;
      parts.merge(payer, part, Money::plus);
    }
    new SettlementSplit(refuse.whole(), parts);
  }

  private static void byWhat(Act.Refuse refuse) {
    Money[] parts = {Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO};
    for (int i = 0; i < refuse.parts().size(); i++) {
      int at = Math.min(i, 3);
      parts[at] = parts[at].plus(refuse.parts().get(i));
    }
    ScopeCut cut = new ScopeCut(parts[0], parts[1], parts[2], parts[3], Money.ZERO);
    if (!cut.total().equals(refuse.whole())) {
      throw new IllegalArgumentException(cut.total() + " is not " + refuse.whole());
    }
  }
}
