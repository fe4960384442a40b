package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Filing;
import io.caresettle.sim.entitle.History.Recognition;
import io.caresettle.sim.entitle.History.Sanction;
import io.caresettle.sim.entitle.History.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The centre's answer: what a person is entitled to on a day of service, by what is known when it
 * is asked.
 *
 * @param day the day that was judged
 * @param uploaded when it was asked; what was paid later is not known yet
 * @param covers every enrolment with its dates, in force or not
 * @param serving the one that pays, or would come nearest
 * @param doubled others in force that must not pay beside it
 * @param countsIn the settlement year in which the day's costs count
 * @param claimUntil the last day for a claim by hand; it counts in the year that it is settled in
 * @param openStay where the person lies on the day
 * @param leftOutOfSupplements what the person bears this day is no base of supplements and aid
 */
public record Entitlement(
    LocalDate day,
    LocalDate uploaded,
    List<Cover> covers,
    Optional<Cover> serving,
    List<Cover> doubled,
    Verdict pool,
    Verdict account,
    Verdict criticalIllness,
    Optional<Dates> countsIn,
    Optional<LocalDate> claimUntil,
    List<Filing> filings,
    List<Recognition> recognitions,
    Optional<Stay> openStay,
    Optional<String> aidClass,
    Set<String> groups,
    List<Sanction> sanctions,
    boolean leftOutOfSupplements,
    List<Note> notes) {

  public Entitlement {
    covers = List.copyOf(covers);
    doubled = List.copyOf(doubled);
    filings = List.copyOf(filings);
    recognitions = List.copyOf(recognitions);
    groups = Set.copyOf(groups);
    sanctions = List.copyOf(sanctions);
    notes = List.copyOf(notes);
  }

  /**
   * Whether the pool settles at the counter: it is open, or it was made good before this was asked.
   */
  public boolean poolSettles() {
    return pool.isOpen()
        || (pool.state() == Verdict.State.PAYABLE_AFTERWARDS
            && serving.filter(cover -> cover.isMadeGoodBefore(uploaded, day)).isPresent());
  }

  /** Whether the person has rules of their own, and no others (R-BEN-10). */
  public boolean hasOwnRules() {
    return pool.because().rule() == CentreRule.R_BEN_10;
  }

  /**
   * The enrolments that a terminal may be told of: none that must not pay beside another, and none
   * at all of somebody with rules of their own. The one that serves comes first.
   */
  public List<Cover> handedOver() {
    if (hasOwnRules()) {
      return List.of();
    }
    return Stream.concat(
            serving.stream(),
            covers.stream()
                .filter(cover -> !doubled.contains(cover))
                .filter(cover -> serving.filter(s -> s.isOf(cover)).isEmpty()))
        .toList();
  }

  /** What the person counts as on the day, where anything pays. */
  public Optional<Category> category() {
    return serving.map(Cover::category);
  }

  /** The settlement year in which a claim by hand would count (R-YEAR-04): that of its handling. */
  public int claimCountsIn(LocalDate handled) {
    return handled.getYear();
  }
}
