package io.caresettle.sim.year;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Finding;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.ledger.Ledger;
import io.caresettle.sim.ledger.Profile;
import io.caresettle.sim.ledger.Settlements;
import io.caresettle.sim.ledger.Visit;
import io.caresettle.split.BillRejected;
import io.caresettle.split.Estimate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One person's year: bill after bill through terminal and centre, in books of their own. */
final class Life {

  private final Till till;
  private final Agency agency;
  private final Somebody who;
  private final String where;
  private Settlements books;
  private Purse purse;
  private long credited;
  private final List<Fate.Settled> standing = new ArrayList<>();
  private int attempts;

  Life(Till till, Agency agency, Somebody who, String where) {
    this.till = till;
    this.agency = agency;
    this.who = who;
    this.where = where;
    this.books = Settlements.none(agency.law());
    this.purse = new Purse(who.history().balance(), who.history().pastYears());
  }

  /** What became of a bill. */
  sealed interface Fate {
    Wish wish();

    Agency.Decided decided();

    /** Settled: what stood before it, for the day on which it is undone. */
    record Settled(
        Wish wish,
        Agency.Decided decided,
        Eligibility verdict,
        String id,
        Ledger.Year year,
        Map<String, Long> sumsBefore,
        Purse purseBefore,
        long creditedBefore,
        Judgement judgement,
        boolean atLimit)
        implements Fate {}

    /** Paid by the patient, as nothing is open. */
    record Cash(Wish wish, Agency.Decided decided, Eligibility verdict) implements Fate {}

    /** Not settled, as no plan can be made. */
    record Stopped(
        Wish wish, Agency.Decided decided, Eligibility verdict, Optional<String> value, String why)
        implements Fate {}
  }

  /** Takes one bill to the counter. */
  Fate take(Wish wish) {
    Agency.Decided decided = agency.decide(who.history(), purse, wish);
    Optional<Ledger.Year> year = year(decided, wish);
    Map<String, Long> sums = year.map(y -> books.ledger().sums(y, stay(wish))).orElse(Map.of());
    int stays = year.map(this::stays).orElse(0);
    Eligibility verdict = till.judge(decided.known(), wish, Agency.answer(decided, sums, stays));
    Set<Payer> open = open(wish, decided, verdict);
    if (open.equals(Set.of(Payer.CASH))) {
      return new Fate.Cash(wish, decided, verdict);
    }
    Claim claim =
        Agency.claim(decided, wish, purse, open, verdict.circumstances().grade().name(), stays)
            .orElseThrow(() -> differ(wish, "the centre has nobody insured whom the till serves"));
    PlanKey key = Till.key(verdict, wish);
    samePerson(wish, key, claim);
    try {
      Plan plan = till.plan(key, wish);
      return settle(
          wish,
          decided,
          verdict,
          claim,
          plan,
          sums,
          year.orElseThrow(() -> differ(wish, "the till has a pack and the centre none")));
    } catch (ParameterNotPublished e) {
      refusedToo(wish, claim, CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED);
      return new Fate.Stopped(wish, decided, verdict, Optional.of(e.value()), e.value());
    } catch (NoRuleInForce | RulesConflict e) {
      refusedToo(wish, claim, CannotAdjudicate.Reason.NO_LAW);
      return new Fate.Stopped(wish, decided, verdict, Optional.empty(), without(verdict, wish));
    }
  }

  private Fate settle(
      Wish wish,
      Agency.Decided decided,
      Eligibility verdict,
      Claim claim,
      Plan plan,
      Map<String, Long> sums,
      Ledger.Year year) {
    Estimate estimate;
    try {
      estimate = till.estimate(plan, open(wish, decided, verdict), wish, purse, sums, year.year());
    } catch (BillRejected e) {
      throw differ(wish, "the till rejects the bill: " + e.getMessage());
    }
    String id = wish.number() + "/" + ++attempts;
    Settlements after;
    try {
      after = books.settle(new Visit(id, who.history().number(), claim, stay(wish)));
    } catch (CannotAdjudicate e) {
      throw differ(wish, "the till estimates what the centre cannot judge: " + e.getMessage());
    }
    Judgement judgement = after.find(id).orElseThrow().judgement();
    SameFigures.of(name(wish), plan, estimate, judgement);
    if (plan.year().of(wish.from(), wish.to()) != year.year()) {
      throw differ(wish, "it counts in another year at the till than " + year);
    }
    boolean atLimit = withinBounds(wish, plan, sums, judgement);
    if (!purse.heldEnough(judgement.accounts())) {
      throw differ(wish, "the account pays more than " + purse + " holds: " + judgement.accounts());
    }
    Fate.Settled settled =
        new Fate.Settled(
            wish, decided, verdict, id, year, sums, purse, credited, judgement, atLimit);
    books = after;
    purse = purse.after(judgement.accounts());
    if (!nonZero(books.ledger().sums(year, stay(wish)))
        .equals(nonZero(judgement.accumulatorsAfter()))) {
      throw differ(wish, "the ledger does not stand where the bill left it");
    }
    return settled;
  }

  /** Undoes a bill; those settled after it must be undone before. */
  void undo(Fate.Settled settled) {
    books = books.cancel(settled.id(), Profile.LATEST_FIRST).settlements();
    Judgement.Accounts paid = settled.judgement().accounts();
    purse = new Purse(purse.current() + paid.currentYear(), purse.past() + paid.pastYears());
    Wish wish = settled.wish();
    if (!nonZero(books.ledger().sums(settled.year(), stay(wish)))
        .equals(nonZero(settled.sumsBefore()))) {
      throw differ(wish, "cancelled, and its year is not as if it had never been");
    }
    Purse before = settled.purseBefore().plus(credited - settled.creditedBefore());
    if (!purse.equals(before)) {
      throw differ(wish, "cancelled, and the account is not as if it had never been");
    }
  }

  /** What a month's money brings, where the account is served. */
  void credit(long fen) {
    purse = purse.plus(fen);
    credited += fen;
  }

  /** The books of those bills alone, settled as if nothing had ever been cancelled. */
  void asIfNothingElseHadBeen(List<Fate.Settled> standing) {
    Settlements anew = Settlements.none(agency.law());
    for (Fate.Settled settled : standing) {
      Settlements.Settled stands = books.find(settled.id()).orElseThrow();
      anew = anew.settle(stands.visit());
      if (!same(anew.find(settled.id()).orElseThrow().judgement(), stands.judgement())) {
        throw differ(settled.wish(), "after cancellations it is not what it is without them");
      }
    }
    for (Fate.Settled settled : standing) {
      String stay = stay(settled.wish());
      if (!nonZero(anew.ledger().sums(settled.year(), stay))
          .equals(nonZero(books.ledger().sums(settled.year(), stay)))) {
        throw differ(settled.wish(), "after cancellations its year is not what it is without them");
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

  /** Whether the agency would pay a bill by hand, once it knows all. */
  boolean isPayableAfterwards(Wish wish, LocalDate asked) {
    return agency.isPayableAfterwards(who.history(), purse, wish, asked);
  }

  /** A ledger remembers a sum that came back to zero. */
  private static Map<String, Long> nonZero(Map<String, Long> sums) {
    Map<String, Long> rest = new TreeMap<>(sums);
    rest.values().removeIf(fen -> fen == 0);
    return rest;
  }

  private Optional<Ledger.Year> year(Agency.Decided decided, Wish wish) {
    Optional<Claim> draft = Agency.claim(decided, wish, purse, Set.of(), "A", 0);
    try {
      return draft.map(
          claim ->
              new Ledger.Year(
                  who.history().number(),
                  agency.law().keeping(claim).year().of(wish.from(), wish.to()),
                  claim.scheme()));
    } catch (CannotAdjudicate e) {
      return Optional.empty();
    }
  }

  /** The bills that stand, in their order. */
  List<Fate.Settled> standing() {
    return standing;
  }

  private int stays(Ledger.Year year) {
    return (int)
        standing.stream().filter(s -> s.wish().care().isStay() && s.year().equals(year)).count();
  }

  private static String stay(Wish wish) {
    return wish.care().isStay() ? wish.number() : "";
  }

  /**
   * What may pay: what the till opens, none of which the centre may close. One thing the till
   * cannot know: that somebody never applied for the second layer (R-CI-03, SH 18). No date says
   * it, so there the centre's word takes it away.
   */
  private Set<Payer> open(Wish wish, Agency.Decided decided, Eligibility verdict) {
    Set<Payer> open = EnumSet.copyOf(verdict.open());
    Set<Payer> more = EnumSet.noneOf(Payer.class);
    open.stream().filter(payer -> !decided.opens(payer)).forEach(more::add);
    if (more.equals(Set.of(Payer.CRITICAL_ILLNESS)) && decided.neverApplied()) {
      open.removeAll(more);
      more.clear();
    }
    if (!more.isEmpty()) {
      throw differ(wish, "the till opens " + more + ", which the centre closes: " + decided.why());
    }
    return open;
  }

  private void samePerson(Wish wish, PlanKey key, Claim claim) {
    String till =
        String.join(
            " ",
            key.area(),
            key.scheme().name(),
            key.category().name(),
            key.circumstances().group(),
            key.circumstances().aid(),
            key.circumstances().offSite().name(),
            "" + key.circumstances().stay());
    String centre =
        String.join(
            " ",
            claim.area(),
            constant(claim.scheme()),
            constant(claim.category()),
            claim.circumstances().group(),
            claim.circumstances().aid(),
            constant(claim.circumstances().offSite()),
            "" + claim.circumstances().stay());
    if (!till.equals(centre)) {
      throw differ(wish, "the till has [" + till + "], the centre [" + centre + "]");
    }
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private boolean withinBounds(Wish wish, Plan plan, Map<String, Long> sums, Judgement judgement) {
    boolean atLimit = false;
    for (Map.Entry<String, Long> bound : Bounds.of(plan).entrySet()) {
      long before = sums.getOrDefault(bound.getKey(), 0L);
      long after = judgement.accumulatorsAfter().getOrDefault(bound.getKey(), 0L);
      if (after < 0 || after > Math.max(before, bound.getValue())) {
        throw differ(wish, bound + " is a limit, and the sum stands at " + after);
      }
      atLimit |= after >= bound.getValue();
    }
    return atLimit;
  }

  private void refusedToo(Wish wish, Claim claim, CannotAdjudicate.Reason why) {
    try {
      agency.law().judge(claim);
    } catch (CannotAdjudicate e) {
      boolean unpublished = e.reason() == CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED;
      if (unpublished == (why == CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED)) {
        return;
      }
      throw differ(wish, "the till stops for " + why + ", the centre for " + e.getMessage());
    }
    throw differ(wish, "the till stops for " + why + ", and the centre pays");
  }

  private static String without(Eligibility verdict, Wish wish) {
    return String.join(
        " ",
        verdict.enrolment().scheme().name().toLowerCase(Locale.ROOT),
        wish.care().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "group",
        verdict.circumstances().group(),
        "aid",
        verdict.circumstances().aid());
  }

  /** Why something is closed, without days and numbers. */
  static List<String> whyClosed(Eligibility verdict) {
    return verdict.findings().stream()
        .filter(f -> !f.open())
        .filter(f -> f.payer() == Payer.POOL_FUND || f.payer() == Payer.PERSONAL_ACCOUNT)
        .map(Life::why)
        .distinct()
        .toList();
  }

  private static String why(Finding finding) {
    return String.join("|", finding.rule(), finding.payer().id(), finding.zh(), finding.en())
        .replaceAll("\\d{4}-\\d{2}-\\d{2}", "…")
        .replaceAll("TEST\\d+|\\d{6}", "…");
  }

  private String name(Wish wish) {
    return where
        + ", visit "
        + wish.number()
        + " ("
        + who.walk()
        + ", "
        + wish.care()
        + " "
        + wish.from()
        + ".."
        + wish.to()
        + " settled "
        + wish.settled()
        + " at "
        + wish.place().code()
        + ")";
  }

  private Disagreement differ(Wish wish, String what) {
    return new Disagreement(name(wish), what);
  }
}
