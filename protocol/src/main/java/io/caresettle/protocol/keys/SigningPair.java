package io.caresettle.protocol.keys;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.util.Objects;
import java.util.Optional;

/**
 * A party's pair for signing documents, and for nothing else.
 *
 * <p>The signer's user id is the default of the standards, so that a document can be verified by
 * whoever holds the public key and knows no agreement of ours.
 */
public final class SigningPair {

  /** What signs: a key in this process, or a device that keeps its key to itself. */
  @FunctionalInterface
  public interface Signer {

    /**
     * The SM2 signature over {@code message}, with SM3 and the default user id: r and s, 64 bytes.
     */
    byte[] sign(byte[] message);
  }

  private final SigningKey publicKey;
  private final Signer signer;
  private final Optional<Sm2PrivateKey> here;

  public SigningPair(Sm2PrivateKey privateKey) {
    publicKey = new SigningKey(privateKey.publicKey());
    signer = message -> privateKey.sign(Sm2PublicKey.DEFAULT_USER_ID, message);
    here = Optional.of(privateKey);
  }

  private SigningPair(SigningKey publicKey, Signer signer) {
    this.publicKey = publicKey;
    this.signer = signer;
    this.here = Optional.empty();
  }

  /**
   * A pair whose private half stays in a device (SKF, SDF, a card) that computes SM2 itself.
   *
   * <p>Each signature is verified before it is handed on: a device that was swapped or is broken
   * must not sign a settlement that nobody can check.
   */
  public static SigningPair inDevice(SigningKey publicKey, Signer device) {
    return new SigningPair(
        publicKey,
        message -> {
          byte[] signature = device.sign(message);
          if (!publicKey.verify(message, signature)) {
            throw new KeyRejected(
                "The device signed with another key than its public key says: is it the right one?");
          }
          return signature;
        });
  }

  public SigningKey publicKey() {
    return publicKey;
  }

  /** r and s, 64 bytes. */
  public byte[] sign(byte[] message) {
    return signer.sign(message);
  }

  /**
   * The private half, for whoever stores it.
   *
   * @throws KeyRejected if it is in a device
   */
  public Sm2PrivateKey privateKey(InsecureSecretAccess access) {
    Objects.requireNonNull(access);
    return here.orElseThrow(
        () -> new KeyRejected("The private key is in a device, which does not hand it out"));
  }

  @Override
  public String toString() {
    return "SigningPair[" + publicKey.key() + ", hidden]";
  }
}
