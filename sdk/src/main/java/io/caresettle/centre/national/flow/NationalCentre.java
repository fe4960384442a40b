package io.caresettle.centre.national.flow;

import io.caresettle.centre.AuditDesk;
import io.caresettle.centre.AuthorisationDesk;
import io.caresettle.centre.BenefitRequest;
import io.caresettle.centre.Benefits;
import io.caresettle.centre.CallBook;
import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.ClearingDesk;
import io.caresettle.centre.CostDesk;
import io.caresettle.centre.CredentialDesk;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.FamilyDesk;
import io.caresettle.centre.Fate;
import io.caresettle.centre.LongTermCare;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Registrations;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.ThirdPartyDesk;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.centre.VisitDesk;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.exchange.Exchange;
import io.caresettle.split.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A centre behind the national interface: every call is one transaction or several. */
final class NationalCentre implements Centre {

  private final Gate gate;
  private final People people;
  private final BenefitCheck benefits;
  private final Trials trials;
  private final Settlements settlements;
  private final Unknowns unknowns;
  private final Reversals reversals;
  private final Cancels cancels;
  private final NationalDayEnd dayEnd;
  private final Clearing clearing;
  private final Undos undos;

  NationalCentre(
      NationalSettings settings,
      Exchange line,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news,
      CallBook book) {
    Object turn = new Object();
    this.gate = new Gate(settings, line, messageIds, clock, news);
    this.people = new People(gate);
    this.benefits = new BenefitCheck(gate, people);
    Calls calls = new Calls(gate, book);
    Enquiries enquiries = new Enquiries(gate);
    this.undos = new Undos(gate, calls, enquiries, turn);
    this.trials = new Trials(gate, people, new VisitCalls(gate, calls, undos));
    this.settlements = new Settlements(gate, calls, new Receipts(gate, calls), turn);
    this.unknowns = new Unknowns(gate, calls, enquiries, settlements, turn);
    this.reversals = new Reversals(gate, calls, unknowns);
    this.cancels = new Cancels(gate, calls, enquiries);
    DayTotalling totals = new DayTotalling(gate);
    this.dayEnd = new NationalDayEnd(gate, calls, totals);
    this.clearing = new Clearing(gate, calls, totals);
  }

  @Override
  public Reply<SignedIn> signIn(SignIn request, Duration within) {
    Reply<Incoming> reply = gate.signIn(Left.of(within));
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    Instant at =
        Gate.signedIn(a.value().output())
            .text("sign_time")
            .flatMap(Times::read)
            .orElseGet(gate::now);
    return new Reply.Answered<>(
        new SignedIn(at, Times.day(at), gate.settings().catalogue().get().version()));
  }

  @Override
  public Reply<Catalogue> catalogue(Duration within) {
    return new Reply.Answered<>(gate.settings().catalogue().get());
  }

  @Override
  public CredentialDesk credentials() {
    return people;
  }

  @Override
  public Reply<LookedUp> lookUp(LookUpRequest request, Duration within) {
    return people.lookUp(request, within);
  }

  @Override
  public Registrations registrations() {
    return NotHere.REGISTRATIONS;
  }

  @Override
  public FamilyDesk family() {
    return NotHere.FAMILY;
  }

  @Override
  public ThirdPartyDesk thirdParty() {
    return NotHere.THIRD_PARTY;
  }

  @Override
  public AuthorisationDesk authorisations() {
    return NotHere.AUTHORISATIONS;
  }

  @Override
  public Reply<Benefits> benefits(BenefitRequest request, Duration within) {
    return benefits.ask(request, within);
  }

  @Override
  public Reply<Trial> trial(TrialRequest request, Duration within) {
    return trials.trial(request, within);
  }

  @Override
  public Reply<Reservation> reserve(Duration within) {
    Reply<String> session = gate.session(Left.of(within));
    if (session instanceof Reply.Answered) {
      return new Reply.Answered<>(Reservation.NONE);
    }
    // Whatever became of the sign-in, nothing of a settlement left.
    return session instanceof Reply.NotAuthentic<String> f
        ? new Reply.NotAuthentic<>(false, f.why())
        : new Reply.NotSent<>("签到未成功 signing in (9001) did not succeed");
  }

  @Override
  public PreparedSettlement prepare(SettleRequest request) {
    return settlements.prepare(request);
  }

  @Override
  public PreparedReversal prepare(ReverseRequest request) {
    return reversals.prepare(request);
  }

  @Override
  public PreparedCancellation prepare(CancelRequest request) {
    return cancels.prepare(request);
  }

  /** Nothing is signed; but a message names the sign-in that it was made under. */
  @Override
  public boolean canSend(Evidence kept) {
    return !kept.isEmpty() && !gate.isOfLostSignIn(kept);
  }

  @Override
  public Reply<Receipt> settle(PreparedSettlement prepared, Reservation way, Duration within) {
    return settlements.settle(prepared, within);
  }

  @Override
  public Reply<Fate> query(SettleMessage message, Duration within) {
    return unknowns.query(message, within);
  }

  @Override
  public Reply<Undone> reverse(PreparedReversal prepared, Duration within) {
    return reversals.reverse(prepared, within);
  }

  @Override
  public Reply<Cancelled> cancel(PreparedCancellation prepared, Duration within) {
    return cancels.cancel(prepared, within);
  }

  @Override
  public DayEndDesk dayEnd() {
    return dayEnd;
  }

  @Override
  public ClearingDesk clearing() {
    return clearing;
  }

  @Override
  public AuditDesk audit() {
    return NotHere.AUDIT;
  }

  @Override
  public CostDesk costs() {
    return NotHere.COSTS;
  }

  @Override
  public LongTermCare longTermCare() {
    return NotHere.LONG_TERM_CARE;
  }

  @Override
  public VisitDesk visits() {
    return undos;
  }

  @Override
  public void close() {
    gate.close();
  }
}
