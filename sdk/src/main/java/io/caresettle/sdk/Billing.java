package io.caresettle.sdk;

import io.caresettle.eligibility.AccountUse;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Consented;
import io.caresettle.identity.Consents;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.Duty;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Plan;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.CancelOrder;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.QuoteRequest;
import io.caresettle.settlement.Refunding;
import io.caresettle.settlement.Settler;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import java.util.Optional;

/**
 * What is looked at and signed before a bill is quoted, settled or cancelled. It knows no counter,
 * so it can be done on another thread than the cashier's.
 */
final class Billing {

  private final Terminal terminal;
  private final Duty duty;
  private final Reception reception;

  Billing(Terminal terminal, Duty duty, Reception reception) {
    this.terminal = terminal;
    this.duty = duty;
    this.reception = reception;
  }

  /**
   * What is asked of the centre.
   *
   * @param care what the visit is, or counts as here
   * @param plan the terminal's own reading of the policy, where it has one
   * @param replaces the cancelled settlement whose remaining lines these are
   */
  QuoteRequest asked(
      Shift acting,
      Eligibility eligibility,
      CareType care,
      Optional<Plan> plan,
      Bill bill,
      Consents consents,
      Optional<String> replaces,
      Deadline deadline) {
    duty.require(acting, Permission.QUOTE);
    if (eligibility.visit().accountUse().purpose() != AccountUse.Purpose.CARE) {
      throw new Misuse("A premium is no bill of care: quote it with accountPayments()");
    }
    reception.requireNotLost(acting, eligibility.patient());
    Catalogue catalogue = terminal.catalogue(deadline.left());
    Consented consented =
        terminal.consentCheck().beforeTrial(eligibility.patient(), care, bill, catalogue, consents);
    if (!consents.isEmpty()) {
      duty.require(acting, Permission.RECORD_CONSENT);
      duty.note(
          acting,
          ActKind.CONSENT,
          eligibility.visit().number(),
          ActTexts.consents(bill.id(), consents));
    }
    terminal.costs().withdraw(bill.id(), acting.operatorId(), deadline);
    return new QuoteRequest(
        eligibility, bill, catalogue, terminal.slot(), plan, consented, replaces);
  }

  /** The settler, once everything that must be before a settlement is. */
  Settler toSettle(Shift acting, BillId bill, Quote quote) {
    Settler settler = terminal.settler();
    duty.require(acting, Permission.SETTLE);
    // Asked only of a lost credential: it waits for whatever else is at work on the bill.
    if (terminal.realName().isReportedLost(quote.patient()) && settler.mayBegin(quote)) {
      reception.requireNotLost(acting, quote.patient());
    }
    terminal.consentCheck().beforeSettlement(bill, quote.cut().outOfCatalogue(), quote.consented());
    // With the intent, which is durable before anything is sent.
    duty.noteWithNext(
        acting, ActKind.SETTLEMENT_ASKED, quote.visitNumber(), ActTexts.settlement(quote));
    return settler;
  }

  /** Who wants it cancelled and why, once all have signed. */
  CancelOrder toCancel(Shift acting, BillId bill, String reason, Optional<Shift> approvedBy) {
    CancelOrder order =
        Cancellations.order(duty, terminal.secondPersonCancels(), acting, approvedBy, reason);
    Cancellations.note(duty, bill, acting, approvedBy, reason);
    return order;
  }

  /**
   * Cancels the old bill for a refund, or tells how that stands already.
   *
   * @throws Misuse when it was cancelled for good, or for another new bill
   */
  Refunding cancelled(
      Shift acting,
      BillId old,
      BillId anew,
      String reason,
      Optional<Shift> approvedBy,
      Deadline deadline) {
    Settler settler = terminal.settler();
    if (old.equals(anew)) {
      throw new Misuse("The remaining lines of bill " + old + " need a number of their own");
    }
    Optional<Refunding> begun = settler.refunding(old);
    if (begun.isEmpty() || begun.get().cancelled() instanceof CancelOutcome.Unknown) {
      CancelOrder order = toCancel(acting, old, reason, approvedBy).before(anew);
      CancelOutcome cancelled = settler.cancel(old, order, deadline.left());
      begun = settler.refunding(old);
      if (begun.isEmpty() && cancelled instanceof CancelOutcome.StillStands) {
        return new Refunding(old, anew, cancelled, Optional.empty(), false);
      }
    }
    return begun
        .filter(refund -> refund.anew().equals(anew))
        .orElseThrow(
            () ->
                new Misuse(
                    "Bill " + old + " was cancelled before, and not to settle " + anew + " anew"));
  }
}
