package io.caresettle.settlement;

import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.problem.NextStep;
import io.caresettle.split.BillId;
import java.util.Optional;

/** Says a bill's state as an ending. */
final class Outcomes {

  private Outcomes() {}

  /** Empty when the bill never was to be settled. */
  static Optional<SettlementOutcome> of(BillId bill, BillState state) {
    if (state instanceof BillState.Settled s) {
      return Optional.of(settled(s.receipt()));
    } else if (state instanceof BillState.Differs d) {
      return Optional.of(
          new SettlementOutcome.SettledDifferently(
              settled(d.receipt()), d.intent().confirmed().split()));
    } else if (state instanceof BillState.Refused r) {
      return Optional.of(refused(bill, r.refusal()));
    } else if (state instanceof BillState.Reversed) {
      return Optional.of(
          refused(
              bill,
              new Refusal(
                  "REVERSED",
                  "交易已冲正，未扣款，可重新结算",
                  "The settlement was reversed and no money moved",
                  "",
                  NextStep.TRY_AGAIN)));
    } else if (state instanceof BillState.NotSent n) {
      return Optional.of(
          refused(
              bill,
              new Refusal(
                  "NOT_SENT",
                  "结算请求未发出，可重新结算",
                  "The settlement was never sent: " + n.why(),
                  "",
                  NextStep.TRY_AGAIN)));
    } else if (state instanceof BillState.Settling s) {
      return Optional.of(unknown(s.intent(), s.position()));
    } else if (state instanceof BillState.Unknown u) {
      return Optional.of(unknown(u.intent(), u.position()));
    } else if (state instanceof BillState.Reversing r) {
      return Optional.of(unknown(r.intent(), r.position()));
    } else if (state instanceof BillState.Cancelling c) {
      return Optional.of(new SettlementOutcome.Unknown(bill, c.position(), c.cancelId()));
    } else if (state instanceof BillState.Disputed d) {
      return Optional.of(unknown(d.intent(), d.position()));
    } else if (state instanceof BillState.HeldByCentre h) {
      return Optional.of(new SettlementOutcome.Unknown(bill, h.position(), h.messageId()));
    } else if (state instanceof BillState.PresumedAbsent) {
      return Optional.of(
          refused(
              bill,
              new Refusal(
                  "PRESUMED_ABSENT",
                  "中心未收到该笔结算，视为未结算，日终对账时再核；再结算请用新单号",
                  "The centre never saw the settlement; the day's end looks once more. Settle again"
                      + " under a new number only",
                  "",
                  NextStep.STOP_THE_SALE)));
    } else if (state instanceof BillState.Cancelled) {
      return Optional.of(
          refused(
              bill,
              new Refusal(
                  "CANCELLED",
                  "结算已撤销，款项已按原渠道退回",
                  "The settlement was cancelled, and the money went back to where it came from",
                  "",
                  NextStep.STOP_THE_SALE)));
    }
    return Optional.empty();
  }

  /** Of a bill that somebody wanted cancelled. */
  static CancelOutcome ofCancelling(BillId bill, BillState state) {
    if (state instanceof BillState.Cancelled c) {
      return new CancelOutcome.Cancelled(
          bill, c.word().settlementId(), c.word().cancellationId(), c.word().returned());
    } else if (state instanceof BillState.Settled s && s.kept().isPresent()) {
      return stillStands(bill, s.kept().get());
    } else if (state instanceof BillState.Differs d && d.kept().isPresent()) {
      return stillStands(bill, d.kept().get());
    } else if (state instanceof BillState.Disputed d) {
      return new CancelOutcome.Unknown(bill, d.position(), d.intent().message().messageId());
    } else if (state instanceof BillState.Cancelling c) {
      return new CancelOutcome.Unknown(bill, c.position(), c.cancelId());
    }
    throw new IllegalStateException("A bill that is " + state.name() + " was not to be cancelled");
  }

  private static CancelOutcome stillStands(BillId bill, Refusal refusal) {
    return new CancelOutcome.StillStands(
        bill, refusal.code(), refusal.zh(), refusal.en(), refusal.legalBasis(), refusal.next());
  }

  /** The refusal of a quote that may no longer be settled. Nothing was sent, so nothing is kept. */
  static Optional<SettlementOutcome> voided(Quote quote, CentreClock clock) {
    if (!clock.businessDate().equals(quote.businessDate())) {
      return Optional.of(
          refused(
              quote.bill(),
              new Refusal(
                  "QUOTE_OF_ANOTHER_DAY",
                  "预结算不是当日的，请重新预结算",
                  "The quote is of another business day: ask for a new one",
                  "",
                  NextStep.TRY_AGAIN)));
    }
    if (!clock.now().isBefore(quote.expiresAt())) {
      return Optional.of(
          refused(
              quote.bill(),
              new Refusal(
                  "QUOTE_EXPIRED",
                  "预结算已过期，请重新预结算",
                  "The quote has expired: ask for a new one",
                  "",
                  NextStep.TRY_AGAIN)));
    }
    return Optional.empty();
  }

  private static SettlementOutcome.Settled settled(Receipt receipt) {
    return new SettlementOutcome.Settled(
        receipt.message().bill(), receipt.settlementId(), receipt.split());
  }

  private static SettlementOutcome refused(BillId bill, Refusal refusal) {
    return new SettlementOutcome.Refused(
        bill, refusal.code(), refusal.zh(), refusal.en(), refusal.legalBasis(), refusal.next());
  }

  private static SettlementOutcome unknown(Intent intent, long position) {
    return new SettlementOutcome.Unknown(intent.bill(), position, intent.message().messageId());
  }
}
