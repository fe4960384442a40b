package io.caresettle.sim.year;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.adjudicate.LawBook;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds what the till says of a bill against what the centre says; a difference has a name. */
record BothEnds(Somebody who, String where) {

  /**
   * What may pay: what the till opens, none of which the centre may close. One thing the till
   * cannot know: that somebody never applied for the second layer (R-CI-03, SH 18). No date says
   * it, so there the centre's word takes it away.
   */
  Set<Payer> open(Wish wish, Decided decided, Eligibility verdict) {
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

  void samePerson(Wish wish, PlanKey key, Claim claim) {
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

  /** Whether a limit of the year is reached; it is never passed. */
  boolean withinBounds(Wish wish, Plan plan, Map<String, Long> sums, Judgement judgement) {
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

  /** Where one has no figure the other must have none. */
  void refusedToo(Wish wish, LawBook law, Claim claim, CannotAdjudicate.Reason why) {
    try {
      law.judge(claim);
    } catch (CannotAdjudicate e) {
      boolean unpublished = e.reason() == CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED;
      if (unpublished == (why == CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED)) {
        return;
      }
      throw differ(wish, "the till stops for " + why + ", the centre for " + e.getMessage());
    }
    throw differ(wish, "the till stops for " + why + ", and the centre pays");
  }

  Disagreement differ(Wish wish, String what) {
    return new Disagreement(name(wish), what);
  }

  /** Seed, person and visit. */
  String name(Wish wish) {
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
}
