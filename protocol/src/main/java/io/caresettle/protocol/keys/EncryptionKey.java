package io.caresettle.protocol.keys;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2PublicKey;

/**
 * The public half of an encryption pair: it takes part in key exchanges and wraps keys, and
 * verifies nothing.
 */
public record EncryptionKey(Sm2PublicKey key) {

  /**
   * Wraps {@code secret} for the owner of the pair, who opens it with {@link
   * EncryptionPair#unwrap}.
   */
  public byte[] wrap(SecretBytes secret) {
    return key.encrypt(secret.bytes(InsecureSecretAccess.get()));
  }
}
