package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The table of a bill's life: what is kept and what is sent when something happens. It has no
 * clock, no disk and no line; whatever it does not list changes nothing.
 */
final class Machine {

  /** What follows: first the records, then, once they are durable, the message. */
  record Step(List<BillRecord> records, Optional<Effect> effect) {
    Step {
      records = List.copyOf(records);
    }

    static final Step NOTHING = new Step(List.of(), Optional.empty());

    static Step keep(BillRecord record) {
      return new Step(List.of(record), Optional.empty());
    }

    static Step keepAndDo(BillRecord record, Effect effect) {
      return new Step(List.of(record), Optional.of(effect));
    }

    static Step justDo(Effect effect) {
      return new Step(List.of(), Optional.of(effect));
    }
  }

  private Machine() {}

  /** Whether some quote may begin an attempt, perhaps another one than the last. */
  static boolean mayBegin(BillState state) {
    return state instanceof BillState.Fresh
        || state instanceof BillState.NotSent
        || state instanceof BillState.Refused
        || state instanceof BillState.Reversed;
  }

  /** Whether a quote with this reference may begin an attempt. */
  static boolean mayBegin(BillState state, String quoteReference) {
    // A refusal is pinned to its attempt, and the attempt to its quote.
    boolean pinned = state instanceof BillState.Refused || state instanceof BillState.Reversed;
    return mayBegin(state)
        && !(pinned
            && state
                .lastIntent()
                .filter(i -> i.quoteReference().equals(quoteReference))
                .isPresent());
  }

  /** Under one number there is one bill, also where another till began it a moment before. */
  private static boolean isSameBill(BillState state, Intent intent) {
    return state
        .lastIntent()
        .filter(earlier -> !earlier.bodyDigest().equals(intent.bodyDigest()))
        .isEmpty();
  }

  /**
   * @param profile what the centre's refusals mean, and who decides on other figures
   */
  static Step on(BillState state, Event event, UndoProfile profile) {
    if (event instanceof Event.Confirmed e) {
      return mayBegin(state, e.intent().quoteReference()) && isSameBill(state, e.intent())
          ? Step.keepAndDo(new BillRecord.SettleIntent(e.intent()), new Effect.Send(e.intent()))
          : Step.NOTHING;
    } else if (event instanceof Event.Answered e) {
      return answered(state, e, profile);
    } else if (event instanceof Event.Refused e) {
      return onItsWay(state, e.messageId()) && state.signedFor().isEmpty()
          ? Step.keep(new BillRecord.Refused(e.messageId(), e.refusal()))
          : Disagreeing.late(state, e.messageId(), e.refusal());
    } else if (event instanceof Event.NotSent e) {
      // Also after somebody gave up waiting: what was not sent cannot be on the wire.
      return onItsWay(state, e.messageId()) && state.signedFor().isEmpty()
          ? Step.keep(new BillRecord.NotSent(e.messageId(), e.why(), e.impostor()))
          : Step.NOTHING;
    } else if (event instanceof Event.NoAnswer e) {
      return state instanceof BillState.Settling && isAbout(state, e.messageId())
          ? Step.keep(new BillRecord.Unknown(e.messageId(), e.why()))
          : Step.NOTHING;
    } else if (event instanceof Event.Restarted) {
      return state instanceof BillState.Settling s
          ? Step.keep(
              new BillRecord.Unknown(
                  s.intent().message().messageId(), "the terminal ended before the answer came"))
          : Step.NOTHING;
    } else if (event instanceof Event.Wanted e) {
      return wanted(state, e.until());
    } else if (event instanceof Event.NotWanted e) {
      return notWanted(state, e.reversalId());
    } else if (event instanceof Event.Turn e) {
      return turn(state, e);
    } else if (event instanceof Event.KeyChanged e) {
      return keyChanged(state, e);
    } else if (event instanceof Event.FateTold e) {
      return state instanceof BillState.Reversing r
          ? Undoing.fate(r, e, profile)
          : fate(state, e, profile);
    } else if (event instanceof Event.UndoneTold e) {
      return Undoing.undone(state, e);
    } else if (event instanceof Event.UndoRefused e) {
      return Undoing.refused(state, e, profile);
    } else if (event instanceof Event.Contested e) {
      return Disagreeing.contested(state, e.reason());
    } else if (event instanceof Event.HeldAfterAll e) {
      return Disagreeing.held(state, e);
    } else if (event instanceof Event.OnlyTheirs e) {
      return state instanceof BillState.Fresh ? Step.keep(e.held()) : Step.NOTHING;
    } else if (event instanceof Event.NotHeld e) {
      return Disagreeing.notHeld(state, e.why());
    } else if (event instanceof Event.Agrees e) {
      return Disagreeing.agrees(state, e.day());
    } else if (event instanceof Event.CancelAsked e) {
      return Cancels.asked(state, e);
    } else if (event instanceof Event.CancelDone e) {
      return Cancels.done(state, e);
    } else if (event instanceof Event.CancelRefused e) {
      return Cancels.refused(state, e);
    } else if (event instanceof Event.Accepted) {
      return state instanceof BillState.Differs d
          ? Step.keep(new BillRecord.DifferenceAccepted(d.intent().message().messageId()))
          : Step.NOTHING;
    }
    return acknowledged(state);
  }

  private static Step answered(BillState state, Event.Answered e, UndoProfile profile) {
    if (state instanceof BillState.PresumedAbsent p
        && isAbout(state, e.receipt().message().messageId())) {
      // It was on its way all the while, and whoever wanted it was told that it never arrived.
      return Disagreeing.reopenToUndo(p, e.receipt(), e.reversalId());
    }
    return stands(state, e.receipt(), e.now(), e.reversalId(), profile);
  }

  private static Step stands(
      BillState state, Receipt receipt, Instant now, String freshId, UndoProfile profile) {
    if (!onItsWay(state, receipt.message().messageId())) {
      return Disagreeing.late(state, receipt);
    }
    BillState.Tried tried = (BillState.Tried) state;
    if (state instanceof BillState.Unknown u && u.booked()) {
      return Step.keep(
          Figures.of(receipt).equals(u.receipt().map(Figures::of).orElse(u.intent().confirmed()))
              ? new BillRecord.Settled(receipt)
              : new BillRecord.SettledDifferently(receipt));
    } else if (state instanceof BillState.Unknown u && now.isAfter(u.wantedUntil())) {
      // The receipt decides nothing, and proves something all the same.
      return new Step(
          List.of(
              BillRecord.LateAnswer.of(receipt),
              reverse(u.intent(), freshId, "settled after it was wanted")),
          Optional.empty());
    }
    return Figures.of(receipt).equals(tried.intent().confirmed())
        ? Step.keep(new BillRecord.Settled(receipt))
        : new Step(Differing.records(tried.intent(), receipt, freshId, profile), Optional.empty());
  }

  private static Step wanted(BillState state, Instant until) {
    if (state instanceof BillState.Disputed d) {
      return Disagreeing.reopen(d.intent(), "somebody wants it looked into", until);
    }
    return state instanceof BillState.Unknown u
        ? Step.keep(new BillRecord.Wanted(u.intent().message().messageId(), until))
        : Step.NOTHING;
  }

  private static Step notWanted(BillState state, String reversalId) {
    if (state instanceof BillState.Unknown u && u.booked()) {
      return Disagreeing.keepBooked(u, "not wanted any more: cancel it once it stands");
    }
    boolean mayStand =
        state instanceof BillState.Settling
            || state instanceof BillState.Unknown
            || state instanceof BillState.Differs
            || state instanceof BillState.Disputed
            || state instanceof BillState.Settled;
    return mayStand && !state.booked()
        ? Step.keep(reverse(((BillState.Tried) state).intent(), reversalId, "not wanted"))
        : Step.NOTHING;
  }

  private static Step keyChanged(BillState state, Event.KeyChanged e) {
    if (state instanceof BillState.Reversing r) {
      return Step.keepAndDo(
          reverse(r.intent(), e.reversalId(), "signed anew with the terminal's present key"),
          new Effect.Undo(e.reversalId(), r.intent().message()));
    } else if (state instanceof BillState.Cancelling c) {
      // Sent at the next turn, once there is a document. Under the same id: it is done once.
      return Step.keep(new BillRecord.CancelIntent(c.cancelId(), c.order(), Evidence.NONE));
    }
    return Step.NOTHING;
  }

  private static Step turn(BillState state, Event.Turn e) {
    if (state instanceof BillState.Reversing r) {
      return Step.justDo(new Effect.Undo(r.reversalId(), r.intent().message()));
    } else if (state instanceof BillState.Cancelling c) {
      return Step.justDo(new Effect.Cancel(c.prepared()));
    } else if (state instanceof BillState.Unknown u) {
      boolean tooLate = e.now().isAfter(u.wantedUntil());
      if (tooLate && u.booked()) {
        return Disagreeing.keepBooked(u, "the centre did not confirm it in time");
      }
      return tooLate
          ? Step.keepAndDo(
              reverse(u.intent(), e.reversalId(), "not found in time"),
              new Effect.Undo(e.reversalId(), u.intent().message()))
          : Step.justDo(new Effect.Ask(u.intent().message()));
    }
    return Step.NOTHING;
  }

  private static Step fate(BillState state, Event.FateTold e, UndoProfile profile) {
    if (!(state instanceof BillState.Unknown u) || !isAbout(state, e.messageId())) {
      return Step.NOTHING;
    } else if (e.fate() instanceof Fate.Standing s) {
      return stands(state, s.receipt(), e.now(), e.reversalId(), profile);
    } else if (e.fate() instanceof Fate.WasRefused r) {
      return u.receipt().isPresent()
          ? Disagreeing.late(u, e.messageId(), r.refusal())
          : Step.keep(new BillRecord.Refused(e.messageId(), r.refusal()));
    } else if (e.fate() instanceof Fate.WasUndone) {
      return Step.keep(new BillRecord.Reversed(e.messageId(), Optional.empty(), Evidence.NONE));
    }
    return u.booked()
        ? Disagreeing.keepBooked(u, "the centre has not seen it")
        : Step.keep(reverse(u.intent(), e.reversalId(), "the centre has not seen it"));
  }

  private static Step acknowledged(BillState state) {
    boolean ended =
        state instanceof BillState.Settled
            || state instanceof BillState.Refused
            || state instanceof BillState.Reversed
            || state instanceof BillState.PresumedAbsent
            || state instanceof BillState.Cancelled
            || state instanceof BillState.HeldByCentre
            || state instanceof BillState.NotSent;
    return ended && !state.isAcknowledged()
        ? Step.keep(new BillRecord.Acknowledged())
        : Step.NOTHING;
  }

  static BillRecord reverse(Intent intent, String reversalId, String why) {
    return new BillRecord.ReverseIntent(
        reversalId, intent.message().messageId(), why, Evidence.NONE);
  }

  /** Whether {@code messageId} is the attempt whose end is awaited, and no reversal has begun. */
  private static boolean onItsWay(BillState state, String messageId) {
    return (state instanceof BillState.Settling || state instanceof BillState.Unknown)
        && isAbout(state, messageId);
  }

  static boolean isAbout(BillState state, String messageId) {
    return state.lastIntent().filter(i -> i.message().messageId().equals(messageId)).isPresent();
  }
}
