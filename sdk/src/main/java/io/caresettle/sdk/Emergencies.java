package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.identity.IdentityRule;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.Patient;
import io.caresettle.problem.Misuse;

/** What a counter does for somebody who came without a credential (R-BEN-09). */
final class Emergencies {

  private final Terminal terminal;
  private final String operator;
  private final IdentityRules rules;

  Emergencies(Terminal terminal, String operator, IdentityRules rules) {
    this.terminal = terminal;
    this.operator = operator;
    this.rules = rules;
  }

  EmergencyRegistration register(EmergencyArrival arrival, Deadline deadline) {
    terminal.catalogue(deadline.left());
    return Answers.require(
        terminal.centre().registrations().register(arrival, operator, deadline.left()),
        "The emergency registration of visit " + arrival.visit().number());
  }

  /** Who was checked for another visit was not checked for this one. */
  Merged merge(EmergencyRegistration registration, Patient patient, Deadline deadline) {
    String checked = patient.registration().visitNumber();
    if (rules.asks(IdentityRule.R_BEN_09) && !checked.equals(registration.visitNumber())) {
      throw new Misuse(
          "The patient was checked for visit "
              + checked
              + ", but registration "
              + registration.registrationId()
              + " is of visit "
              + registration.visitNumber()
              + ": identify the person for that one");
    }
    return Answers.require(
        terminal.centre().registrations().merge(registration, patient, operator, deadline.left()),
        "The merge of registration " + registration.registrationId());
  }

  void withdraw(EmergencyRegistration registration, String reason, Deadline deadline) {
    Answers.require(
        terminal.centre().registrations().withdraw(registration, reason, operator, deadline.left()),
        "The withdrawal of registration " + registration.registrationId());
  }
}
