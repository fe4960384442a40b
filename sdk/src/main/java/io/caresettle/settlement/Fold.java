package io.caresettle.settlement;

import io.caresettle.settlement.BillState.Cancelled;
import io.caresettle.settlement.BillState.Cancelling;
import io.caresettle.settlement.BillState.Differs;
import io.caresettle.settlement.BillState.Disputed;
import io.caresettle.settlement.BillState.HeldByCentre;
import io.caresettle.settlement.BillState.NotSent;
import io.caresettle.settlement.BillState.PresumedAbsent;
import io.caresettle.settlement.BillState.Refused;
import io.caresettle.settlement.BillState.Reversed;
import io.caresettle.settlement.BillState.Reversing;
import io.caresettle.settlement.BillState.Settled;
import io.caresettle.settlement.BillState.Settling;
import io.caresettle.settlement.BillState.Unknown;
import java.time.Instant;
import java.util.Optional;

/**
 * What a record makes of a bill: the one place that says so, for those who run and those who
 * restart.
 */
final class Fold {

  private Fold() {}

  static BillState after(BillState state, BillRecord record, long position) {
    if (record instanceof BillRecord.Quoted || record instanceof BillRecord.Reconciled) {
      return state;
    } else if (record instanceof BillRecord.LateAnswer r) {
      return late(state, r);
    } else if (record instanceof BillRecord.SettleIntent r) {
      return new Settling(r.intent(), position);
    } else if (record instanceof BillRecord.HeldByCentre r) {
      return new HeldByCentre(r.messageId(), r.reason(), position, false);
    } else if (record instanceof BillRecord.Acknowledged && state instanceof HeldByCentre h) {
      return new HeldByCentre(h.messageId(), h.reason(), h.position(), true);
    }
    // Every other record speaks of an attempt, so there is one.
    Intent intent =
        state.lastIntent().orElseThrow(() -> new IllegalStateException("No attempt before it"));
    if (record instanceof BillRecord.NotSent r) {
      return new NotSent(intent, r.why(), r.impostor(), false);
    } else if (record instanceof BillRecord.Unknown) {
      return unknown(state, intent, position, intent.wantedUntil());
    } else if (record instanceof BillRecord.Wanted r) {
      return unknown(state, intent, position, r.until());
    } else if (record instanceof BillRecord.Settled r) {
      return new Settled(intent, r.receipt(), false, state.booked(), Optional.empty());
    } else if (record instanceof BillRecord.SettledDifferently r) {
      return new Differs(intent, r.receipt(), state.booked(), Optional.empty());
    } else if (record instanceof BillRecord.DifferenceAccepted && state instanceof Differs d) {
      return new Settled(intent, d.receipt(), false, d.booked(), Optional.empty());
    } else if (record instanceof BillRecord.Refused r) {
      return new Refused(intent, r.refusal(), false);
    } else if (record instanceof BillRecord.ReverseIntent r) {
      return new Reversing(intent, position, r.reversalId(), r.document(), 0, state.booked());
    } else if (record instanceof BillRecord.Reversed) {
      return new Reversed(intent, false);
    } else if (record instanceof BillRecord.CancelIntent r) {
      return cancelling(state, r, position);
    } else if (record instanceof BillRecord.Cancelled r) {
      return new Cancelled(
          intent,
          r.word(),
          false,
          state instanceof Cancelling c ? c.order().anew() : Optional.empty());
    } else if (record instanceof BillRecord.CancelRefused r && state instanceof Cancelling c) {
      // What nobody had agreed to is not agreed to because the centre would not cancel it.
      return c.agreed()
          ? new Settled(intent, c.receipt(), false, c.booked(), Optional.of(r.refusal()))
          : new Differs(intent, c.receipt(), c.booked(), Optional.of(r.refusal()));
    } else if (record instanceof BillRecord.PresumedAbsent) {
      return new PresumedAbsent(intent, false);
    } else if (record instanceof BillRecord.Reopened) {
      return unknown(state, intent, position, intent.wantedUntil());
    } else if (record instanceof BillRecord.Disputed r) {
      return new Disputed(intent, state.signedFor(), state.booked(), position, r.reason());
    } else if (record instanceof BillRecord.Acknowledged) {
      return acknowledged(state);
    }
    throw new IllegalStateException(
        "A bill that is " + state.name() + " cannot have this record next");
  }

  private static BillState cancelling(BillState state, BillRecord.CancelIntent r, long position) {
    if (state instanceof Settled s) {
      return new Cancelling(
          s.intent(),
          s.receipt(),
          true,
          s.booked(),
          position,
          r.cancelId(),
          r.order(),
          r.document());
    } else if (state instanceof Differs d) {
      return new Cancelling(
          d.intent(),
          d.receipt(),
          false,
          d.booked(),
          position,
          r.cancelId(),
          r.order(),
          r.document());
    } else if (state instanceof Cancelling c) {
      // The same once more, signed with another key.
      return new Cancelling(
          c.intent(),
          c.receipt(),
          c.agreed(),
          c.booked(),
          position,
          r.cancelId(),
          r.order(),
          r.document());
    }
    throw new IllegalStateException("A bill that is " + state.name() + " cannot be cancelled");
  }

  private static BillState acknowledged(BillState state) {
    if (state instanceof Settled s) {
      return new Settled(s.intent(), s.receipt(), true, true, s.kept());
    } else if (state instanceof Cancelled c) {
      return new Cancelled(c.intent(), c.word(), true, c.anew());
    } else if (state instanceof Refused r) {
      return new Refused(r.intent(), r.refusal(), true);
    } else if (state instanceof Reversed r) {
      return new Reversed(r.intent(), true);
    } else if (state instanceof PresumedAbsent p) {
      return new PresumedAbsent(p.intent(), true);
    } else if (state instanceof NotSent n) {
      return new NotSent(n.intent(), n.why(), n.impostor(), true);
    }
    throw new IllegalStateException("A bill that is " + state.name() + " cannot be acknowledged");
  }

  private static BillState unknown(BillState state, Intent intent, long position, Instant until) {
    return new Unknown(intent, position, until, state.booked(), state.signedFor());
  }

  private static BillState late(BillState state, BillRecord.LateAnswer r) {
    if (state instanceof Reversing u) {
      return new Reversing(
          u.intent(),
          u.position(),
          u.reversalId(),
          u.document(),
          r.isNotFound() ? u.notFound() + 1 : 0,
          u.booked());
    } else if (state instanceof Disputed d && r.isReceiptOf(d.intent().message().messageId())) {
      return new Disputed(d.intent(), d.receipt(), d.booked(), d.position(), d.reason(), true);
    }
    return state;
  }
}
