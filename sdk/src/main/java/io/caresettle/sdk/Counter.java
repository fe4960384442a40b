package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.Credential;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.OtherFinding;
import io.caresettle.eligibility.ThirdPartyDecision;
import io.caresettle.eligibility.ThirdPartyDeclaration;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Consented;
import io.caresettle.identity.Consents;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FamilyPayer;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.Registration;
import io.caresettle.journal.ActKind;
import io.caresettle.money.Payer;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Working;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.QuoteRequest;
import io.caresettle.settlement.Refunding;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Settler;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Charges;
import io.caresettle.split.Estimate;
import io.caresettle.split.MayPay;
import io.caresettle.split.PersonState;
import io.caresettle.split.Splitter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One place where one patient at a time is served (收费窗口), by an operator on duty. Not for use by
 * many threads: one cashier does one thing after the other.
 */
public final class Counter implements AutoCloseable {

  private final Terminal terminal;
  private final ShiftDesk desk;
  private final CentreProofs proofs;
  private final Reception reception;
  private final Emergencies emergencies;
  private final String name;
  private final Billing billing;

  /** Whose counter it is; read by whoever hands a shift over. */
  private volatile Shift shift;

  /** Who acts now: the counter's operator, or somebody called for one act. */
  private Shift acting;

  private Optional<Reception.Arrival> present = Optional.empty();

  Counter(Terminal terminal, ShiftDesk desk, Shift shift) {
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
      return act.apply(this);
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

  private Patient identify(
      Presented shown, Registration registration, CodeUse use, Duration within) {
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

  /** As {@link #registerEmergency(EmergencyArrival, Duration)}, with the terminal's deadline. */
  public EmergencyRegistration registerEmergency(EmergencyArrival arrival) {
    return registerEmergency(arrival, terminal.deadline());
  }

  /**
   * Takes somebody in who cannot show a credential (R-BEN-09, JS 27, NT 29). No fund and no account
   * pays for them before {@link #merge}; the whole bill in cash is always possible. Asked again
   * with the same arrival, also after a restart, it is the same registration.
   *
   * @throws io.caresettle.problem.CentreRefused when the registration was withdrawn, or the centre
   *     takes nobody in here
   * @throws io.caresettle.problem.CentreUnreachable when no answer came: ask again with the same
   *     arrival
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public EmergencyRegistration registerEmergency(EmergencyArrival arrival, Duration within) {
    return emergencies.register(acting, arrival, Deadline.in(within));
  }

  /** As {@link #merge(EmergencyRegistration, Patient, Duration)}, with the terminal's deadline. */
  public Merged merge(EmergencyRegistration emergency, Patient patient) {
    return merge(emergency, patient, terminal.deadline());
  }

  /**
   * Gives an emergency registration to the person whom a credential named since. From then on the
   * visit is settled as any other, on the day of service that it had.
   *
   * @param patient identified at this counter for the visit that was registered
   * @throws io.caresettle.problem.NotPermitted when the operator may not say whose the visit is
   * @throws Misuse when the patient is not the one at this counter, or came for another visit
   * @throws io.caresettle.problem.CentreRefused when the registration is another person's already,
   *     or withdrawn
   * @throws io.caresettle.problem.CentreUnreachable when no answer came: it can be asked again
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public Merged merge(EmergencyRegistration emergency, Patient patient, Duration within) {
    requirePresent(patient, patient.registration().visitNumber());
    return emergencies.merge(acting, emergency, patient, Deadline.in(within));
  }

  /**
   * Closes an emergency registration that nothing will be settled for. Its visit number is spent.
   *
   * @throws io.caresettle.problem.CentreRefused when it was merged
   * @throws io.caresettle.problem.CentreUnreachable when no answer came: it can be asked again
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public void withdraw(EmergencyRegistration emergency, String reason) {
    emergencies.withdraw(acting, emergency, reason, Deadline.in(terminal.deadline()));
  }

  /**
   * What the patient may have at this visit.
   *
   * @throws io.caresettle.problem.CredentialRefused when a delegate came for the patient, and the
   *     visit is no purchase
   * @throws Misuse when {@code patient} is not the one at this counter, or came for another visit
   */
  public Eligibility eligibility(Patient patient, Visit visit) {
    Reception.Arrival here = requirePresent(patient, visit.number());
    return new EligibilityCheck(new BookLaw(terminal.policy()), EligibilityRules.all())
        .decide(patient, visit, terminal.institution(), here.entitlements());
  }

  private Reception.Arrival requirePresent(Patient patient, String visitNumber) {
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

  /**
   * Who would pay what by the law this terminal knows, with the working. It explains; it can never
   * be settled.
   *
   * @throws NoRuleInForce when there is no law for this visit's area, scheme and day
   */
  public Estimate estimate(Eligibility eligibility, Bill bill) {
    requireOurs(eligibility, bill);
    return estimate(eligibility, bill, eligibility.open());
  }

  /**
   * Who would have paid what, had nobody been in arrears (R-ELIG-15, SZ 52, JS 72¶3): the notional
   * split that a slip prints as not paid. Empty where arrears close nothing.
   *
   * @throws NoRuleInForce when there is no law for this visit's area, scheme and day
   */
  public Optional<Estimate> notionalEstimate(Eligibility eligibility, Bill bill) {
    requireOurs(eligibility, bill);
    return eligibility.gap().map(gap -> estimate(eligibility, bill, gap.wouldPay()));
  }

  /**
   * Declares an injury to the centre, which decides whether funds pay for it (R-SCOPE-03, -04). The
   * decision belongs to the visit: {@code visit.with(Injury.decided(declaration.other(),
   * decision))} before its verdict is asked.
   *
   * @param declaration as it was signed on paper
   * @throws Misuse when {@code patient} is not the one at this counter
   * @throws io.caresettle.problem.NotPermitted when the operator may not ask
   * @throws io.caresettle.problem.CentreRefused when the centre takes no such declaration
   * @throws io.caresettle.problem.CentreUnreachable when no answer came: declare it again
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public ThirdPartyDecision declareThirdParty(Patient patient, ThirdPartyDeclaration declaration) {
    String visit = patient.registration().visitNumber();
    requirePresent(patient, visit);
    String operator = actingFor(Permission.QUOTE).operatorId();
    Deadline deadline = Deadline.in(terminal.deadline());
    terminal.catalogue(deadline.left());
    return Answers.require(
        terminal.centre().thirdParty().declare(declaration, patient, operator, deadline.left()),
        "The declaration of an injury for visit " + visit);
  }

  /**
   * Takes the patient's leave to let a commercial insurer or a mutual fund know of settlements, so
   * that it may pay with them (R-DATA-07; SH 50, SZ 70). It counts from the next {@link
   * #eligibility} on.
   *
   * @param leave as it was signed on paper
   * @throws Misuse when {@code patient} is not the one at this counter, or nobody of that number
   *     covers them
   * @throws io.caresettle.problem.NotPermitted when the operator may not record a consent
   * @throws io.caresettle.problem.CentreRefused when the centre takes no such leave
   * @throws io.caresettle.problem.CentreUnreachable when no answer came: give it again
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public Authorisation authorise(Patient patient, DataLeave leave) {
    Reception.Arrival here = requirePresent(patient, patient.registration().visitNumber());
    Authorisation given =
        new Authorisations(terminal, desk)
            .give(acting, here, leave, Deadline.in(terminal.deadline()));
    present = Optional.of(here.with(given));
    return given;
  }

  /**
   * Takes such leave back: from now on nothing more is passed under it, and what was settled under
   * it stands.
   *
   * @throws Misuse when {@code patient} is not the one at this counter, or it is another's leave
   * @throws io.caresettle.problem.NotPermitted when the operator may not record a consent
   * @throws io.caresettle.problem.CentreRefused when the centre knows no such leave
   * @throws io.caresettle.problem.CentreUnreachable when no answer came: revoke it again
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public Authorisation revoke(Patient patient, Authorisation given, String reason) {
    Reception.Arrival here = requirePresent(patient, patient.registration().visitNumber());
    Authorisation revoked =
        new Authorisations(terminal, desk)
            .revoke(acting, patient, given, reason, Deadline.in(terminal.deadline()));
    present = Optional.of(here.with(revoked));
    return revoked;
  }

  /** What to do with a bill that is paid now and claimed later. */
  public Claims claims() {
    return new Claims(terminal, this);
  }

  /** Who acts here now, and may do this. */
  Shift actingFor(Permission permission) {
    desk.duty().require(acting, permission);
    return acting;
  }

  Estimate estimate(Eligibility eligibility, Bill bill, Set<Payer> open) {
    Enrolment enrolment = eligibility.enrolment();
    return Splitter.estimate(
            plan(eligibility),
            new Charges.Itemized(bill, terminal.catalogue(terminal.deadline())),
            new PersonState(
                enrolment.yearToDate(),
                enrolment.year(),
                enrolment.accountBalance().minus(enrolment.pastYears()),
                enrolment.pastYears(),
                List.of(),
                open),
            Optional.of(days(eligibility.visit())),
            false,
            Working.on())
        .with(
            eligibility.others().stream()
                .filter(OtherFinding::open)
                .map(other -> new MayPay(other.payer()))
                .toList());
  }

  private static io.caresettle.split.Visit days(Visit visit) {
    return new io.caresettle.split.Visit(visit.serviceDate(), visit.lastDay());
  }

  /** As {@link #quote(Eligibility, Bill, Duration)}, with the terminal's deadline. */
  public Quote quote(Eligibility eligibility, Bill bill) {
    return quote(eligibility, bill, terminal.deadline());
  }

  /** As {@link #quote(Eligibility, Bill, Consents, Duration)}, for a bill that needs no consent. */
  public Quote quote(Eligibility eligibility, Bill bill, Duration within) {
    return quote(eligibility, bill, Consents.none(), within);
  }

  /** As {@link #quote(Eligibility, Bill, Consents, Duration)}, with the terminal's deadline. */
  public Quote quote(Eligibility eligibility, Bill bill, Consents consents) {
    return quote(eligibility, bill, consents, terminal.deadline());
  }

  /**
   * Who would pay what by the centre's trial: what the patient confirms. No money moves.
   *
   * @param consents to lines that no fund pays, given before; they are kept, signed by the operator
   * @throws io.caresettle.problem.ConsentMissing when the catalogue says that a line needs one that
   *     is not there, so nothing was sent
   * @throws io.caresettle.problem.CredentialRefused when the credential was reported lost here
   *     since it was shown, so nothing was sent
   * @throws io.caresettle.problem.NotPermitted when the operator may not ask
   * @throws io.caresettle.problem.CentreRefused when the centre will not settle this bill
   * @throws io.caresettle.problem.CentreUnreachable when it did not answer
   * @throws io.caresettle.problem.EnvelopeRejected when whoever answered was not the centre
   */
  public Quote quote(Eligibility eligibility, Bill bill, Consents consents, Duration within) {
    requireOurs(eligibility, bill);
    Deadline deadline = Deadline.in(within);
    return terminal
        .settler()
        .quote(
            asked(acting, eligibility, bill, consents, Optional.empty(), deadline),
            deadline.left());
  }

  /** The same, later and on another thread; what {@link #quote} throws the stage fails with. */
  public CompletionStage<Quote> quoteLater(
      Eligibility eligibility, Bill bill, Consents consents, Duration within) {
    requireOurs(eligibility, bill);
    Deadline deadline = Deadline.in(within);
    Shift actor = acting;
    return terminal.later(
        () ->
            terminal
                .settler()
                .quoteLater(
                    asked(actor, eligibility, bill, consents, Optional.empty(), deadline),
                    deadline.left()));
  }

  private QuoteRequest asked(
      Shift actor,
      Eligibility eligibility,
      Bill bill,
      Consents consents,
      Optional<String> replaces,
      Deadline deadline) {
    return billing.asked(
        actor,
        eligibility,
        care(eligibility),
        policy(eligibility),
        bill,
        consents,
        replaces,
        deadline);
  }

  /**
   * Premiums and insurance products from the patient's personal account (R-ACCT-05, -06).
   *
   * @param approved codes of the insurance products that qualify in the area, by its list
   */
  public AccountDesk accountPayments(Set<String> approved) {
    return new AccountDesk(terminal, this, approved);
  }

  /** A trial of what only the account pays: nobody has to agree to lines out of scope. */
  Quote quoteForAccount(Eligibility eligibility, Bill bill) {
    desk.duty().require(acting, Permission.QUOTE);
    requireOurs(eligibility, bill);
    reception.requireNotLost(acting, eligibility.patient());
    Deadline deadline = Deadline.in(terminal.deadline());
    terminal.costs().withdraw(bill.id(), acting.operatorId(), deadline);
    return terminal
        .settler()
        .quote(
            new QuoteRequest(
                eligibility,
                bill,
                terminal.catalogue(deadline.left()),
                terminal.slot(),
                policy(eligibility),
                Consented.notAsked(bill.id())),
            deadline.left());
  }

  Entitlements entitlements(Patient patient, Visit visit) {
    return requirePresent(patient, visit.number()).entitlements();
  }

  /** As {@link #settle(BillId, Quote, Duration)}, with the terminal's deadline. */
  public SettlementOutcome settle(BillId bill, Quote quote) {
    return settle(bill, quote, terminal.deadline());
  }

  /**
   * Settles a bill as the patient confirmed it. Asked again with the same quote, it sends nothing
   * and says how the bill ended.
   *
   * @return one of four endings; after the first byte has left, silence is {@code Unknown}
   * @throws io.caresettle.problem.ConsentMissing when the centre counts more as out of scope than
   *     was agreed to, so nothing was sent: ask the patient, then quote again with the consents
   * @throws io.caresettle.problem.CredentialRefused when the credential was reported lost here
   *     since it was shown, so nothing was sent
   * @throws io.caresettle.problem.NotPermitted when the operator may not settle
   * @throws io.caresettle.problem.CentreUnreachable when nothing was sent: the bill can be tried
   *     again
   * @throws io.caresettle.problem.EnvelopeRejected when nothing was sent, because whoever answered
   *     there was not the centre
   * @throws io.caresettle.problem.DeviceFault when the message could not be signed, so nothing was
   *     sent
   * @throws io.caresettle.problem.JournalUnavailable when nothing can be kept, so nothing was sent
   * @throws Misuse when the quote is for another bill, or the bill was tried with other lines, or
   *     the terminal was opened after the quote was given and has not signed in
   */
  public SettlementOutcome settle(BillId bill, Quote quote, Duration within) {
    return billing.toSettle(acting, bill, quote).settle(bill, quote, acting.operatorId(), within);
  }

  /** The same, later and on another thread; what {@link #settle} throws the stage fails with. */
  public CompletionStage<SettlementOutcome> settleLater(BillId bill, Quote quote, Duration within) {
    Shift actor = acting;
    Deadline deadline = Deadline.in(within);
    return terminal.later(
        () ->
            billing
                .toSettle(actor, bill, quote)
                .settleLater(bill, quote, actor.operatorId(), deadline.left()));
  }

  /**
   * As {@link #cancel(BillId, String, Optional, Duration)}, alone, with the terminal's deadline.
   */
  public CancelOutcome cancel(BillId bill, String reason) {
    return cancel(bill, reason, Optional.empty(), terminal.deadline());
  }

  /**
   * Cancels a settlement that stands (撤销). What its payers paid goes back to where it came from;
   * the bill's number is spent. Asked again, it tells of the one cancellation that there is.
   *
   * @param reason such as 退费
   * @param approvedBy the second person, where there is one; both acts are signed
   * @return {@code Unknown} when the centre has not answered; the terminal repeats the cancellation
   *     until it has
   * @throws io.caresettle.problem.NotPermitted when one of them may not
   * @throws Misuse when the bill does not stand, or the institution asks for a second person and
   *     there is none, or it is the same one
   * @throws io.caresettle.problem.CentreUnreachable when another call was at work on the bill all
   *     the while, so nothing was cancelled: say it again
   */
  public CancelOutcome cancel(
      BillId bill, String reason, Optional<Shift> approvedBy, Duration within) {
    Settler settler = terminal.settler();
    return settler.cancel(bill, billing.toCancel(acting, bill, reason, approvedBy), within);
  }

  /** The same, later and on another thread; what {@link #cancel} throws the stage fails with. */
  public CompletionStage<CancelOutcome> cancelLater(
      BillId bill, String reason, Optional<Shift> approvedBy, Duration within) {
    Shift actor = acting;
    Deadline deadline = Deadline.in(within);
    return terminal.later(
        () ->
            terminal
                .settler()
                .cancelLater(
                    bill, billing.toCancel(actor, bill, reason, approvedBy), deadline.left()));
  }

  /**
   * Refunds part of a bill (退费重结, R-TXN-06): cancels it, and quotes what remains anew under a
   * number of its own. The person confirms that quote as any other, with {@link #settle}.
   *
   * <p>Asked again, it goes on where it stood: also after a crash between the two, which {@link
   * Terminal#unfinished} tells by the old bill and {@link Terminal#refunding} in full.
   *
   * @param old the bill that stands
   * @param remaining the lines that remain
   * @return without a quote while the old bill may stand, or when the new one was begun already
   * @throws io.caresettle.problem.CentreUnreachable when the old bill is cancelled and the new one
   *     not quoted: ask again
   * @throws Misuse as {@link #cancel} and {@link #quote}, or when the old bill was cancelled for
   *     good, or for another new one
   */
  public Refund refund(
      BillId old,
      Eligibility eligibility,
      Bill remaining,
      Consents consents,
      String reason,
      Optional<Shift> approvedBy,
      Duration within) {
    requireOurs(eligibility, remaining);
    Deadline deadline = Deadline.in(within);
    Refunding standing =
        billing.cancelled(acting, old, remaining.id(), reason, approvedBy, deadline);
    if (!standing.isBetween()) {
      return new Refund(standing, Optional.empty());
    }
    Quote quote =
        terminal
            .settler()
            .quote(
                asked(acting, eligibility, remaining, consents, standing.replaces(), deadline),
                deadline.left());
    return new Refund(standing, Optional.of(quote));
  }

  private void requireOurs(Eligibility eligibility, Bill bill) {
    if (present.filter(p -> p.patient() == eligibility.patient()).isEmpty()) {
      throw new Misuse("The patient is not at this counter any more: identify the person first");
    }
    String ours = terminal.institution().code();
    if (!eligibility.institution().code().equals(ours)
        || !bill.id().institutionCode().equals(ours)) {
      throw new Misuse("Bill " + bill.id() + " is not of institution " + ours + ", served here");
    }
  }

  /** What a pharmacy does is a purchase, whatever the visit is called. */
  private CareType care(Eligibility eligibility) {
    return terminal.institution().kind() == Institution.Kind.PHARMACY
        ? CareType.PHARMACY
        : eligibility.visit().careType();
  }

  private Plan plan(Eligibility eligibility) {
    Enrolment enrolment = eligibility.enrolment();
    Visit visit = eligibility.visit();
    PlanKey key =
        new PlanKey(
            enrolment.area(),
            enrolment.scheme(),
            enrolment.category(),
            visit.careType(),
            terminal.institution().level(),
            eligibility.circumstances());
    Plan byService = terminal.policy().plan(key, visit.serviceDate());
    // Where a stay counts by its discharge, so do its rules.
    return byService.year().byDischarge()
        ? terminal.policy().plan(key, visit.lastDay())
        : byService;
  }

  /** Empty where we know no law: the centre settles all the same. */
  private Optional<Plan> policy(Eligibility eligibility) {
    try {
      return Optional.of(plan(eligibility));
    } catch (NoRuleInForce | RulesConflict e) {
      return Optional.empty();
    }
  }

  /** Long-term care of whoever is identified at this counter (R-LTC-01, R-LTC-02). */
  public CareDesk longTermCare() {
    return new CareDesk(
        terminal,
        desk.duty(),
        terminal.clock(),
        () -> acting,
        who -> requirePresent(who, who.registration().visitNumber()));
  }

  /** Forgets the patient. */
  @Override
  public void close() {
    present = Optional.empty();
    desk.left(this);
  }
}
