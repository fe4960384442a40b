package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.OtherPayers;
import io.caresettle.identity.Patient;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;
import java.time.LocalDate;

/**
 * Takes a person's leave to let commercial insurers and mutual funds know of settlements, and takes
 * it back (R-DATA-07). What was signed is kept, under the operator's signature, before the centre
 * hears of it: a centre that holds leave which nobody here can prove would be worse than the
 * reverse.
 */
final class Authorisations {

  private final Terminal terminal;
  private final ShiftDesk desk;

  Authorisations(Terminal terminal, ShiftDesk desk) {
    this.terminal = terminal;
    this.desk = desk;
  }

  Authorisation give(Shift acting, Reception.Arrival here, DataLeave leave, Deadline deadline) {
    Patient patient = here.patient();
    desk.duty().require(acting, Permission.RECORD_CONSENT);
    if (!covers(here.entitlements().others(), leave.payer())) {
      throw new Misuse(
          "No insurer or fund "
              + leave.payer()
              + " covers the patient by the centre's word: see Eligibility.others()");
    }
    String visit = patient.registration().visitNumber();
    terminal.catalogue(deadline.left());
    desk.duty().note(acting, ActKind.DATA_AUTHORISED, visit, ActTexts.leave(patient, leave));
    return Answers.require(
        terminal
            .centre()
            .authorisations()
            .give(leave, patient, acting.operatorId(), deadline.left()),
        "The authorisation at visit " + visit);
  }

  private static boolean covers(OtherPayers others, String payer) {
    return others.covers().stream().anyMatch(cover -> cover.payer().id().equals(payer));
  }

  Authorisation revoke(
      Shift acting, Patient patient, Authorisation given, String reason, Deadline deadline) {
    desk.duty().require(acting, Permission.RECORD_CONSENT);
    if (!given.personNumber().equals(patient.personNumber())) {
      throw new Misuse("Authorisation " + given.id() + " is not the patient's to revoke");
    }
    String visit = patient.registration().visitNumber();
    terminal.catalogue(deadline.left());
    desk.duty().note(acting, ActKind.AUTHORISATION_REVOKED, visit, ActTexts.revoked(given, reason));
    LocalDate on =
        Answers.require(
            terminal
                .centre()
                .authorisations()
                .revoke(given, patient, reason, acting.operatorId(), deadline.left()),
            "The revocation at visit " + visit);
    return given.revoked(on);
  }
}
