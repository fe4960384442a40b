package io.caresettle.credential.code;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A code's text taken apart, its signature not yet looked at.
 *
 * <p>This is how text and parts belong together; that they are genuine is {@link
 * InsuranceCodeReader}'s to say.
 *
 * @param payload what the code says
 * @param signature 64 bytes, r and s
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one reading and is never compared.
record CodeText(CodePayload payload, byte[] signature) {

  private static final String PREFIX = "CSTEST1.";
  private static final int SIGNATURE_BYTES = 64;
  private static final int LONGEST = 256;

  CodeText {
    if (signature.length != SIGNATURE_BYTES) {
      throw new IllegalArgumentException("A signature has 64 bytes");
    }
  }

  static boolean claimsToBeOurs(String text) {
    return text.startsWith(PREFIX);
  }

  /**
   * @throws IllegalArgumentException when this is no code of ours at all
   */
  static CodeText parse(String text) {
    int dot = text.indexOf('.', PREFIX.length());
    if (!claimsToBeOurs(text) || text.length() > LONGEST || dot < 0) {
      throw new IllegalArgumentException("Not of the form CSTEST1.payload.signature");
    }
    byte[] payload = decode(text.substring(PREFIX.length(), dot));
    return new CodeText(CodePayload.decode(payload), decode(text.substring(dot + 1)));
  }

  /** The one text of this code. */
  String text() {
    return PREFIX + encode(payload.encoded()) + '.' + encode(signature);
  }

  private static byte[] decode(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static String encode(byte[] bytes) {
    return new String(
        Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
  }
}
