package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.BenefitRequest;
import io.caresettle.centre.Benefits;
import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.centre.Reply;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Filing;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.OtherFinding;
import io.caresettle.eligibility.ThirdPartyDecision;
import io.caresettle.eligibility.ThirdPartyDeclaration;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.money.Payer;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Working;
import io.caresettle.problem.Misuse;
import io.caresettle.split.Bill;
import io.caresettle.split.Charges;
import io.caresettle.split.Estimate;
import io.caresettle.split.MayPay;
import io.caresettle.split.PersonState;
import io.caresettle.split.Splitter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is found out at a counter about a visit, before anything is settled. */
abstract class CounterVisits extends CounterPlace {

  /** A cashier waits so long for what the trial says anyway. */
  private static final Duration SOON = Duration.ofSeconds(5);

  CounterVisits(Terminal terminal, ShiftDesk desk, Shift shift) {
    super(terminal, desk, shift);
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
   * What the patient may have at this visit. A centre that is asked for it apart is asked; where it
   * does not answer soon, that closes nothing, and its trial decides.
   *
   * @throws io.caresettle.problem.CredentialRefused when a delegate came for the patient, and the
   *     visit is no purchase
   * @throws Misuse when {@code patient} is not the one at this counter, or came for another visit
   */
  public Eligibility eligibility(Patient patient, Visit visit) {
    Reception.Arrival here = requirePresent(patient, visit.number());
    return new EligibilityCheck(new BookLaw(terminal.policy()), EligibilityRules.all())
        .decide(patient, visit, terminal.institution(), told(patient, visit, here.entitlements()));
  }

  private Entitlements told(Patient patient, Visit visit, Entitlements known) {
    Duration soon = terminal.deadline().compareTo(SOON) < 0 ? terminal.deadline() : SOON;
    BenefitRequest request =
        new BenefitRequest(patient.personNumber(), visit, care(visit), acting.operatorId());
    return terminal.centre().benefits(request, soon) instanceof Reply.Answered<Benefits> a
        ? known
            .withBenefits(a.value().funds())
            .withFilings(
                Stream.concat(known.filings().stream(), a.value().filings().stream())
                    .toArray(Filing[]::new))
        : known;
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
    return new Claims(terminal, itself());
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

  static io.caresettle.split.Visit days(Visit visit) {
    return new io.caresettle.split.Visit(visit.serviceDate(), visit.lastDay());
  }

  void requireOurs(Eligibility eligibility, Bill bill) {
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
  CareType care(Eligibility eligibility) {
    return care(eligibility.visit());
  }

  private CareType care(Visit visit) {
    return terminal.institution().kind() == Institution.Kind.PHARMACY
        ? CareType.PHARMACY
        : visit.careType();
  }

  Plan plan(Eligibility eligibility) {
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
  Optional<Plan> policy(Eligibility eligibility) {
    try {
      return Optional.of(plan(eligibility));
    } catch (NoRuleInForce | RulesConflict e) {
      return Optional.empty();
    }
  }
}
