package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;
import java.security.MessageDigest;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.agreement.SM2KeyExchange;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.SM2KeyExchangePrivateParameters;
import org.bouncycastle.crypto.params.SM2KeyExchangePublicParameters;
import org.jspecify.annotations.Nullable;

/**
 * The SM2 key exchange with confirmation (GB/T 32918.3): two parties, each with a lasting and an
 * ephemeral pair, get one secret, and each learns that the other has it.
 */
public final class Sm2Agreement {

  private Sm2Agreement() {}

  /** One's own part: a lasting pair, an ephemeral pair, and the id that is bound to both. */
  public static final class Own {
    private final Sm2PrivateKey lasting;
    private final Sm2PrivateKey ephemeral;
    private final byte[] id;

    public Own(Sm2PrivateKey lasting, Sm2PrivateKey ephemeral, byte[] id) {
      this.lasting = lasting;
      this.ephemeral = ephemeral;
      this.id = id.clone();
    }

    private SM2KeyExchange exchange(boolean initiator) {
      SM2KeyExchange exchange = new SM2KeyExchange();
      exchange.init(
          new ParametersWithID(
              new SM2KeyExchangePrivateParameters(
                  initiator, lasting.parameters(), ephemeral.parameters()),
              id));
      return exchange;
    }
  }

  /** The other's part, as far as it is public. */
  public static final class Peer {
    private final Sm2PublicKey lasting;
    private final Sm2PublicKey ephemeral;
    private final byte[] id;

    public Peer(Sm2PublicKey lasting, Sm2PublicKey ephemeral, byte[] id) {
      this.lasting = lasting;
      this.ephemeral = ephemeral;
      this.id = id.clone();
    }

    private CipherParameters parameters() {
      return new ParametersWithID(
          new SM2KeyExchangePublicParameters(lasting.parameters(), ephemeral.parameters()), id);
    }
  }

  /** What the responder has after its step: the confirmation to send, and the one to expect. */
  public static final class Response {
    private final SecretBytes secret;
    private final byte[] confirmation;
    private final byte[] expected;

    private Response(SecretBytes secret, byte[] confirmation, byte[] expected) {
      this.secret = secret;
      this.confirmation = confirmation;
      this.expected = expected;
    }

    /** S_B, which proves the responder to the initiator. */
    public byte[] confirmation() {
      return confirmation.clone();
    }

    /**
     * The secret, once the initiator has proved itself with S_A.
     *
     * @throws NotAuthentic if it has not; compared in constant time
     */
    public SecretBytes confirmedBy(byte[] initiatorConfirmation) {
      if (!MessageDigest.isEqual(expected, initiatorConfirmation)) {
        throw NotAuthentic.peer();
      }
      return secret;
    }

    @Override
    public String toString() {
      return "Response[hidden]";
    }
  }

  /** What the initiator has after its step: the secret, and the confirmation to send. */
  public static final class Agreed {
    private final SecretBytes secret;
    private final byte[] confirmation;

    private Agreed(SecretBytes secret, byte[] confirmation) {
      this.secret = secret;
      this.confirmation = confirmation;
    }

    public SecretBytes secret() {
      return secret;
    }

    /** S_A, which proves the initiator to the responder. */
    public byte[] confirmation() {
      return confirmation.clone();
    }

    @Override
    public String toString() {
      return "Agreed[hidden]";
    }
  }

  /** The responder's step. It does not yet know who the initiator is. */
  public static Response respond(Own own, Peer initiator, int secretBytes) {
    byte[][] keyAndTags = exchange(own.exchange(false), secretBytes, null, initiator);
    return new Response(SecretBytes.copyOf(keyAndTags[0]), keyAndTags[1], keyAndTags[2]);
  }

  /**
   * The initiator's step, after the responder's.
   *
   * @throws NotAuthentic if {@code responderConfirmation} does not prove the responder; compared in
   *     constant time, by BouncyCastle
   */
  public static Agreed conclude(
      Own own, Peer responder, byte[] responderConfirmation, int secretBytes) {
    byte[][] keyAndTag =
        exchange(own.exchange(true), secretBytes, responderConfirmation, responder);
    return new Agreed(SecretBytes.copyOf(keyAndTag[0]), keyAndTag[1]);
  }

  private static byte[][] exchange(
      SM2KeyExchange exchange, int secretBytes, byte @Nullable [] confirmation, Peer peer) {
    try {
      return exchange.calculateKeyWithConfirmation(
          secretBytes * Byte.SIZE, confirmation, peer.parameters());
    } catch (IllegalStateException | NullPointerException e) {
      // A wrong confirmation, or a shared point at infinity (steps A6 and B5 of the standard),
      // whose
      // coordinates BouncyCastle does not find: to the other end they are one refusal.
      throw NotAuthentic.peer();
    }
  }
}
