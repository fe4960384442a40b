package io.caresettle.protocol.keys;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2Agreement;
import io.caresettle.protocol.sm.Sm2CiphertextForm;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.util.Objects;

/** A party's pair for key exchanges and for opening wrapped keys, and for nothing else. */
public final class EncryptionPair {

  private final Sm2PrivateKey privateKey;

  public EncryptionPair(Sm2PrivateKey privateKey) {
    this.privateKey = privateKey;
  }

  public EncryptionKey publicKey() {
    return new EncryptionKey(privateKey.publicKey());
  }

  /** This pair's part in one key exchange, with that exchange's ephemeral key and bound id. */
  public Sm2Agreement.Own agreeWith(Sm2PrivateKey ephemeral, byte[] boundId) {
    return new Sm2Agreement.Own(privateKey, ephemeral, boundId);
  }

  /**
   * Opens a key that was wrapped with {@link EncryptionKey#wrap}.
   *
   * @throws io.caresettle.protocol.NotAuthentic unless it was wrapped for this pair
   */
  public SecretBytes unwrap(byte[] wrapped) {
    return SecretBytes.copyOf(privateKey.decrypt(Sm2CiphertextForm.C1C3C2, wrapped));
  }

  /** The private half, for whoever stores it. */
  public Sm2PrivateKey privateKey(InsecureSecretAccess access) {
    Objects.requireNonNull(access);
    return privateKey;
  }

  @Override
  public String toString() {
    return "EncryptionPair[" + publicKey().key() + ", hidden]";
  }
}
