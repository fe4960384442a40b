package io.caresettle.eligibility;

import io.caresettle.identity.Patient;
import java.util.List;
import java.util.Set;

/** Decides by dates, grade and prescription what a patient may have. */
public final class EligibilityCheck {

  private EligibilityCheck() {}

  /**
   * The verdict for one visit at one institution.
   *
   * @param enrolments all that the centre knows of the patient
   */
  public static Eligibility decide(
      Patient patient, Visit visit, Institution institution, List<Enrolment> enrolments) {
    return new Eligibility(patient, visit, institution, enrolments.get(0), Set.of(), List.of());
  }
}
