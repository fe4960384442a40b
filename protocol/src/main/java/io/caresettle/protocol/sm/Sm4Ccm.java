package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 in counter mode with CBC-MAC, for {@link KnownAnswers} alone: nothing is sealed with it. */
final class Sm4Ccm {

  private Sm4Ccm() {}

  static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
    try {
      return cipher(true, key, nonce, associated).processPacket(plain, 0, plain.length);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("BouncyCastle could not seal", e);
    }
  }

  static byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
    try {
      return cipher(false, key, nonce, associated).processPacket(sealed, 0, sealed.length);
    } catch (InvalidCipherTextException e) {
      throw NotAuthentic.envelope();
    }
  }

  private static CCMBlockCipher cipher(
      boolean sealing, byte[] key, byte[] nonce, byte[] associated) {
    CCMModeCipher ccm = CCMBlockCipher.newInstance(new SM4Engine());
    ccm.init(
        sealing,
        new AEADParameters(new KeyParameter(key), Sm4Gcm.TAG_BYTES * Byte.SIZE, nonce, associated));
    return (CCMBlockCipher) ccm;
  }
}
