package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;
import java.util.Arrays;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 in Galois counter mode, with its nonce visible: for the two classes of this package that
 * count.
 *
 * <p>A nonce used twice under one key gives away both messages and the key of the tag, which is why
 * nobody outside may choose one.
 */
final class Sm4Gcm {

  static final int KEY_BYTES = 16;
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private Sm4Gcm() {}

  /** The ciphertext of {@code plain}, followed by its tag. */
  static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
    GCMModeCipher gcm = cipher(true, key, nonce, associated);
    byte[] sealed = new byte[gcm.getOutputSize(plain.length)];
    int done = gcm.processBytes(plain, 0, plain.length, sealed, 0);
    try {
      gcm.doFinal(sealed, done);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("BouncyCastle could not seal", e);
    }
    return sealed;
  }

  /**
   * The plain bytes of the ciphertext at {@code offset}, once the tag behind it is known to be
   * right.
   */
  static byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed, int offset) {
    int length = sealed.length - offset;
    if (length < TAG_BYTES) {
      throw NotAuthentic.envelope();
    }
    GCMModeCipher gcm = cipher(false, key, nonce, associated);
    byte[] plain = new byte[gcm.getOutputSize(length)];
    try {
      int done = gcm.processBytes(sealed, offset, length, plain, 0);
      gcm.doFinal(plain, done);
      return plain;
    } catch (InvalidCipherTextException | DataLengthException e) {
      // BouncyCastle writes plain bytes before it has seen the tag: nobody may find them later.
      Arrays.fill(plain, (byte) 0);
      throw NotAuthentic.envelope();
    }
  }

  private static GCMModeCipher cipher(
      boolean sealing, byte[] key, byte[] nonce, byte[] associated) {
    GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
    gcm.init(
        sealing,
        new AEADParameters(new KeyParameter(key), TAG_BYTES * Byte.SIZE, nonce, associated));
    return gcm;
  }
}
