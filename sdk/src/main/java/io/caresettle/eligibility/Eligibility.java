package io.caresettle.eligibility;

import io.caresettle.identity.Patient;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.problem.Misuse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Our verdict on what a patient may have at this visit (待遇资格): which payers are open, and why not.
 * The ticket to estimate and quote; only {@link EligibilityCheck} makes one.
 */
public final class Eligibility {

  private final Question question;
  private final Optional<Enrolment> serving;
  private final Set<Payer> open;
  private final List<Finding> findings;
  private final List<Notice> notices;
  private final Circumstances circumstances;
  private final String catalogueArea;
  private final OptionalInt settlementYear;
  private final Optional<Gap> gap;
  private final Set<Payer> wouldPay;
  private final List<OtherFinding> others;

  Eligibility(
      Question question,
      Optional<Enrolment> serving,
      Circumstances circumstances,
      String catalogueArea,
      OptionalInt settlementYear,
      Optional<Gap> gap,
      Set<Payer> wouldPay) {
    this.question = question;
    this.serving = serving;
    this.open = Set.copyOf(question.findings().open());
    this.findings = List.copyOf(question.findings().inOrder());
    this.notices = List.copyOf(question.findings().notices());
    this.circumstances = circumstances;
    this.catalogueArea = catalogueArea;
    this.settlementYear = settlementYear;
    this.gap = gap;
    this.wouldPay = Set.copyOf(wouldPay);
    this.others = List.copyOf(OtherLayers.ask(question));
  }

  public Patient patient() {
    return question.patient();
  }

  public Visit visit() {
    return question.visit();
  }

  public Institution institution() {
    return question.institution();
  }

  /** The enrolment that serves this visit; empty when none covers its date. */
  public Optional<Enrolment> serving() {
    return serving;
  }

  /**
   * The enrolment that serves this visit.
   *
   * @throws Misuse when none does: ask {@link #cashOnly} first
   */
  public Enrolment enrolment() {
    return serving.orElseThrow(
        () ->
            new Misuse(
                "No enrolment covers this visit, so there is nothing to estimate or to quote:"
                    + " ask cashOnly() first and offer full cash with a slip"));
  }

  /** The payers that may pay. Cash always may. */
  public Set<Payer> open() {
    return open;
  }

  /** Whether nothing but cash may pay: the visit is not put to the centre at all. */
  public boolean cashOnly() {
    return open.equals(Set.of(Payer.CASH));
  }

  /** What each rule said, in the order the rules were asked. */
  public List<Finding> findings() {
    return findings;
  }

  /** What the cashier should know besides; it closes nothing. */
  public List<Notice> notices() {
    return notices;
  }

  /** What, beside category and level, the plan depends on. */
  public Circumstances circumstances() {
    return circumstances;
  }

  /** Whose catalogue holds (R-OFF-01, -02); the benefits are always those of the home area. */
  public String catalogueArea() {
    return catalogueArea;
  }

  /** The settlement year that the visit counts in, where the home area says (R-YEAR-01). */
  public OptionalInt settlementYear() {
    return settlementYear;
  }

  /** That the pool is closed for arrears, and who bears its part (R-ELIG-15). */
  public Optional<Gap> gap() {
    return gap;
  }

  /**
   * The payers of a notional split: who would pay, had nothing closed them but arrears, a
   * suspension or a missing filing. Cash alone where something else keeps the pool closed.
   */
  public Set<Payer> wouldPay() {
    return wouldPay;
  }

  /**
   * What is said of each commercial insurer and mutual fund that covers the patient: they pay after
   * the public layers, if the patient lets them know of the settlement.
   */
  public List<OtherFinding> others() {
    return others;
  }
}
