package io.caresettle.settlement;

import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.Undone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What can happen to a bill from outside. Where a reversal may follow, its message id comes along,
 * so that the table itself asks nobody for anything.
 */
sealed interface Event {

  /** The patient confirmed a quote. */
  record Confirmed(Intent intent) implements Event {}

  /** The centre says that it stands. */
  record Answered(Receipt receipt, Instant now, String reversalId) implements Event {}

  /** The centre refused. */
  record Refused(String messageId, Refusal refusal) implements Event {}

  /** Nothing left this machine, perhaps because somebody else than the centre was there. */
  record NotSent(String messageId, String why, boolean impostor) implements Event {}

  /** Something may have left, and no answer can be believed. */
  record NoAnswer(String messageId, String why) implements Event {}

  /** The process that sent the attempt has ended. */
  record Restarted() implements Event {}

  /** The operator wants the bill, until a time. */
  record Wanted(Instant until) implements Event {}

  /** The operator does not want the bill. */
  record NotWanted(String reversalId) implements Event {}

  /** The resolver has a turn. */
  record Turn(Instant now, String reversalId) implements Event {}

  /** The resolver has a turn, and the reversal that was kept cannot be sent any more. */
  record KeyChanged(String reversalId) implements Event {}

  /** The centre answered a query about {@code messageId}. */
  record FateTold(String messageId, Fate fate, Now time, String reversalId) implements Event {
    FateTold(String messageId, Fate fate, Instant now, String reversalId) {
      this(messageId, fate, Now.by(now), reversalId);
    }

    Instant now() {
      return time.till();
    }
  }

  /** The centre says that {@code messageId} is undone. */
  record UndoneTold(String messageId, Undone undone) implements Event {}

  /** The centre refused to undo {@code messageId}; the profile says what that means. */
  record UndoRefused(String messageId, Refusal refusal, Now time) implements Event {
    UndoRefused(String messageId, Refusal refusal, Instant now) {
      this(messageId, refusal, Now.by(now));
    }
  }

  /** Somebody found that both sides disagree. */
  record Contested(String reason) implements Event {}

  /**
   * The day's details hold the attempt.
   *
   * @param wantedUntil empty where it is not wanted
   */
  record HeldAfterAll(String why, Optional<Instant> wantedUntil, String reversalId)
      implements Event {}

  /** The centre holds a settlement of a bill that nobody ever tried to settle here. */
  record OnlyTheirs(BillRecord.HeldByCentre held) implements Event {}

  /** The day's details do not hold the attempt. */
  record NotHeld(String why) implements Event {}

  /** The day's end found both sides agreed. */
  record Agrees(LocalDate day) implements Event {}

  /** An operator wants a settlement cancelled. */
  record CancelAsked(String cancelId, CancelOrder order) implements Event {}

  /** The centre says that the settlement stands no more. */
  record CancelDone(String cancelId, Cancelled word) implements Event {}

  /** The centre will not cancel it. */
  record CancelRefused(String cancelId, Refusal refusal) implements Event {}

  /** Someone saw the other figures and took them. */
  record Accepted() implements Event {}

  /** The caller has booked the ending. */
  record Acknowledged() implements Event {}
}
