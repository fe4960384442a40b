package io.caresettle.sim.year;

import io.caresettle.money.Payer;
import io.caresettle.sim.entitle.CareAnswer;
import io.caresettle.sim.entitle.Entitlement;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.Interruption;
import io.caresettle.sim.entitle.Verdict;
import java.util.List;

/**
 * What was decided about some care, and how the pool would pay it.
 *
 * @param family relatives whose accounts may pay on the day, by number
 */
record Decided(History known, Entitlement person, CareAnswer care, List<String> family) {

  /** Whether the centre lets a payer pay at the counter. */
  boolean opens(Payer payer) {
    boolean pool = care.way() == CareAnswer.Way.DIRECT;
    return switch (payer) {
      case CASH -> true;
      case PERSONAL_ACCOUNT -> person.account().isOpen();
      case CRITICAL_ILLNESS -> pool && person.criticalIllness().state() != Verdict.State.CLOSED;
      case MEDICAL_AID -> pool && person.aidClass().isPresent();
      case POOL_FUND, LARGE_SUM_SUBSIDY, CIVIL_SERVANT_SUBSIDY, SUPPLEMENTS -> pool;
      case FAMILY_ACCOUNT ->
          !family.isEmpty()
              && (person.pool().isOpen() || person.account().isOpen() || onlyThePoolStops());
      case INSTITUTION -> false;
    };
  }

  /** Who has no account of their own keeps a relative's while the pool alone is suspended. */
  private boolean onlyThePoolStops() {
    return person
        .serving()
        .filter(cover -> cover.from().filter(first -> !first.isAfter(person.day())).isPresent())
        .filter(cover -> cover.to().filter(person.day()::isAfter).isEmpty())
        .filter(
            cover ->
                cover.interruptions().stream()
                    .filter(stop -> stop.dates().cover(person.day()))
                    .allMatch(stop -> stop.scope() == Interruption.Scope.POOL))
        .isPresent();
  }

  /** Whether the second layer is closed to somebody whom the first one serves. */
  boolean neverApplied() {
    return person.pool().isOpen() && !person.criticalIllness().isOpen();
  }

  /**
   * Whether nothing of the person's is in force for want of a first day: an enrolment is there, its
   * premium is paid, and nobody published when its benefits begin.
   */
  boolean startsOnADayNobodyPublished() {
    return !person.pool().isOpen()
        && person.covers().stream()
            .filter(cover -> cover.to().filter(person.day()::isAfter).isEmpty())
            .anyMatch(cover -> cover.from().isEmpty())
        && person.covers().stream()
            .filter(cover -> cover.from().isPresent())
            .noneMatch(cover -> cover.pool(person.day()).isOpen());
  }

  /** Why, for a disagreement. */
  String why() {
    return care
        + "; pool "
        + person.pool()
        + "; account "
        + person.account()
        + "; critical illness "
        + person.criticalIllness();
  }

  /** Whether anything but the day's entitlement is against it. */
  boolean isForTheAgencyOrDirect() {
    return care.way() != CareAnswer.Way.NOTHING;
  }

  /** Whether it is paid by hand at the agency, now or once what was missing is there. */
  boolean isForTheAgency() {
    return care.way() == CareAnswer.Way.BY_HAND;
  }
}
