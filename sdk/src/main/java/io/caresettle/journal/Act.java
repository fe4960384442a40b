package io.caresettle.journal;

import java.time.Instant;

/**
 * An act that is kept.
 *
 * @param position its place among the acts, counted from 1
 * @param epoch the life of the journal that it was signed in
 * @param visitNumber empty where it concerns none
 * @param time when the operator signed it, by this terminal's clock
 * @param body what was done, as text
 * @param signature the operator's, over {@link #signed}
 */
@SuppressWarnings("ArrayRecordComponent") // Lives from the file to the reader, and is not compared.
public record Act(
    long position,
    String epoch,
    ActKind kind,
    String visitNumber,
    String operatorId,
    Instant time,
    String body,
    byte[] signature) {

  /** What the operator signed. */
  public byte[] signed() {
    return ActDraft.signed(epoch, kind, visitNumber, operatorId, time, body);
  }

  /** Leaves body and signature out. */
  @Override
  public String toString() {
    return position
        + ": "
        + kind
        + " by "
        + operatorId
        + (visitNumber.isEmpty() ? "" : " for visit " + visitNumber)
        + ", "
        + time;
  }
}
