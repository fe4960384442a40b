package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PublicKey;

/**
 * An emergency order that its issuer vouches for, as it is sent to tills: what it replaces, how it
 * is called and the digest of its pack, signed together; and the pack, without a signature of its
 * own. So a pack that was signed as an ordinary one makes no order, nor an order's pack an ordinary
 * one.
 */
public final class SignedOrder {

  private static final int LINES = 5;

  private final PolicyOrder order;
  private final byte[] bytes;

  private SignedOrder(PolicyOrder order, byte[] bytes) {
    this.order = order;
    this.bytes = bytes;
  }

  /** Signs an order; the issuer's key may be in a device that keeps it to itself. */
  public static SignedOrder sign(PolicyOrder order, SigningPair issuer) {
    return new SignedOrder(
        order, Signed.sign(Signed.Form.ORDER, statement(order), order.pack().bytes(), issuer));
  }

  /**
   * Opens what {@link #bytes} gave.
   *
   * @throws PackRefused unless the issuer signed exactly this
   */
  public static SignedOrder open(byte[] bytes, Sm2PublicKey issuer) {
    Signed signed = Signed.open(Signed.Form.ORDER, bytes, issuer);
    String text = signed.statement();
    String[] lines = text.split("\n", LINES);
    if (lines.length < LINES) {
      throw Signed.Form.ORDER.refused("signed as something else than an order");
    }
    try {
      PolicyOrder order =
          new PolicyOrder(
              lines[0], lines[1], lines[2], lines[3], CompiledPack.read(signed.content()));
      if (!statement(order).equals(text)) {
        throw Signed.Form.ORDER.refused("signed for another pack than it brings");
      }
      return new SignedOrder(order, bytes.clone());
    } catch (MalformedPack e) {
      throw Signed.Form.ORDER.refused(String.valueOf(e.getMessage()));
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

  /** The file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public PolicyOrder order() {
    return order;
  }
}
