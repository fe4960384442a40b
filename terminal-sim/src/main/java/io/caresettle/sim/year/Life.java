package io.caresettle.sim.year;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.ledger.Ledger;
import io.caresettle.split.BillRejected;
import io.caresettle.split.Estimate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One person's year: bill after bill through terminal and centre, in books of their own. */
final class Life {

  private final Till till;
  private final Agency agency;
  private final Somebody who;
  private final BothEnds both;
  private final Books books;

  Life(Till till, Agency agency, Somebody who, String where) {
    this.till = till;
    this.agency = agency;
    this.who = who;
    this.both = new BothEnds(who, where);
    this.books = new Books(agency.law(), who, both);
  }

  /** Takes one bill to the counter. */
  Fate take(Wish wish) {
    Decided decided = agency.decide(who.history(), books.purse(), wish);
    Optional<Ledger.Year> year =
        Agency.claim(decided, wish, books.purse(), Set.of(), "A", 0)
            .flatMap(draft -> books.year(draft, wish));
    Map<String, Long> sums = year.map(y -> books.sums(y, wish)).orElse(Map.of());
    int stays = year.map(books::stays).orElse(0);
    Eligibility verdict = till.judge(decided.known(), wish, Agency.answer(decided, sums, stays));
    Set<Payer> open = both.open(wish, decided, verdict);
    if (open.equals(Set.of(Payer.CASH))) {
      return new Fate.Cash(wish, decided, verdict);
    }
    Claim claim =
        Agency.claim(
                decided, wish, books.purse(), open, verdict.circumstances().grade().name(), stays)
            .orElseThrow(
                () -> both.differ(wish, "the centre has nobody insured whom the till serves"));
    List<String> family = till.family(verdict, decided.known(), wish);
    if (open.contains(Payer.FAMILY_ACCOUNT) && !family.equals(decided.family())) {
      throw both.differ(
          wish, "of the family the till has " + family + ", the centre " + decided.family());
    }
    PlanKey key = Till.key(verdict, wish);
    both.samePerson(wish, key, claim);
    try {
      Plan plan = till.plan(key, wish);
      Ledger.Year counts =
          year.orElseThrow(() -> both.differ(wish, "the till has a pack and the centre none"));
      return settle(
          wish, decided, claim, plan, open, new Books.Before(verdict, counts, sums, family));
    } catch (ParameterNotPublished e) {
      both.refusedToo(wish, agency.law(), claim, CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED);
      return new Fate.Stopped(wish, decided, verdict, Optional.of(e.value()), e.value());
    } catch (NoRuleInForce | RulesConflict e) {
      both.refusedToo(wish, agency.law(), claim, CannotAdjudicate.Reason.NO_LAW);
      return new Fate.Stopped(wish, decided, verdict, Optional.empty(), without(verdict, wish));
    }
  }

  private Fate settle(
      Wish wish, Decided decided, Claim claim, Plan plan, Set<Payer> open, Books.Before before) {
    Estimate estimate;
    try {
      estimate = till.estimate(plan, open, wish, books.purse(), before);
    } catch (BillRejected e) {
      throw both.differ(wish, "the till rejects the bill: " + e.getMessage());
    }
    Books.Judged judged = books.judge(wish, claim);
    SameFigures.of(both.name(wish), plan, estimate, judged.judgement());
    if (plan.year().of(wish.from(), wish.to()) != before.year().year()) {
      throw both.differ(wish, "it counts in another year at the till than " + before.year());
    }
    boolean atLimit = both.withinBounds(wish, plan, before.sums(), judged.judgement());
    return books.book(wish, decided, judged, before, atLimit);
  }

  Books books() {
    return books;
  }

  /** What becomes of a bill that was paid in full, asked at the end of the year. */
  void late(Fate.Cash paid, YearFigures figures) {
    new LateBills(till, agency, who, both, figures).ask(paid, books.purse());
  }

  /** Whether the agency would pay a bill by hand, once it knows all. */
  boolean isPayableAfterwards(Wish wish, LocalDate asked) {
    return agency.isPayableAfterwards(who.history(), books.purse(), wish, asked);
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
}
