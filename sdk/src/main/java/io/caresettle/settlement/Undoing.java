package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.settlement.Machine.Step;
import java.util.List;
import java.util.Optional;

/** The part of the table that ends a reversal: undone, taken never to have arrived, or disputed. */
final class Undoing {

  private Undoing() {}

  static Step undone(BillState state, Event.UndoneTold e) {
    if (!Machine.isAbout(state, e.messageId())) {
      return Step.NOTHING;
    } else if (state instanceof BillState.Disputed) {
      return Step.keep(new BillRecord.LateAnswer(e.messageId(), "undone", e.undone().evidence()));
    }
    return state instanceof BillState.Reversing || state instanceof BillState.PresumedAbsent
        ? Step.keep(
            new BillRecord.Reversed(
                e.messageId(), e.undone().settlementId(), e.undone().evidence()))
        : Step.NOTHING;
  }

  static Step refused(BillState state, Event.UndoRefused e, UndoProfile profile) {
    if (!(state instanceof BillState.Reversing r) || !Machine.isAbout(state, e.messageId())) {
      return Step.NOTHING;
    }
    return switch (profile.meaning(e.refusal())) {
      case UNDONE ->
          Step.keep(new BillRecord.Reversed(e.messageId(), Optional.empty(), Evidence.NONE));
      case CANNOT ->
          Step.keep(
              new BillRecord.Disputed(
                  e.messageId(),
                  "the centre cannot undo it: "
                      + e.refusal().code()
                      + " "
                      + e.refusal().zh()
                      + " / "
                      + e.refusal().en()));
      // Before that time it may be on its way still, and what a query finds proves nothing.
      case NEVER_ARRIVED ->
          e.time().isTooLateToArrive(r.intent(), profile.longestMessageLife())
              ? Step.justDo(new Effect.Ask(r.intent().message()))
              : Step.NOTHING;
      case TRY_AGAIN -> Step.NOTHING;
    };
  }

  /** A query while it is being undone: it counts only when the message can arrive no more. */
  static Step fate(BillState.Reversing state, Event.FateTold e, UndoProfile profile) {
    if (!Machine.isAbout(state, e.messageId())
        || !e.time().isTooLateToArrive(state.intent(), profile.longestMessageLife())) {
      return Step.NOTHING;
    } else if (e.fate() instanceof Fate.Standing s) {
      return Step.keep(BillRecord.LateAnswer.of(s.receipt()));
    } else if (e.fate() instanceof Fate.WasUndone) {
      return Step.keep(new BillRecord.Reversed(e.messageId(), Optional.empty(), Evidence.NONE));
    } else if (e.fate() instanceof Fate.WasRefused r) {
      return Step.keep(new BillRecord.Refused(e.messageId(), r.refusal()));
    }
    BillRecord seen = BillRecord.LateAnswer.notFound(e.messageId());
    if (state.notFound() + 1 < profile.queriesBeforeAbsent()) {
      return Step.keep(seen);
    }
    return new Step(
        List.of(
            seen,
            new BillRecord.PresumedAbsent(
                e.messageId(),
                "the centre had not seen it "
                    + profile.queriesBeforeAbsent()
                    + " times after "
                    + profile.longestMessageLife().toSeconds()
                    + " s")),
        Optional.empty());
  }
}
