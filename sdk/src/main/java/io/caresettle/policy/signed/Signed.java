package io.caresettle.policy.signed;

import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A file that an issuer signed: its form, the signature, a statement that was signed, and content
 * that the statement speaks of.
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one opening and is never compared.
record Signed(String statement, byte[] content) {

  private static final int SIGNATURE_BYTES = 64;
  private static final int MOST_BYTES = 0xFFFF;

  /** What such a file is, how it begins, and what a refusal calls it. */
  enum Form {
    PACK("CSSG\1", "pack", "offered"),
    ORDER("CSOR\1", "order", "offered order");

    private final String magic;
    private final String name;
    private final String called;

    Form(String magic, String name, String called) {
      this.magic = magic;
      this.name = name;
      this.called = called;
    }

    PackRefused refused(String reason) {
      return new PackRefused(called, List.of(reason));
    }

    private byte[] magic() {
      return magic.getBytes(StandardCharsets.US_ASCII);
    }

    private int headBytes() {
      return magic.length() + SIGNATURE_BYTES + Short.BYTES;
    }
  }

  /** Signs {@code statement}; the issuer's key may be in a device that keeps it to itself. */
  static byte[] sign(Form form, String statement, byte[] content, SigningPair issuer) {
    byte[] said = statement.getBytes(StandardCharsets.UTF_8);
    if (said.length > MOST_BYTES) {
      throw new Misuse(
          "What is signed comes to "
              + said.length
              + " bytes before the content; shorten its names to "
              + MOST_BYTES);
    }
    return ByteBuffer.allocate(form.headBytes() + said.length + content.length)
        .put(form.magic())
        .put(issuer.sign(said))
        .putShort((short) said.length)
        .put(said)
        .put(content)
        .array();
  }

  /**
   * Opens such a file. Whether the statement speaks of the content is for the caller to find out.
   *
   * @throws PackRefused unless the issuer signed exactly this statement
   */
  static Signed open(Form form, byte[] bytes, Sm2PublicKey issuer) {
    if (bytes.length < form.headBytes()
        || !Arrays.equals(form.magic(), Arrays.copyOf(bytes, form.magic.length()))) {
      throw form.refused(
          "not a signed " + form.name + " of this form: ask its issuer for the signed file");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).position(form.magic.length());
    byte[] signature = next(in, SIGNATURE_BYTES);
    int length = Short.toUnsignedInt(in.getShort());
    if (length > in.remaining()) {
      throw form.refused("cut off within its statement: fetch the file again");
    }
    byte[] said = next(in, length);
    if (!issuer.verify(Sm2PublicKey.DEFAULT_USER_ID, said, signature)) {
      throw form.refused("not signed by the issuer this till trusts, or altered since");
    }
    return new Signed(new String(said, StandardCharsets.UTF_8), next(in, in.remaining()));
  }

  private static byte[] next(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
