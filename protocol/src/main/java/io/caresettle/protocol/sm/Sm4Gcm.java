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
import org.jspecify.annotations.Nullable;

/**
 * SM4 in Galois counter mode with one key, in one direction, with its nonce visible: for the
 * classes of this package that count or draw them.
 *
 * <p>A nonce used twice under one key gives away both messages and the key of the tag, which is why
 * nobody outside may choose one.
 *
 * <p>It keeps what BouncyCastle makes of the key, the round keys and the table of the tag: making
 * them anew for each message costs as much as sealing a short one. It is used by one thread at a
 * time.
 */
final class Sm4Gcm {

  static final int KEY_BYTES = 16;
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private final boolean sealing;
  private final GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());

  /** Until the first message; then the cipher has it. */
  private @Nullable KeyParameter key;

  private Sm4Gcm(boolean sealing, byte[] key) {
    this.sealing = sealing;
    this.key = new KeyParameter(key);
  }

  static Sm4Gcm sealing(byte[] key) {
    return new Sm4Gcm(true, key);
  }

  static Sm4Gcm opening(byte[] key) {
    return new Sm4Gcm(false, key);
  }

  /** The ciphertext of {@code plain}, followed by its tag. */
  static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
    byte[] sealed = new byte[plain.length + TAG_BYTES];
    sealing(key).seal(nonce, associated, 0, associated.length, plain, sealed, 0);
    return sealed;
  }

  /**
   * The plain bytes of the ciphertext at {@code offset}, once the tag behind it is known to be
   * right.
   */
  static byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed, int offset) {
    return opening(key).open(nonce, associated, 0, associated.length, sealed, offset);
  }

  /**
   * Writes the ciphertext of {@code plain} and its tag to {@code sealed} at {@code offset}, where
   * there is room for them.
   *
   * <p>BouncyCastle refuses the nonce of the message before.
   */
  void seal(
      byte[] nonce, byte[] associated, int from, int to, byte[] plain, byte[] sealed, int offset) {
    init(nonce, associated, from, to);
    int done = gcm.processBytes(plain, 0, plain.length, sealed, offset);
    try {
      gcm.doFinal(sealed, offset + done);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("BouncyCastle could not seal", e);
    }
  }

  /**
   * The plain bytes of the ciphertext that begins at {@code offset} and ends with its tag where
   * {@code sealed} ends, once the tag is known to be right.
   */
  byte[] open(byte[] nonce, byte[] associated, int from, int to, byte[] sealed, int offset) {
    int length = sealed.length - offset;
    if (length < TAG_BYTES) {
      throw NotAuthentic.envelope();
    }
    init(nonce, associated, from, to);
    byte[] plain = new byte[length - TAG_BYTES];
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

  private void init(byte[] nonce, byte[] associated, int from, int to) {
    gcm.init(sealing, new AEADParameters(key, TAG_BYTES * Byte.SIZE, nonce));
    key = null;
    gcm.processAADBytes(associated, from, to - from);
  }
}
