package io.caresettle.centre;

import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.InsuredPerson;
import java.util.List;

/** Whose credential it is, and by which dates the centre lets that person have something. */
public record LookedUp(InsuredPerson person, Entitlements entitlements) {

  /** Somebody insured, without anything special. */
  public LookedUp(InsuredPerson person, List<Enrolment> enrolments, List<FamilyBinding> families) {
    this(person, Entitlements.of(enrolments, families));
  }
}
