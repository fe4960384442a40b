package io.caresettle.journal;

import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An act that is signed and not kept yet.
 *
 * @param visitNumber the institution's number of the visit; empty where it concerns none
 * @param operatorId whose act it is
 * @param time when the operator signed, to the millisecond, by this terminal's clock
 * @param body what was done, as text. It may hold personal data that the law wants kept, such as
 *     who came for the patient and who agreed; so it is sealed
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
  static byte[] place(String epoch, ActKind kind, String visitKey, Instant time) {
    return Places.of(
        "CareSettle journal act v1\0",
        epoch,
        kind.name(),
        visitKey,
        Long.toString(time.toEpochMilli()));
  }

  /**
   * By what a visit's acts are found in the file, where its number does not stand; of no visit,
   * nothing. Whoever guesses the number can make the same digest.
   */
  static String visitKey(String epoch, String visitNumber) {
    return visitNumber.isEmpty()
        ? ""
        : HexFormat.of()
            .formatHex(Sm3.digest(Places.of("CareSettle journal visit v1\0", epoch, visitNumber)));
  }

  /**
   * What is sealed: whoever reads the file in clear does not learn who was on duty, and for whom.
   */
  Said said() {
    return new Said(operatorId, signature, visitNumber, body);
  }

  /**
   * Whose act it is, in the first line, the signature in the second, the visit in the third, and
   * what was done. In clear, a signature would confirm whoever guesses what it is over.
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives from the file to the reader.
  record Said(String operatorId, byte[] signature, String visitNumber, String body) {

    static Said of(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      int first = text.indexOf('\n');
      int second = text.indexOf('\n', first + 1);
      int third = text.indexOf('\n', second + 1);
      return new Said(
          text.substring(0, first),
          HexFormat.of().parseHex(text.substring(first + 1, second)),
          new String(
              HexFormat.of().parseHex(text.substring(second + 1, third)), StandardCharsets.UTF_8),
          text.substring(third + 1));
    }

    byte[] bytes() {
      HexFormat hex = HexFormat.of();
      String visit = hex.formatHex(visitNumber.getBytes(StandardCharsets.UTF_8));
      return (operatorId + '\n' + hex.formatHex(signature) + '\n' + visit + '\n' + body)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Leaves body and signature out. */
  @Override
  public String toString() {
    return kind + " by " + operatorId + (visitNumber.isEmpty() ? "" : " for visit " + visitNumber);
  }
}
