package io.caresettle.sdk;

import io.caresettle.credential.CodeUse;
import io.caresettle.credential.Credential;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FamilyPayer;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.Registration;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place at which an operator on duty serves one patient at a time: who is there, and who acts.
 */
abstract class CounterPlace implements AutoCloseable {

  final Terminal terminal;
  final ShiftDesk desk;
  final CentreProofs proofs;
  final Reception reception;
  final Emergencies emergencies;
  final String name;
  final Billing billing;

  /** Whose counter it is; read by whoever hands a shift over. */
  volatile Shift shift;

  /** Who acts now: the counter's operator, or somebody called for one act. */
  Shift acting;

  Optional<Reception.Arrival> present = Optional.empty();

  CounterPlace(Terminal terminal, ShiftDesk desk, Shift shift) {
    this.terminal = terminal;
    this.desk = desk;
    this.shift = shift;
    this.acting = shift;
    this.name = desk.nextCounter();
    this.proofs = new CentreProofs(terminal, () -> acting.operatorId());
    this.reception = new Reception(terminal, desk.duty(), proofs);
    this.billing = new Billing(terminal, desk.duty(), reception);
    this.emergencies = new Emergencies(terminal, desk.duty(), IdentityRules.all());
  }

  /** Whose counter it is. */
  public Shift shift() {
    return shift;
  }

  /**
   * Lets somebody else on duty do one thing here, such as a supervisor who was called. The act is
   * theirs, and signed by them; the counter and its patient stay with its operator.
   */
  public <T> T with(Shift called, Function<? super Counter, ? extends T> act) {
    Shift before = acting;
    Shift owner = shift;
    acting = called;
    try {
      return act.apply(itself());
    } finally {
      // Who was called may have handed the counter over; then it is its new operator who goes on.
      acting = shift == owner ? before : shift;
    }
  }

  /** Leaves the counter, and whoever stands at it, to another operator on duty. */
  public void handOver(Shift to) {
    desk.duty().require(shift, Permission.HAND_OVER);
    desk.duty().require(to, Permission.IDENTIFY);
    String visit = present.map(p -> p.patient().registration().visitNumber()).orElse("");
    desk.duty()
        .note(
            shift,
            ActKind.SHIFT_HANDED_OVER,
            visit,
            new ActBody().put("to", to.operatorId()).put("what", "counter"));
    shift = to;
    acting = to;
  }

  /** As {@link #identify(Credential, Registration, Duration)}, with the terminal's deadline. */
  public Patient identify(Credential credential, Registration registration) {
    return identify(credential, registration, terminal.deadline());
  }

  /**
   * Finds out that the person who shows {@code credential} is the one who was registered. Who was
   * at the counter before is forgotten.
   *
   * <p>What was found is kept, signed by the operator, before anybody is told of it.
   *
   * @throws io.caresettle.problem.CredentialRefused when it is not, or the credential is no good
   * @throws io.caresettle.problem.NotPermitted when the operator may not check anybody
   * @throws io.caresettle.problem.JournalUnavailable when the verdict could not be kept
   * @throws io.caresettle.problem.CentreRefused when the centre will not say
   * @throws io.caresettle.problem.CentreUnreachable when it did not answer
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public Patient identify(Credential credential, Registration registration, Duration within) {
    return identify(credential, registration, proofs.usual(), within);
  }

  /**
   * The same where a national code is shown for something else than usual, which is a purchase in a
   * pharmacy and a settlement in a hospital. The centre binds the code to the registered visit: it
   * may be shown there again, for whatever purpose, and nowhere else.
   */
  public Patient identify(
      Credential credential, Registration registration, CodeUse use, Duration within) {
    Purpose purpose =
        terminal.institution().kind() == Institution.Kind.PHARMACY
            ? Purpose.PURCHASE
            : Purpose.TREATMENT;
    return identify(new Presented(credential, purpose, name), registration, use, within);
  }

  /**
   * The same where more is known of what was shown: for what, with which face, or that it is the
   * end of long-term care. A delegate only buys medicine: then nothing but a purchase is settled.
   */
  public Patient identify(Presented shown, Registration registration, Duration within) {
    return identify(shown, registration, proofs.usual(), within);
  }

  Patient identify(Presented shown, Registration registration, CodeUse use, Duration within) {
    close();
    present =
        Optional.of(
            reception.arrive(acting, shown.at(name), registration, use, Deadline.in(within)));
    desk.arrived(this);
    return present.get().patient();
  }

  /**
   * Lets a credential and a visit be checked again that failed too often, after a supervisor has
   * looked: {@code counter.with(supervisor, c -> …)}.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator is no supervisor
   */
  public void allowAgain(Credential credential, String visitNumber) {
    reception.allowAgain(acting, credential, visitNumber);
  }

  /** As {@link #authenticator(String, Duration)}, with the terminal's deadline. */
  public Authenticator authenticator(String visitNumber) {
    return authenticator(visitNumber, terminal.deadline());
  }

  /**
   * The centre as the judge of cards that are shown for this visit, for a {@link
   * io.caresettle.credential.card.CardReader} at a terminal without a PSAM of its own. A card that
   * it found genuine is looked up as proved by the centre itself.
   *
   * <p>While the card is read it may throw {@link io.caresettle.problem.CentreRefused}, {@link
   * io.caresettle.problem.CentreUnreachable} and {@link io.caresettle.problem.EnvelopeRejected} as
   * well; the card is reset then, and can be read again.
   *
   * @param within for each of the two steps of a proof
   * @throws io.caresettle.problem.NotPermitted when the operator may not check anybody
   */
  public Authenticator authenticator(String visitNumber, Duration within) {
    desk.duty().require(acting, Permission.IDENTIFY);
    return proofs.authenticator(
        visitNumber, within, refused -> reception.cardRefused(acting, visitNumber, refused));
  }

  /**
   * Whose accounts may pay for the patient today, by the centre's word (家庭共济; R-ID-06).
   *
   * @throws Misuse when {@code patient} is not the one at this counter
   */
  public List<FamilyBinding> family(Patient patient) {
    return requirePresent(patient, patient.registration().visitNumber()).entitlements().families();
  }

  /**
   * Takes a relative's credential for the family account of this visit (R-ID-06, HN 24¶4(2), SZ
   * 16¶2). The patient stays who it is; the relative is the payer, and only of the account.
   *
   * <p>No pack of today lets a family account pay, so there is nothing yet to hand the ticket to.
   *
   * @param relatives the relative's own credential
   * @throws Misuse when {@code patient} is not the one at this counter
   * @throws io.caresettle.problem.CredentialRefused when the credential is no good, or nothing
   *     binds its holder to the patient
   * @throws io.caresettle.problem.CentreRefused when the centre will not say
   * @throws io.caresettle.problem.CentreUnreachable when it did not answer
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public FamilyPayer familyPayer(Credential relatives, Patient patient) {
    Reception.Arrival here = requirePresent(patient, patient.registration().visitNumber());
    return reception.payer(acting, relatives, here.patient(), Deadline.in(terminal.deadline()));
  }

  Reception.Arrival requirePresent(Patient patient, String visitNumber) {
    Reception.Arrival here =
        present
            .filter(p -> p.patient() == patient)
            .orElseThrow(
                () -> new Misuse("The patient is not at this counter: identify the person first"));
    String registered = patient.registration().visitNumber();
    if (!visitNumber.equals(registered)) {
      throw new Misuse(
          "The patient was registered for visit " + registered + ", not for " + visitNumber);
    }
    return here;
  }

  /** Who acts here now, and may do this. */
  Shift actingFor(Permission permission) {
    desk.duty().require(acting, permission);
    return acting;
  }

  Entitlements entitlements(Patient patient, Visit visit) {
    return requirePresent(patient, visit.number()).entitlements();
  }

  /** Forgets the patient. */
  @Override
  public void close() {
    present = Optional.empty();
    desk.left(this);
  }

  abstract Counter itself();
}
