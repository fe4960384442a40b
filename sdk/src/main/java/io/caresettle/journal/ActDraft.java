package io.caresettle.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An act that is signed and not kept yet.
 *
 * @param visitNumber the institution's number of the visit; empty where it concerns none
 * @param operatorId whose act it is
 * @param time when the operator signed, to the millisecond, by this terminal's clock
 * @param body what was done, as text; it may hold masked personal data
 * @param signature the operator's, over {@link #signed}: r and s, 64 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Lives from the signer to the file, and is not compared.
public record ActDraft(
    ActKind kind,
    String visitNumber,
    String operatorId,
    Instant time,
    String body,
    byte[] signature) {

  private static final String CONTEXT = "CareSettle operator act v1\0";

  /**
   * The bytes that an operator signs. The journal's epoch is among them: an act proves nothing in
   * another journal.
   */
  public static byte[] signed(
      String epoch,
      ActKind kind,
      String visitNumber,
      String operatorId,
      Instant time,
      String body) {
    return Places.of(
        CONTEXT,
        epoch,
        kind.name(),
        visitNumber,
        operatorId,
        Long.toString(time.toEpochMilli()),
        body);
  }

  /** Where its body opens, and nowhere else. */
  static byte[] place(
      String epoch, ActKind kind, String visitNumber, String operatorId, Instant time) {
    return Places.of(
        "CareSettle journal act v1\0",
        epoch,
        kind.name(),
        visitNumber,
        operatorId,
        Long.toString(time.toEpochMilli()));
  }

  byte[] bodyBytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Leaves body and signature out. */
  @Override
  public String toString() {
    return kind + " by " + operatorId + (visitNumber.isEmpty() ? "" : " for visit " + visitNumber);
  }
}
