package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What this terminal knows of a bill: the fold of its records. */
sealed interface BillState {

  /** Nothing was ever to be settled. */
  record Fresh() implements BillState {}

  /** There was an attempt. */
  sealed interface Tried extends BillState {
    Intent intent();
  }

  /** An attempt is on its way, in this process or in one that ended. */
  record Settling(Intent intent, long position) implements Tried {}

  /** Nobody knows, and the resolver is finding out. */
  record Unknown(Intent intent, long position, Instant wantedUntil) implements Tried {}

  /** The attempt is being undone, whatever became of it. */
  record Reversing(Intent intent, long position, String reversalId, Evidence document)
      implements Tried {}

  /**
   * It stands, and whoever had to agree has agreed.
   *
   * @param acknowledged whether the caller has booked it as it is now
   * @param booked whether the caller ever has: then it is cancelled, and not reversed
   * @param kept why the centre would not cancel it, if that was asked
   */
  record Settled(
      Intent intent, Receipt receipt, boolean acknowledged, boolean booked, Optional<Refusal> kept)
      implements Tried {

    Settled(Intent intent, Receipt receipt, boolean acknowledged) {
      this(intent, receipt, acknowledged, acknowledged, Optional.empty());
    }
  }

  /** It stood, and the centre is being told that it shall not. */
  record Cancelling(
      Intent intent,
      Receipt receipt,
      boolean booked,
      long position,
      String cancelId,
      CancelOrder order,
      Evidence document)
      implements Tried {

    PreparedCancellation prepared() {
      return new PreparedCancellation(
          cancelId, receipt.message(), receipt.settlementId(), document);
    }
  }

  /** It stood, and stands no more. */
  record Cancelled(Intent intent, io.caresettle.centre.Cancelled word, boolean acknowledged)
      implements Tried {}

  /** It stands, with figures that nobody has agreed to. */
  record Differs(Intent intent, Receipt receipt) implements Tried {}

  /** The centre refused it. */
  record Refused(Intent intent, Refusal refusal, boolean acknowledged) implements Tried {}

  /** It is known to be undone. */
  record Reversed(Intent intent, boolean acknowledged) implements Tried {}

  /** Nothing left this machine, so the attempt never was. */
  record NotSent(Intent intent, String why, boolean impostor, boolean acknowledged)
      implements Tried {}

  /** The state after {@code record}, which the journal keeps at {@code position}. */
  default BillState after(BillRecord record, long position) {
    if (record instanceof BillRecord.Quoted || record instanceof BillRecord.LateAnswer) {
      return this;
    } else if (record instanceof BillRecord.SettleIntent r) {
      return new Settling(r.intent(), position);
    }
    // Every other record speaks of an attempt, so there is one.
    Intent intent =
        lastIntent().orElseThrow(() -> new IllegalStateException("No attempt before it"));
    if (record instanceof BillRecord.NotSent r) {
      return new NotSent(intent, r.why(), r.impostor(), false);
    } else if (record instanceof BillRecord.Unknown) {
      return new Unknown(intent, position, intent.wantedUntil());
    } else if (record instanceof BillRecord.Wanted r) {
      return new Unknown(intent, position, r.until());
    } else if (record instanceof BillRecord.Settled r) {
      return new Settled(intent, r.receipt(), false);
    } else if (record instanceof BillRecord.SettledDifferently r) {
      return new Differs(intent, r.receipt());
    } else if (record instanceof BillRecord.DifferenceAccepted && this instanceof Differs d) {
      return new Settled(intent, d.receipt(), false);
    } else if (record instanceof BillRecord.Refused r) {
      return new Refused(intent, r.refusal(), false);
    } else if (record instanceof BillRecord.ReverseIntent r) {
      return new Reversing(intent, position, r.reversalId(), r.document());
    } else if (record instanceof BillRecord.Reversed) {
      return new Reversed(intent, false);
    } else if (record instanceof BillRecord.CancelIntent r) {
      return cancelling(r, position);
    } else if (record instanceof BillRecord.Cancelled r) {
      return new Cancelled(intent, r.word(), false);
    } else if (record instanceof BillRecord.CancelRefused r && this instanceof Cancelling c) {
      return new Settled(intent, c.receipt(), false, c.booked(), Optional.of(r.refusal()));
    } else if (record instanceof BillRecord.Acknowledged) {
      return acknowledged();
    }
    throw new IllegalStateException("A bill that is " + name() + " cannot have this record next");
  }

  private BillState cancelling(BillRecord.CancelIntent r, long position) {
    if (this instanceof Settled s) {
      return new Cancelling(
          s.intent(), s.receipt(), s.booked(), position, r.cancelId(), r.order(), r.document());
    } else if (this instanceof Differs d) {
      return new Cancelling(
          d.intent(), d.receipt(), false, position, r.cancelId(), r.order(), r.document());
    } else if (this instanceof Cancelling c) {
      // The same once more, signed with another key.
      return new Cancelling(
          c.intent(), c.receipt(), c.booked(), position, r.cancelId(), r.order(), r.document());
    }
    throw new IllegalStateException("A bill that is " + name() + " cannot be cancelled");
  }

  private BillState acknowledged() {
    if (this instanceof Settled s) {
      return new Settled(s.intent(), s.receipt(), true, true, s.kept());
    } else if (this instanceof Cancelled c) {
      return new Cancelled(c.intent(), c.word(), true);
    } else if (this instanceof Refused r) {
      return new Refused(r.intent(), r.refusal(), true);
    } else if (this instanceof Reversed r) {
      return new Reversed(r.intent(), true);
    } else if (this instanceof NotSent n) {
      return new NotSent(n.intent(), n.why(), n.impostor(), true);
    }
    throw new IllegalStateException("A bill that is " + name() + " cannot be acknowledged");
  }

  /** The last attempt, where there was one. */
  default Optional<Intent> lastIntent() {
    return this instanceof Tried tried ? Optional.of(tried.intent()) : Optional.empty();
  }

  /** What stands, or stood until somebody wanted it cancelled. */
  default Optional<Receipt> standing() {
    if (this instanceof Settled s) {
      return Optional.of(s.receipt());
    } else if (this instanceof Differs d) {
      return Optional.of(d.receipt());
    }
    return this instanceof Cancelling c ? Optional.of(c.receipt()) : Optional.empty();
  }

  /** Whether the resolver has something to find out or to undo. */
  default boolean unresolved() {
    return this instanceof Unknown || this instanceof Reversing || this instanceof Cancelling;
  }

  /** Whether the caller has booked this ending. */
  default boolean isAcknowledged() {
    return (this instanceof Settled s && s.acknowledged())
        || (this instanceof Refused r && r.acknowledged())
        || (this instanceof Reversed v && v.acknowledged())
        || (this instanceof Cancelled c && c.acknowledged())
        || (this instanceof NotSent n && n.acknowledged());
  }

  /** For messages: the state, and nothing of the bill. */
  default String name() {
    return getClass().getSimpleName();
  }
}
