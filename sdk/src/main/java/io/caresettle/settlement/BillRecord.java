package io.caresettle.settlement;

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

  /** Nothing of the attempt left this machine. */
  record NotSent(String messageId, String why) implements BillRecord {}

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

  /** The attempt is to be undone. */
  record ReverseIntent(String reversalId, String messageId, String why) implements BillRecord {}

  /**
   * The attempt is undone.
   *
   * @param settlementId which settlement was undone; empty where none is known to have stood
   * @param evidence the centre's signed word in Base64; empty where a query told it
   */
  record Reversed(String messageId, Optional<String> settlementId, String evidence)
      implements BillRecord {}

  /** An answer that could decide nothing any more. */
  record LateAnswer(String messageId, String what) implements BillRecord {}

  /** The caller has booked the ending. */
  record Acknowledged() implements BillRecord {}
}
