package io.caresettle.eligibility;

import io.caresettle.identity.Patient;
import io.caresettle.money.Payer;
import io.caresettle.problem.Misuse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Our verdict on what a patient may have at this visit (待遇资格): which payers are open, and why not.
 * The ticket to estimate and quote; only {@link EligibilityCheck} makes one.
 */
public final class Eligibility {

  private final Patient patient;
  private final Visit visit;
  private final Institution institution;
  private final Optional<Enrolment> serving;
  private final Set<Payer> open;
  private final List<Finding> findings;

  Eligibility(
      Patient patient,
      Visit visit,
      Institution institution,
      Optional<Enrolment> serving,
      Set<Payer> open,
      List<Finding> findings) {
    this.patient = patient;
    this.visit = visit;
    this.institution = institution;
    this.serving = serving;
    this.open = Set.copyOf(open);
    this.findings = List.copyOf(findings);
  }

  public Patient patient() {
    return patient;
  }

  public Visit visit() {
    return visit;
  }

  public Institution institution() {
    return institution;
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
}
