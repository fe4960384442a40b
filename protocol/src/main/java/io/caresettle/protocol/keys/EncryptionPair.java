package io.caresettle.protocol.keys;

import io.caresettle.protocol.sm.Sm2Agreement;
import io.caresettle.protocol.sm.Sm2PrivateKey;

/** A party's pair for key exchanges, and for nothing else. */
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

  String insecureHex() {
    return TextLines.hex(privateKey.insecureEncoded());
  }

  @Override
  public String toString() {
    return "EncryptionPair[" + publicKey().key() + ", hidden]";
  }
}
