package io.caresettle.centre;

import io.caresettle.eligibility.Enrolment;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.InsuredPerson;
import java.util.List;

/**
 * Whose credential it is, and all that the centre knows of that person's insurance.
 *
 * @param family whose accounts may pay for this person today (R-ID-06)
 */
public record LookedUp(
    InsuredPerson person, List<Enrolment> enrolments, List<FamilyBinding> family) {

  public LookedUp {
    enrolments = List.copyOf(enrolments);
    family = List.copyOf(family);
  }
}
