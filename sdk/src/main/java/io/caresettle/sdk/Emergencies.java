package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.identity.Patient;

/** What a counter does for somebody who came without a credential (R-BEN-09). */
final class Emergencies {

  private final Terminal terminal;
  private final String operator;

  Emergencies(Terminal terminal, String operator) {
    this.terminal = terminal;
    this.operator = operator;
  }

  EmergencyRegistration register(EmergencyArrival arrival, Deadline deadline) {
    terminal.catalogue(deadline.left());
    return Answers.require(
        terminal.centre().registrations().register(arrival, operator, deadline.left()),
        "The emergency registration of visit " + arrival.visit().number());
  }

  Merged merge(EmergencyRegistration registration, Patient patient, Deadline deadline) {
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
