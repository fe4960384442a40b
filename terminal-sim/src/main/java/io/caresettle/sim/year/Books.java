package io.caresettle.sim.year;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.ledger.Ledger;
import io.caresettle.sim.ledger.Profile;
import io.caresettle.sim.ledger.Settlements;
import io.caresettle.sim.ledger.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One person's books at the centre: what stands, the sums of the year, and the purse. */
final class Books {

  private final LawBook law;
  private final Somebody who;
  private final BothEnds both;
  private final List<Fate.Settled> standing = new ArrayList<>();
  private Settlements kept;
  private Purse purse;
  private long credited;
  private int attempts;

  Books(LawBook law, Somebody who, BothEnds both) {
    this.law = law;
    this.who = who;
    this.both = both;
    this.kept = Settlements.none(law);
    this.purse =
        new Purse(
            who.history().balance(),
            who.history().pastYears(),
            who.relatives().stream()
                .collect(Collectors.toMap(Relative::number, Relative::balance)));
  }

  Purse purse() {
    return purse;
  }

  /** The bills that stand, in their order. */
  List<Fate.Settled> standing() {
    return standing;
  }

  /** The year in whose books a claim counts, if any law says. */
  Optional<Ledger.Year> year(Claim claim, Wish wish) {
    try {
      return Optional.of(
          new Ledger.Year(
              who.history().number(),
              law.keeping(claim).year().of(wish.from(), wish.to()),
              claim.scheme()));
    } catch (CannotAdjudicate e) {
      return Optional.empty();
    }
  }

  Map<String, Long> sums(Ledger.Year year, Wish wish) {
    return kept.ledger().sums(year, stay(wish));
  }

  int stays(Ledger.Year year) {
    return (int)
        standing.stream().filter(s -> s.wish().care().isStay() && s.year().equals(year)).count();
  }

  private static String stay(Wish wish) {
    return wish.care().isStay() ? wish.number() : "";
  }

  /** A bill as the centre judged it, not yet booked. */
  record Judged(String id, Settlements after, Judgement judgement) {}

  Judged judge(Wish wish, Claim claim) {
    String id = wish.number() + "/" + ++attempts;
    try {
      Settlements after = kept.settle(new Visit(id, who.history().number(), claim, stay(wish)));
      return new Judged(id, after, after.find(id).orElseThrow().judgement());
    } catch (CannotAdjudicate e) {
      throw both.differ(wish, "the till estimates what the centre cannot judge: " + e.getMessage());
    }
  }

  /** Books it; what stood before is kept with it. */
  Fate.Settled book(Wish wish, Decided decided, Judged judged, Before before, boolean atLimit) {
    Judgement judgement = judged.judgement();
    if (!purse.heldEnough(judgement.accounts(), before.family())) {
      throw both.differ(
          wish, "the account pays more than " + purse + " holds: " + judgement.accounts());
    }
    Fate.Settled settled =
        new Fate.Settled(
            wish,
            decided,
            before.verdict(),
            judged.id(),
            before.year(),
            before.sums(),
            before.family(),
            purse,
            credited,
            judgement,
            atLimit);
    kept = judged.after();
    purse = purse.after(judgement.accounts(), before.family());
    if (!nonZero(sums(before.year(), wish)).equals(nonZero(judgement.accumulatorsAfter()))) {
      throw both.differ(wish, "the ledger does not stand where the bill left it");
    }
    return settled;
  }

  /**
   * What was known before a bill.
   *
   * @param family the relatives whose accounts take part, in their order
   */
  record Before(
      Eligibility verdict, Ledger.Year year, Map<String, Long> sums, List<String> family) {}

  /** Undoes a bill; those settled after it must be undone before. */
  void undo(Fate.Settled settled) {
    kept = kept.cancel(settled.id(), Profile.LATEST_FIRST).settlements();
    purse = purse.back(settled.judgement().accounts(), settled.family());
    Wish wish = settled.wish();
    if (!nonZero(sums(settled.year(), wish)).equals(nonZero(settled.sumsBefore()))) {
      throw both.differ(wish, "cancelled, and its year is not as if it had never been");
    }
    Purse before = settled.purseBefore().plus(credited - settled.creditedBefore());
    if (!purse.equals(before)) {
      throw both.differ(wish, "cancelled, and the account is not as if it had never been");
    }
  }

  /** What a month's money brings, where the account is served. */
  void credit(long fen) {
    purse = purse.plus(fen);
    credited += fen;
  }

  /** What stands must be what it would be, had nothing ever been cancelled. */
  void asIfNothingElseHadBeen() {
    Settlements anew = Settlements.none(law);
    for (Fate.Settled settled : standing) {
      Settlements.Settled stands = kept.find(settled.id()).orElseThrow();
      anew = anew.settle(stands.visit());
      if (!same(anew.find(settled.id()).orElseThrow().judgement(), stands.judgement())) {
        throw both.differ(settled.wish(), "after cancellations it is not what it is without them");
      }
    }
    for (Fate.Settled settled : standing) {
      Map<String, Long> sums = anew.ledger().sums(settled.year(), stay(settled.wish()));
      if (!nonZero(sums).equals(nonZero(sums(settled.year(), settled.wish())))) {
        throw both.differ(
            settled.wish(), "after cancellations its year is not what it is without them");
      }
    }
  }

  private static boolean same(Judgement a, Judgement b) {
    return a.paid().equals(b.paid())
        && a.accounts().equals(b.accounts())
        && a.supplements().equals(b.supplements())
        && a.lines().equals(b.lines())
        && a.growth().equals(b.growth())
        && nonZero(a.accumulatorsAfter()).equals(nonZero(b.accumulatorsAfter()));
  }

  /** A ledger remembers a sum that came back to zero. */
  private static Map<String, Long> nonZero(Map<String, Long> sums) {
    Map<String, Long> rest = new TreeMap<>(sums);
    rest.values().removeIf(fen -> fen == 0);
    return rest;
  }
}
