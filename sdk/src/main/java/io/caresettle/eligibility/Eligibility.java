package io.caresettle.eligibility;

import io.caresettle.identity.Patient;
import io.caresettle.split.Payer;
import java.util.List;
import java.util.Set;

/**
 * Our verdict on what a patient may have at this visit (待遇资格): which payers are open, and why not.
 * The ticket to estimate and quote; only {@link EligibilityCheck} makes one.
 */
public final class Eligibility {

  private final Patient patient;
  private final Visit visit;
  private final Institution institution;
  private final Enrolment enrolment;
  private final Set<Payer> open;
  private final List<Finding> findings;

  Eligibility(
      Patient patient,
      Visit visit,
      Institution institution,
      Enrolment enrolment,
      Set<Payer> open,
      List<Finding> findings) {
    this.patient = patient;
    this.visit = visit;
    this.institution = institution;
    this.enrolment = enrolment;
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

  /** The enrolment that serves this visit. */
  public Enrolment enrolment() {
    return enrolment;
  }

  /** The payers that may pay; cash always may. */
  public Set<Payer> open() {
    return open;
  }

  /** What each rule said, in the order the rules were asked. */
  public List<Finding> findings() {
    return findings;
  }
}
