package io.caresettle.centre;

import io.caresettle.split.BillId;
import java.time.Instant;

/**
 * One call of a visit of several, as it is kept before it leaves and after it is answered.
 *
 * @param bill for whose sake it is made
 * @param messageId its own
 * @param kind the transaction, such as 2204
 * @param facts what sending it again, asking for it and undoing it need; the way to the centre
 *     alone understands them
 * @param at when this was kept, by the terminal's clock
 */
public record VisitCall(
    BillId bill, String messageId, String kind, State state, Opaque facts, Instant at) {

  /** What is known of a call. */
  public enum State {
    /** It is to be sent once the settlement stands; nothing of it left yet. */
    OWED,
    /** Sent, or perhaps sent, and nobody knows. */
    BEGUN,
    /** It stands. */
    STANDS,
    /** Its undo was sent, or perhaps sent, and nobody knows. */
    UNDO_BEGUN,
    /** It never arrived, was refused, or is undone. */
    GONE
  }

  /** The same call, of which this is known now. */
  public VisitCall as(State now, Opaque newFacts, Instant when) {
    return new VisitCall(bill, messageId, kind, now, newFacts, when);
  }

  /** The same with the facts as they are. */
  public VisitCall as(State now, Instant when) {
    return as(now, facts, when);
  }
}
