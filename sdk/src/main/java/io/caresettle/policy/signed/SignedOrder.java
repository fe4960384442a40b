package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An emergency order that its issuer vouches for, as it is sent to tills: what it replaces and how
 * it is called, signed, and the signed pack. A pack that was signed as an ordinary one makes no
 * order, nor an order's pack an ordinary one by itself.
 */
public final class SignedOrder {

  private static final byte[] MAGIC = "CSOR\1".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNATURE_BYTES = 64;
  private static final int HEAD_BYTES = MAGIC.length + SIGNATURE_BYTES + Short.BYTES;
  private static final int MOST_BYTES = 0xFFFF;
  private static final int LINES = 5;

  private final PolicyOrder order;
  private final byte[] bytes;

  private SignedOrder(PolicyOrder order, byte[] bytes) {
    this.order = order;
    this.bytes = bytes;
  }

  /** Signs an order; the issuer's key may be in a device that keeps it to itself. */
  public static SignedOrder sign(PolicyOrder order, SigningPair issuer) {
    byte[] pack = order.pack().bytes();
    byte[] statement = statement(order).getBytes(StandardCharsets.UTF_8);
    if (statement.length > MOST_BYTES) {
      throw new Misuse(
          "An order is called in "
              + statement.length
              + " bytes; shorten its names to "
              + MOST_BYTES);
    }
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + statement.length + pack.length);
    bytes
        .put(MAGIC)
        .put(issuer.sign(statement))
        .putShort((short) statement.length)
        .put(statement)
        .put(pack);
    return new SignedOrder(order, bytes.array());
  }

  /**
   * Opens what {@link #bytes} gave.
   *
   * @throws PackRefused unless the issuer signed exactly this
   */
  public static SignedOrder open(byte[] bytes, Sm2PublicKey issuer) {
    if (bytes.length < HEAD_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
      throw refused("not a signed order of this form: ask its issuer for the signed file");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
    byte[] signature = new byte[SIGNATURE_BYTES];
    in.get(signature);
    int length = Short.toUnsignedInt(in.getShort());
    if (length > in.remaining()) {
      throw refused("cut off within its statement: fetch the file again");
    }
    byte[] said = new byte[length];
    in.get(said);
    if (!issuer.verify(Sm2PublicKey.DEFAULT_USER_ID, said, signature)) {
      throw refused("not signed by the issuer this till trusts, or altered since");
    }
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    String text = new String(said, StandardCharsets.UTF_8);
    String[] lines = text.split("\n", LINES);
    if (lines.length < LINES) {
      throw refused("signed as something else than an order");
    }
    try {
      PolicyOrder order =
          new PolicyOrder(lines[0], lines[1], lines[2], lines[3], CompiledPack.read(rest));
      if (!statement(order).equals(text)) {
        throw refused("signed for another pack than it brings");
      }
      return new SignedOrder(order, bytes.clone());
    } catch (MalformedPack e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static String statement(PolicyOrder order) {
    return String.join(
        "\n",
        line(order.number()),
        line(order.zh()),
        line(order.en()),
        line(order.replaces()),
        Statement.of(order.pack()).text());
  }

  private static String line(String text) {
    return text.replace('\n', ' ');
  }

  private static PackRefused refused(String reason) {
    return new PackRefused("offered order", List.of(reason));
  }

  /** The file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public PolicyOrder order() {
    return order;
  }
}
