package io.caresettle.credential.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a CareSettle test code says, before its signature.
 *
 * <p>As bytes: version 1 (1), length of the key id (1), key id in ASCII, pseudonym (16), not-before
 * and expiry in seconds since 1970 as unsigned 32 bits (4 and 4), nonce (8). Nothing may follow.
 *
 * @param keyId which issuer's key signs it: 1 to 32 letters, digits, dots, dashes or underscores
 * @param pseudonym whom it stands for, 32 lower-case hex digits; only its issuer knows who that is
 * @param notBefore the first second of its life
 * @param expires the second in which it is no longer valid
 * @param nonce makes each code differ from every other, 16 lower-case hex digits
 */
public record CodePayload(
    String keyId, String pseudonym, Instant notBefore, Instant expires, String nonce) {

  private static final int VERSION = 1;
  private static final int AFTER_KEY_ID = 16 + 4 + 4 + 8;
  private static final long LAST_SECOND = 0xFFFF_FFFFL;
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final byte[] CONTEXT =
      "io.caresettle test code v1\0".getBytes(StandardCharsets.US_ASCII);

  /**
   * @throws IllegalArgumentException when a part has another form, a time is not a whole second, or
   *     the life is empty
   */
  public CodePayload {
    require(KEY_ID.matcher(keyId).matches(), "a key id of 1 to 32 letters, digits or .-_");
    require(pseudonym.matches("[0-9a-f]{32}"), "a pseudonym of 32 lower-case hex digits");
    require(nonce.matches("[0-9a-f]{16}"), "a nonce of 16 lower-case hex digits");
    require(isWritable(notBefore) && isWritable(expires), "whole seconds between 1970 and 2106");
    require(notBefore.isBefore(expires), "an expiry after the beginning");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("A code payload needs " + what);
    }
  }

  private static boolean isWritable(Instant time) {
    return time.getNano() == 0
        && time.getEpochSecond() >= 0
        && time.getEpochSecond() <= LAST_SECOND;
  }

  /** Its one form as bytes. */
  public byte[] encoded() {
    byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + id.length + AFTER_KEY_ID)
        .put((byte) VERSION)
        .put((byte) id.length)
        .put(id)
        .put(HexFormat.of().parseHex(pseudonym))
        .putInt((int) notBefore.getEpochSecond())
        .putInt((int) expires.getEpochSecond())
        .put(HexFormat.of().parseHex(nonce))
        .array();
  }

  /** What the issuer signs: the context, then {@link #encoded()}. */
  public byte[] toBeSigned() {
    byte[] payload = encoded();
    return ByteBuffer.allocate(CONTEXT.length + payload.length).put(CONTEXT).put(payload).array();
  }

  /**
   * Reads what {@link #encoded()} wrote, and nothing else.
   *
   * @throws IllegalArgumentException when the bytes are not exactly one payload of this version
   */
  public static CodePayload decode(byte[] bytes) {
    require(bytes.length >= 2 && bytes[0] == VERSION, "version 1");
    int idLength = bytes[1];
    require(idLength >= 1 && bytes.length == 2 + idLength + AFTER_KEY_ID, "its exact length");
    ByteBuffer in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
    String keyId = new String(take(in, idLength), StandardCharsets.ISO_8859_1);
    String pseudonym = HexFormat.of().formatHex(take(in, 16));
    Instant notBefore = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()));
    Instant expires = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()));
    return new CodePayload(
        keyId, pseudonym, notBefore, expires, HexFormat.of().formatHex(take(in, 8)));
  }

  /**
   * What a code's text says, <b>not proved</b>: whoever decides by it has asked {@link
   * InsuranceCodeReader} first. An issuer finds the person by it.
   *
   * @throws IllegalArgumentException when the text is no code of ours
   */
  public static CodePayload unproved(String text) {
    return CodeText.parse(text).payload();
  }

  /** The text of the code that says this, with its issuer's signature. */
  public String text(byte[] signature) {
    return new CodeText(this, signature).text();
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }

  /** Leaves pseudonym and nonce out. */
  @Override
  public String toString() {
    return "CodePayload[key " + keyId + ", " + notBefore + " to " + expires + "]";
  }
}
