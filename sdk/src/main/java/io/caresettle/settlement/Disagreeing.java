package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
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
    return state instanceof BillState.Disputed d && d.receipt().isEmpty()
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

  static Step reopenToUndo(
      BillState.PresumedAbsent state, String what, Evidence evidence, String reversalId) {
    Intent intent = state.intent();
    return new Step(
        List.of(
            new BillRecord.LateAnswer(messageId(intent), what, evidence),
            new BillRecord.Reopened(messageId(intent), "it arrived after all"),
            Machine.reverse(intent, reversalId, "it arrived after all")),
        Optional.empty());
  }

  private static String messageId(Intent intent) {
    return intent.message().messageId();
  }
}
