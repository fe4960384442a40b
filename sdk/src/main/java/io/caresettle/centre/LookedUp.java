package io.caresettle.centre;

import io.caresettle.eligibility.Enrolment;
import io.caresettle.identity.InsuredPerson;
import java.util.List;

/** Whose credential it is, and all that the centre knows of that person's insurance. */
public record LookedUp(InsuredPerson person, List<Enrolment> enrolments) {

  public LookedUp {
    enrolments = List.copyOf(enrolments);
  }
}
