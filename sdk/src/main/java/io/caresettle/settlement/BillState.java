package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.Optional;

/** What this terminal knows of a bill: the fold of its records. */
sealed interface BillState {

  /** Nothing was ever to be settled. */
  record Fresh() implements BillState {}

  /**
   * The centre holds a settlement of it, and nothing else is known here. It is never settled here.
   *
   * @param acknowledged whether the caller's books agree with the centre's
   */
  record HeldByCentre(String messageId, String reason, long position, boolean acknowledged)
      implements BillState {}

  /** There was an attempt. */
  sealed interface Tried extends BillState {
    Intent intent();
  }

  /** An attempt is on its way, in this process or in one that ended. */
  record Settling(Intent intent, long position) implements Tried {}

  /**
   * Nobody knows, and the resolver is finding out.
   *
   * @param booked whether the caller ever had it as standing: then it is never undone
   * @param receipt what the centre signed, where it is looked into again
   */
  record Unknown(
      Intent intent, long position, Instant wantedUntil, boolean booked, Optional<Receipt> receipt)
      implements Tried {

    Unknown(Intent intent, long position, Instant wantedUntil) {
      this(intent, position, wantedUntil, false, Optional.empty());
    }
  }

  /**
   * The attempt is being undone, whatever became of it.
   *
   * @param notFound how often in a row the centre said that it has not seen it, too late for it to
   *     be on its way still
   * @param booked whether the caller ever had it as standing, as in records of earlier versions
   */
  record Reversing(
      Intent intent,
      long position,
      String reversalId,
      Evidence document,
      int notFound,
      boolean booked)
      implements Tried {

    Reversing(Intent intent, long position, String reversalId, Evidence document) {
      this(intent, position, reversalId, document, 0);
    }

    Reversing(Intent intent, long position, String reversalId, Evidence document, int notFound) {
      this(intent, position, reversalId, document, notFound, false);
    }
  }

  /** It is taken never to have arrived, until the day's details say otherwise. */
  record PresumedAbsent(Intent intent, boolean acknowledged) implements Tried {}

  /**
   * Both sides disagree, and only a person or the day's details end that.
   *
   * @param receipt what the centre signed, as far as it is known here
   * @param booked whether the caller ever had it as standing
   * @param signed whether the centre ever signed that it stands, also where no more is known
   */
  record Disputed(
      Intent intent,
      Optional<Receipt> receipt,
      boolean booked,
      long position,
      String reason,
      boolean signed)
      implements Tried {

    Disputed(
        Intent intent, Optional<Receipt> receipt, boolean booked, long position, String reason) {
      this(intent, receipt, booked, position, reason, receipt.isPresent());
    }
  }

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

  /**
   * It stood, and the centre is being told that it shall not.
   *
   * @param agreed whether its figures had been agreed to
   */
  record Cancelling(
      Intent intent,
      Receipt receipt,
      boolean agreed,
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

  /**
   * It stood, and stands no more.
   *
   * @param anew under which number its remaining lines are settled, where it was refunded
   */
  record Cancelled(
      Intent intent,
      io.caresettle.centre.Cancelled word,
      boolean acknowledged,
      Optional<BillId> anew)
      implements Tried {

    Cancelled(Intent intent, io.caresettle.centre.Cancelled word, boolean acknowledged) {
      this(intent, word, acknowledged, Optional.empty());
    }
  }

  /**
   * It stands, with figures that nobody has agreed to.
   *
   * @param booked whether the caller ever had it as standing, with others
   * @param kept why the centre would not cancel it, if that was asked
   */
  record Differs(Intent intent, Receipt receipt, boolean booked, Optional<Refusal> kept)
      implements Tried {

    Differs(Intent intent, Receipt receipt) {
      this(intent, receipt, false, Optional.empty());
    }
  }

  /** The centre refused it. */
  record Refused(Intent intent, Refusal refusal, boolean acknowledged) implements Tried {}

  /** It is known to be undone. */
  record Reversed(Intent intent, boolean acknowledged) implements Tried {}

  /** Nothing left this machine, so the attempt never was. */
  record NotSent(Intent intent, String why, boolean impostor, boolean acknowledged)
      implements Tried {}

  /** The state after {@code record}, which the journal keeps at {@code position}. */
  default BillState after(BillRecord record, long position) {
    return Fold.after(this, record, position);
  }

  /** The last attempt, where there was one. */
  default Optional<Intent> lastIntent() {
    return this instanceof Tried tried ? Optional.of(tried.intent()) : Optional.empty();
  }

  /** Whether the caller ever had it as standing: then it is cancelled, and never reversed. */
  default boolean booked() {
    return false;
  }

  /** What the centre once signed for, as far as it is known here. */
  default Optional<Receipt> signedFor() {
    if (this instanceof Disputed d) {
      return d.receipt();
    }
    return this instanceof Unknown u ? u.receipt() : standing();
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
        || (this instanceof PresumedAbsent p && p.acknowledged())
        || (this instanceof Cancelled c && c.acknowledged())
        || (this instanceof HeldByCentre h && h.acknowledged())
        || (this instanceof NotSent n && n.acknowledged());
  }

  /** For messages: the state, and nothing of the bill. */
  default String name() {
    return getClass().getSimpleName();
  }
}
