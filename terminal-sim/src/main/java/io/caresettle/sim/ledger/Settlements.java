package io.caresettle.sim.ledger;

import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.adjudicate.LawBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The settlements that stand, in the order of settling, and the ledger that they wrote. */
public final class Settlements {

  private final LawBook law;
  private final Ledger ledger;
  private final List<Settled> standing;

  /** Every id that was ever settled: also of a cancelled visit that had moved no sum. */
  private final Set<String> used;

  private Settlements(LawBook law, Ledger ledger, List<Settled> standing, Set<String> used) {
    this.law = law;
    this.ledger = ledger;
    this.standing = List.copyOf(standing);
    this.used = Set.copyOf(used);
  }

  /** Nothing settled yet under this law. */
  public static Settlements none(LawBook law) {
    return new Settlements(law, Ledger.EMPTY, List.of(), Set.of());
  }

  /** A visit, the year it counts in, and who pays what of it. */
  public record Settled(Visit visit, Ledger.Year year, Judgement judgement) {}

  /**
   * A visit that was computed anew because an earlier one was cancelled.
   *
   * @param deltas by how much what each payer pays has changed, in fen; the unchanged are absent
   */
  public record Recomputed(
      String settlement, Judgement before, Judgement after, Map<String, Long> deltas) {
    public Recomputed {
      deltas = Map.copyOf(deltas);
    }

    private static Recomputed of(String settlement, Judgement before, Judgement after) {
      Map<String, Long> deltas = new TreeMap<>();
      after
          .paid()
          .forEach(
              (payer, fen) -> {
                if (fen != before.paidBy(payer)) {
                  deltas.put(payer, fen - before.paidBy(payer));
                }
              });
      return new Recomputed(settlement, before, after, deltas);
    }
  }

  /**
   * What stands after a cancellation.
   *
   * @param recomputed the later visits in their order, where the centre computes them anew
   */
  public record Cancelled(Settlements settlements, List<Recomputed> recomputed) {
    public Cancelled {
      recomputed = List.copyOf(recomputed);
    }
  }

  /** Where every sum stands and how it came there. */
  public Ledger ledger() {
    return ledger;
  }

  /** The settlement of this id, while it stands. */
  public Optional<Settled> find(String settlement) {
    return standing.stream()
        .filter(settled -> settled.visit().settlement().equals(settlement))
        .findFirst();
  }

  /**
   * These and one more.
   *
   * @throws io.caresettle.sim.adjudicate.CannotAdjudicate when the law has no answer
   * @throws IllegalArgumentException when a settlement had this id before
   */
  public Settlements settle(Visit visit) {
    if (used.contains(visit.settlement())) {
      throw new IllegalArgumentException(
          "Found a second settlement "
              + visit.settlement()
              + ", expected an id of its own: what was cancelled keeps its id");
    }
    return write(visit);
  }

  private Settlements write(Visit visit) {
    LawBook.Keeping keeping = law.keeping(visit.claim());
    Ledger.Year year =
        new Ledger.Year(
            visit.person(),
            keeping.year().of(visit.claim().date(), visit.claim().discharge()),
            visit.claim().scheme());
    Judgement judgement = law.judge(visit.claim().after(ledger.sums(year, visit.stay())));
    Ledger written = ledger;
    for (Map.Entry<String, Long> grown : new TreeMap<>(judgement.growth()).entrySet()) {
      String stay = keeping.ofTheStay().contains(grown.getKey()) ? visit.stay() : "";
      written =
          written.with(
              visit.settlement(), new Ledger.Sum(year, stay, grown.getKey()), grown.getValue());
    }
    List<Settled> more = new ArrayList<>(standing);
    more.add(new Settled(visit, year, judgement));
    Set<String> ids = new HashSet<>(used);
    ids.add(visit.settlement());
    return new Settlements(law, written, more, ids);
  }

  /**
   * These without one.
   *
   * @throws NotCancelled when there is none of this id, or the profile wants a newer one undone
   *     first
   */
  public Cancelled cancel(String settlement, Profile profile) {
    Settled cancelled =
        find(settlement)
            .orElseThrow(
                () -> new NotCancelled("No settlement stands as " + settlement, Optional.empty()));
    List<Settled> later = later(cancelled);
    return switch (profile) {
      case FREE -> new Cancelled(without(List.of(cancelled)), List.of());
      case REPLAY -> replay(cancelled, later);
      case LATEST_FIRST -> {
        if (!later.isEmpty()) {
          String newest = later.get(later.size() - 1).visit().settlement();
          throw new NotCancelled(
              "Found " + settlement + " with newer ones after it; first cancel " + newest,
              Optional.of(newest));
        }
        yield new Cancelled(without(List.of(cancelled)), List.of());
      }
    };
  }

  /** The later visits whose sums may rest on this one: of its year or stay, and of theirs. */
  private List<Settled> later(Settled first) {
    Set<Ledger.Year> years = new HashSet<>(Set.of(first.year()));
    Set<String> stays = new HashSet<>(Set.of(first.visit().stay()));
    List<Settled> later = new ArrayList<>();
    for (Settled settled : standing.subList(standing.indexOf(first) + 1, standing.size())) {
      Visit visit = settled.visit();
      boolean sameStay =
          !visit.stay().isEmpty()
              && visit.person().equals(first.visit().person())
              && stays.contains(visit.stay());
      if (sameStay || years.contains(settled.year())) {
        years.add(settled.year());
        stays.add(visit.stay());
        later.add(settled);
      }
    }
    return later;
  }

  private Settlements without(List<Settled> undone) {
    Ledger back = ledger;
    for (int i = undone.size() - 1; i >= 0; i--) {
      back = back.without(undone.get(i).visit().settlement());
    }
    List<Settled> left = standing.stream().filter(settled -> !undone.contains(settled)).toList();
    return new Settlements(law, back, left, used);
  }

  private Cancelled replay(Settled cancelled, List<Settled> later) {
    List<Settled> undone = new ArrayList<>(List.of(cancelled));
    undone.addAll(later);
    Settlements now = without(undone);
    List<Recomputed> recomputed = new ArrayList<>();
    for (Settled settled : later) {
      now = now.write(settled.visit());
      Settled anew = now.standing.get(now.standing.size() - 1);
      recomputed.add(
          Recomputed.of(settled.visit().settlement(), settled.judgement(), anew.judgement()));
    }
    return new Cancelled(now, recomputed);
  }
}
