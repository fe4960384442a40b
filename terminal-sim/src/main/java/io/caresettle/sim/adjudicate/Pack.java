package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One topic of one area as it is applied: its file, and the steps of its own or inherited plan. */
record Pack(Draft draft, List<Step> plan, SettlementYear year) {

  /** The day whose numbers count for this claim. */
  private LocalDate day(Claim claim) {
    return year.lawOf(claim.date(), claim.discharge());
  }

  boolean serves(Claim claim) {
    LocalDate day = day(claim);
    return draft.area().equals(claim.area())
        && draft.scheme().equals(claim.scheme())
        && draft.care().contains(claim.care())
        && !day.isBefore(draft.from())
        && draft.to().map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Who pays the plan's one rate or bands. */
  static Optional<String> poolPayer(List<Step> plan) {
    for (Step step : plan) {
      if (step instanceof Pooling.Rate rate) {
        return Optional.of(rate.payer());
      }
      if (step instanceof Bands bands) {
        return Optional.of(bands.payer());
      }
    }
    return Optional.empty();
  }

  /** The accumulators that count the bills of one stay and not those of a year. */
  Set<String> ofTheStay() {
    Set<String> names = new HashSet<>();
    for (Step step : plan) {
      if (step instanceof Sharing.Deductible deductible && deductible.ofTheStay()) {
        deductible.accumulator().ifPresent(names::add);
      }
    }
    return names;
  }

  /** Whom it treats apart, and {@code none}. */
  Set<String> groups() {
    return draft.words().getOrDefault(Who.GROUP, Set.of());
  }

  Judgement judge(Claim claim) {
    LocalDate day = day(claim);
    Who who = Who.of(claim);
    for (String people : List.of(Who.GROUP, Who.AID)) {
      Who.requireKnown(people, who.word(people), draft.words().getOrDefault(people, Set.of()));
    }
    // A plan that needs an unpublished number is refused, also where this bill would not reach it.
    for (Step step : plan) {
      step.values().forEach(value -> value.on(day, who));
      step.check(value -> value.on(day, who));
    }
    Working working = new Working(claim, day, who, poolPayer(plan));
    plan.forEach(step -> step.run(working));
    return working.judgement(draft.topic());
  }
}
