package io.caresettle.protocol.keys;

import io.caresettle.protocol.sm.Sm2PublicKey;

/** The public half of a signing pair: it verifies what that party signed. */
public record SigningKey(Sm2PublicKey key) {

  /** Whether {@code signature}, 64 bytes, is this party's over {@code message}. */
  public boolean verify(byte[] message, byte[] signature) {
    return key.verify(Sm2PublicKey.DEFAULT_USER_ID, message, signature);
  }
}
