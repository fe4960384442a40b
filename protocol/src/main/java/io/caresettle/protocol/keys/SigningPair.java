package io.caresettle.protocol.keys;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;

/**
 * A party's pair for signing documents, and for nothing else.
 *
 * <p>The signer's user id is the default of the standards, so that a document can be verified by
 * whoever holds the public key and knows no agreement of ours.
 */
public final class SigningPair {

  private final Sm2PrivateKey privateKey;

  public SigningPair(Sm2PrivateKey privateKey) {
    this.privateKey = privateKey;
  }

  public SigningKey publicKey() {
    return new SigningKey(privateKey.publicKey());
  }

  /** r and s, 64 bytes. */
  public byte[] sign(byte[] message) {
    return privateKey.sign(Sm2PublicKey.DEFAULT_USER_ID, message);
  }

  String hex(InsecureSecretAccess access) {
    return TextLines.hex(privateKey.encoded(access));
  }

  @Override
  public String toString() {
    return "SigningPair[" + publicKey().key() + ", hidden]";
  }
}
