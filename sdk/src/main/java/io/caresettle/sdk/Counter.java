package io.caresettle.sdk;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Consented;
import io.caresettle.identity.Consents;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.QuoteRequest;
import io.caresettle.settlement.Refunding;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Settler;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * One place where one patient at a time is served (收费窗口), by an operator on duty. Not for use by
 * many threads: one cashier does one thing after the other.
 */
public final class Counter extends CounterVisits {

  Counter(Terminal terminal, ShiftDesk desk, Shift shift) {
    super(terminal, desk, shift);
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

  /** Long-term care of whoever is identified at this counter (R-LTC-01, R-LTC-02). */
  public CareDesk longTermCare() {
    return new CareDesk(
        terminal,
        desk.duty(),
        terminal.clock(),
        () -> acting,
        who -> requirePresent(who, who.registration().visitNumber()));
  }

  @Override
  Counter itself() {
    return this;
  }
}
