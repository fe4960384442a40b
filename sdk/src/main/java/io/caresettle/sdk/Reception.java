package io.caresettle.sdk;

import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.Credential;
import io.caresettle.credential.NationalCode;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.identity.Decision;
import io.caresettle.identity.FamilyPayer;
import io.caresettle.identity.FoundPayer;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Registration;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Duty;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.CredentialRefused;
import java.util.Optional;

/**
 * Finds out who arrives at a counter: the credential, the centre, the registration, and the
 * verdict, which is kept and signed before anybody hears of it. No record, no patient.
 */
final class Reception {

  /** Who stands at the counter, and what the centre said of them. */
  record Arrival(Patient patient, Entitlements entitlements) {

    /** The same, where leave was given or taken back since. */
    Arrival with(Authorisation leave) {
      return new Arrival(patient, entitlements.withOthers(entitlements.others().with(leave)));
    }
  }

  private final Terminal terminal;
  private final Duty duty;
  private final CentreProofs proofs;

  Reception(Terminal terminal, Duty duty, CentreProofs proofs) {
    this.terminal = terminal;
    this.duty = duty;
    this.proofs = proofs;
  }

  Arrival arrive(
      Shift acting, Presented shown, Registration registration, CodeUse use, Deadline deadline) {
    duty.require(acting, Permission.IDENTIFY);
    terminal.catalogue(deadline.left());
    String visit = registration.visitNumber();
    LookedUp found;
    try {
      LookUpRequest request = asked(acting, shown.credential(), visit, use, deadline);
      found =
          CredentialRefusals.require(
              terminal.centre().lookUp(request, deadline.left()), "The look-up for visit " + visit);
    } catch (CredentialRefused refused) {
      refusedByTheCentre(acting, visit, ActTexts.refused(refused));
      throw refused;
    }
    Decision decision =
        terminal.realName().decide(withFace(shown, deadline), found.person(), registration);
    verdict(
        acting,
        visit,
        ActTexts.verdict(decision.verdict(), found.person(), registration.delegate()));
    return new Arrival(decision.orThrow(), found.entitlements());
  }

  /** What a device says, unless the caller brought it; a counter without a device has nothing. */
  private Presented withFace(Presented shown, Deadline deadline) {
    return shown.face().isPresent()
        ? shown
        : terminal
            .faceCheck()
            .compare(shown.credential(), deadline.left())
            .map(shown::with)
            .orElse(shown);
  }

  FamilyPayer payer(Shift acting, Credential relatives, Patient patient, Deadline deadline) {
    duty.require(acting, Permission.IDENTIFY);
    String visit = patient.registration().visitNumber();
    FoundPayer found;
    try {
      LookUpRequest request = asked(acting, relatives, visit, proofs.usual(), deadline);
      found =
          CredentialRefusals.require(
              terminal.centre().family().payer(request, patient, deadline.left()),
              "The look-up of a payer for visit " + visit);
    } catch (CredentialRefused refused) {
      refusedByTheCentre(acting, visit, ActTexts.payerRefused(refused));
      throw refused;
    }
    try {
      FamilyPayer payer = terminal.realName().payer(relatives, found, patient);
      verdict(acting, visit, ActTexts.payer(payer));
      return payer;
    } catch (CredentialRefused refused) {
      verdict(acting, visit, ActTexts.payerRefused(refused));
      throw refused;
    }
  }

  void allowAgain(Shift acting, Credential credential, String visitNumber) {
    duty.require(acting, Permission.OVERRIDE_FAILURES);
    duty.note(acting, ActKind.FAILURES_OVERRIDDEN, visitNumber, new ActBody());
    terminal.realName().release(credential, visitNumber);
  }

  /**
   * Stops whoever passed the check before the credential was reported lost here (R-ID-07).
   *
   * @throws CredentialRefused with the moment of the report
   */
  void requireNotLost(Shift acting, Patient patient) {
    Optional<CredentialRefused> lost = terminal.realName().lost(patient);
    if (lost.isPresent()) {
      verdict(acting, patient.registration().visitNumber(), ActTexts.refused(lost.get()));
      throw lost.get();
    }
  }

  /** While a card was read, the centre found that it is no good: nobody was looked up. */
  void cardRefused(Shift acting, String visitNumber, CredentialRefused refused) {
    refusedByTheCentre(acting, visitNumber, ActTexts.refused(refused));
  }

  /** It counts as a failed check of the visit: whose the credential was, nobody said. */
  private void refusedByTheCentre(Shift acting, String visitNumber, ActBody what) {
    terminal.realName().refusedByTheCentre(visitNumber);
    verdict(acting, visitNumber, what);
  }

  /** A national code is bound to the visit first. */
  private LookUpRequest asked(
      Shift acting, Credential credential, String visit, CodeUse use, Deadline deadline) {
    Optional<String> proof = proofs.of(credential, visit, use, deadline.left());
    if (credential instanceof NationalCode) {
      duty.note(
          acting,
          ActKind.CODE_RESOLVED,
          visit,
          new ActBody().put("binding", proof.orElseThrow()).put("use", use.business().code()));
    }
    return new LookUpRequest(credential, proof, visit, acting.operatorId());
  }

  private void verdict(Shift acting, String visitNumber, ActBody what) {
    duty.note(acting, ActKind.REAL_NAME_VERDICT, visitNumber, what);
  }
}
