package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that happened to a bill, as the journal keeps it. */
sealed interface BillRecord {

  /** The centre tried the bill; no money moved. */
  record Quoted(
      String reference,
      String bodyDigest,
      Instant expiresAt,
      LocalDate businessDate,
      Figures figures)
      implements BillRecord {}

  /** An attempt begins. */
  record SettleIntent(Intent intent) implements BillRecord {}

  /**
   * Nothing of the attempt left this machine.
   *
   * @param impostor whether that is because somebody else than the centre was there
   */
  record NotSent(String messageId, String why, boolean impostor) implements BillRecord {}

  /** Nobody knows what became of the attempt. */
  record Unknown(String messageId, String why) implements BillRecord {}

  /** The operator still wants it. */
  record Wanted(String messageId, Instant until) implements BillRecord {}

  /** It stands as confirmed. */
  record Settled(Receipt receipt) implements BillRecord {}

  /** It stands, with other figures. */
  record SettledDifferently(Receipt receipt) implements BillRecord {}

  /** Someone took the other figures. */
  record DifferenceAccepted(String messageId) implements BillRecord {}

  /** The centre refused. */
  record Refused(String messageId, Refusal refusal) implements BillRecord {}

  /**
   * The attempt is to be undone.
   *
   * @param document the reversal as it is sent; empty in records of the first version, and in the
   *     table, which signs nothing
   */
  record ReverseIntent(String reversalId, String messageId, String why, Evidence document)
      implements BillRecord {

    ReverseIntent with(Evidence made) {
      return new ReverseIntent(reversalId, messageId, why, made);
    }
  }

  /**
   * The attempt is undone.
   *
   * @param settlementId which settlement was undone; empty where none is known to have stood
   * @param evidence the centre's signed word; empty where a query told it
   */
  record Reversed(String messageId, Optional<String> settlementId, Evidence evidence)
      implements BillRecord {}

  /**
   * An answer that could decide nothing any more.
   *
   * @param evidence the receipt, where it was one
   */
  record LateAnswer(String messageId, String what, Evidence evidence) implements BillRecord {

    /** What is kept of a query about what the centre has not seen. */
    static final String NOT_FOUND = "not found";

    private static final String SETTLED_AS = "settled as ";

    static LateAnswer notFound(String messageId) {
      return new LateAnswer(messageId, NOT_FOUND, Evidence.NONE);
    }

    static LateAnswer of(Receipt receipt) {
      return new LateAnswer(
          receipt.message().messageId(), SETTLED_AS + receipt.settlementId(), receipt.evidence());
    }

    /** Whether the centre said that this attempt stands. */
    boolean isReceiptOf(String attempt) {
      return messageId.equals(attempt) && what.startsWith(SETTLED_AS);
    }

    boolean isNotFound() {
      return what.equals(NOT_FOUND);
    }
  }

  /**
   * A settlement that stands is to be cancelled.
   *
   * @param document the cancellation as it is sent; empty in the table, which signs nothing
   */
  record CancelIntent(String cancelId, CancelOrder order, Evidence document) implements BillRecord {

    CancelIntent with(Evidence made) {
      return new CancelIntent(cancelId, order, made);
    }
  }

  /** The settlement stands no more. */
  record Cancelled(String cancelId, io.caresettle.centre.Cancelled word) implements BillRecord {}

  /** The centre refused to cancel. */
  record CancelRefused(String cancelId, Refusal refusal) implements BillRecord {}

  /** The attempt is taken never to have arrived. */
  record PresumedAbsent(String messageId, String why) implements BillRecord {}

  /** The attempt is looked into again. */
  record Reopened(String messageId, String why) implements BillRecord {}

  /** Both sides disagree about the attempt. */
  record Disputed(String messageId, String reason) implements BillRecord {}

  /**
   * The centre holds a settlement of the bill, and nothing of it is known here.
   *
   * @param day the centre's
   * @param figures by which the centre settled
   */
  record HeldByCentre(
      String messageId, String settlementId, LocalDate day, Figures figures, String reason)
      implements BillRecord {}

  /** The day's end found both sides agreed. */
  record Reconciled(LocalDate day) implements BillRecord {}

  /** The caller has booked the ending. */
  record Acknowledged() implements BillRecord {}
}
