package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.settlement.Machine.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The part of the table where both books are compared, and where a person decides. */
final class Disagreeing {

  private Disagreeing() {}

  /** Whatever is open or ended, except what was never sent or is disputed already. */
  static Step contested(BillState state, String reason) {
    return state instanceof BillState.Tried tried
            && !(state instanceof BillState.NotSent || state instanceof BillState.Disputed)
        ? Step.keep(new BillRecord.Disputed(messageId(tried.intent()), reason))
        : Step.NOTHING;
  }

  /**
   * The signed receipt is asked for where it may stand; where it may not, nobody has to know it.
   */
  static Step held(BillState state, Event.HeldAfterAll e) {
    if (state instanceof BillState.Refused || state instanceof BillState.NotSent) {
      // The centre contradicts itself, or somebody else settles with our numbers.
      return Step.keep(
          new BillRecord.Disputed(messageId(((BillState.Tried) state).intent()), e.why()));
    } else if (!(state instanceof BillState.PresumedAbsent
        || state instanceof BillState.Reversed
        || (state instanceof BillState.Disputed d && !d.booked()))) {
      return Step.NOTHING;
    }
    BillState.Tried tried = (BillState.Tried) state;
    return e.wantedUntil().isPresent()
        ? reopen(tried.intent(), e.why(), e.wantedUntil().get())
        : new Step(
            List.of(
                new BillRecord.Reopened(messageId(tried.intent()), e.why()),
                Machine.reverse(tried.intent(), e.reversalId(), "not wanted")),
            Optional.empty());
  }

  static Step notHeld(BillState state, String why) {
    if (state instanceof BillState.Settled || state instanceof BillState.Differs) {
      return contested(state, why);
    }
    // What the centre once signed for does not end by its forgetting it.
    return state instanceof BillState.Disputed d && !d.signed()
        ? Step.keep(new BillRecord.PresumedAbsent(messageId(d.intent()), why))
        : Step.NOTHING;
  }

  static Step agrees(BillState state, LocalDate day) {
    return state instanceof BillState.Settled
            || state instanceof BillState.Cancelled
            || state instanceof BillState.Reversed
            || state instanceof BillState.PresumedAbsent
        ? Step.keep(new BillRecord.Reconciled(day))
        : Step.NOTHING;
  }

  /** It is unknown again. The caller saw it end, so it is not closed without the caller. */
  static Step reopen(Intent intent, String why, Instant wantedUntil) {
    return new Step(
        List.of(
            new BillRecord.Reopened(messageId(intent), why),
            new BillRecord.Unknown(messageId(intent), why),
            new BillRecord.Wanted(messageId(intent), wantedUntil)),
        Optional.empty());
  }

  static Step reopenToUndo(BillState.PresumedAbsent state, Receipt receipt, String reversalId) {
    Intent intent = state.intent();
    return new Step(
        List.of(
            BillRecord.LateAnswer.of(receipt),
            new BillRecord.Reopened(messageId(intent), "it arrived after all"),
            Machine.reverse(intent, reversalId, "it arrived after all")),
        Optional.empty());
  }

  /** It was booked as standing here, and the centre does not say so: a person decides. */
  static Step keepBooked(BillState.Unknown state, String why) {
    return Step.keep(
        new BillRecord.Disputed(messageId(state.intent()), "booked as settled, and " + why));
  }

  /**
   * A receipt that nobody waits for: nothing follows where it says what is known, and a person
   * decides where the centre contradicts itself.
   */
  static Step late(BillState state, Receipt receipt) {
    BillRecord late = BillRecord.LateAnswer.of(receipt);
    if (state instanceof BillState.Fresh || saysTheSame(state, receipt)) {
      return Step.NOTHING;
    } else if (!Machine.isAbout(state, receipt.message().messageId())) {
      return Step.keep(late);
    } else if (state instanceof BillState.Refused || state instanceof BillState.NotSent) {
      // The money moved at the centre, whatever it said before.
      return disputed((BillState.Tried) state, "settled at the centre after all", late);
    }
    boolean contradicts =
        state instanceof BillState.Settled
            || state instanceof BillState.Differs
            || settlementId(state).filter(id -> !id.equals(receipt.settlementId())).isPresent();
    // What is being cancelled goes on being cancelled: the centre's word says what goes back.
    return contradicts
        ? disputed((BillState.Tried) state, "the centre sent another receipt", late)
        : Step.keep(late);
  }

  private static boolean saysTheSame(BillState state, Receipt receipt) {
    return Machine.isAbout(state, receipt.message().messageId())
        && settlementId(state).filter(receipt.settlementId()::equals).isPresent()
        && (state instanceof BillState.Cancelled c
            ? c.word().returned().equals(receipt.split())
            : state.standing().map(Figures::of).filter(Figures.of(receipt)::equals).isPresent());
  }

  private static Optional<String> settlementId(BillState state) {
    return state instanceof BillState.Cancelled c
        ? Optional.of(c.word().settlementId())
        : state.standing().map(Receipt::settlementId);
  }

  /** A refusal that nobody waits for. */
  static Step late(BillState state, String messageId, Refusal refusal) {
    BillRecord late =
        new BillRecord.LateAnswer(messageId, "refused " + refusal.code(), Evidence.NONE);
    boolean about = Machine.isAbout(state, messageId);
    if (state instanceof BillState.Fresh
        || (about && state instanceof BillState.Refused r && r.refusal().equals(refusal))) {
      return Step.NOTHING;
    }
    boolean contradicts =
        state instanceof BillState.Settled
            || state instanceof BillState.Differs
            || (state instanceof BillState.Unknown u && u.receipt().isPresent());
    return about && contradicts
        ? disputed((BillState.Tried) state, "the centre refused what it had settled", late)
        : Step.keep(late);
  }

  /** The answer comes second: it tells what is disputed. */
  private static Step disputed(BillState.Tried state, String why, BillRecord late) {
    return new Step(
        List.of(new BillRecord.Disputed(messageId(state.intent()), why), late), Optional.empty());
  }

  private static String messageId(Intent intent) {
    return intent.message().messageId();
  }
}
