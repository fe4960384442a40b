package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.settlement.Machine.Step;

/** The part of the table that cancels what stands. */
final class Cancels {

  private Cancels() {}

  static Step asked(BillState state, Event.CancelAsked e) {
    return state instanceof BillState.Settled || state instanceof BillState.Differs
        ? Step.keep(new BillRecord.CancelIntent(e.cancelId(), e.order(), Evidence.NONE))
        : Step.NOTHING;
  }

  static Step done(BillState state, Event.CancelDone e) {
    if (isCancelledBy(state, e.cancelId())) {
      return Step.keep(new BillRecord.Cancelled(e.cancelId(), e.word()));
    }
    // Of a bill that became disputed meanwhile. It decides nothing, and proves something.
    return state instanceof BillState.Disputed
        ? Step.keep(
            new BillRecord.LateAnswer(
                e.cancelId(), "cancelled " + e.word().settlementId(), e.word().evidence()))
        : Step.NOTHING;
  }

  static Step refused(BillState state, Event.CancelRefused e) {
    return isCancelledBy(state, e.cancelId())
        ? Step.keep(new BillRecord.CancelRefused(e.cancelId(), e.refusal()))
        : Step.NOTHING;
  }

  private static boolean isCancelledBy(BillState state, String cancelId) {
    return state instanceof BillState.Cancelling c && c.cancelId().equals(cancelId);
  }
}
