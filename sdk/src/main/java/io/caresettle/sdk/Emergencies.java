package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.identity.IdentityRule;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.Patient;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Duty;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;

/**
 * What a counter does for somebody who came without a credential (R-BEN-09). Each act is kept,
 * signed, before the centre is asked.
 */
final class Emergencies {

  private final Terminal terminal;
  private final Duty duty;
  private final IdentityRules rules;

  Emergencies(Terminal terminal, Duty duty, IdentityRules rules) {
    this.terminal = terminal;
    this.duty = duty;
    this.rules = rules;
  }

  EmergencyRegistration register(Shift acting, EmergencyArrival arrival, Deadline deadline) {
    duty.require(acting, Permission.REGISTER_EMERGENCY);
    terminal.catalogue(deadline.left());
    String visit = arrival.visit().number();
    duty.note(
        acting,
        ActKind.EMERGENCY_REGISTERED,
        visit,
        new ActBody().put("rules", IdentityRule.R_BEN_09.id()).put("arrived", arrival.arrivedAt()));
    return Answers.require(
        terminal.centre().registrations().register(arrival, acting.operatorId(), deadline.left()),
        "The emergency registration of visit " + visit);
  }

  /** Who was checked for another visit was not checked for this one. */
  Merged merge(
      Shift acting, EmergencyRegistration registration, Patient patient, Deadline deadline) {
    duty.require(acting, Permission.MERGE);
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
    note(acting, ActKind.MERGED, registration, "");
    return Answers.require(
        terminal
            .centre()
            .registrations()
            .merge(registration, patient, acting.operatorId(), deadline.left()),
        "The merge of registration " + registration.registrationId());
  }

  void withdraw(
      Shift acting, EmergencyRegistration registration, String reason, Deadline deadline) {
    duty.require(acting, Permission.REGISTER_EMERGENCY);
    note(acting, ActKind.REGISTRATION_WITHDRAWN, registration, reason);
    Answers.require(
        terminal
            .centre()
            .registrations()
            .withdraw(registration, reason, acting.operatorId(), deadline.left()),
        "The withdrawal of registration " + registration.registrationId());
  }

  private void note(Shift acting, ActKind kind, EmergencyRegistration registration, String reason) {
    duty.note(
        acting,
        kind,
        registration.visitNumber(),
        new ActBody()
            .put("rules", IdentityRule.R_BEN_09.id())
            .put("registration", registration.registrationId())
            .put("reason", reason));
  }
}
