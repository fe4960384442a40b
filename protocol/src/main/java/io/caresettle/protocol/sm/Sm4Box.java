package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Seals values that are kept, each by itself and under one key, such as the records of a journal.
 *
 * <p>A sealed value is a random nonce (12 bytes), the ciphertext and a tag (16 bytes). The nonce is
 * drawn for each value, because a file that was copied or restored must not count on from the same
 * number twice. By the bound for random nonces one key seals at most 2^32 values.
 */
public final class Sm4Box {

  /** How much longer a sealed value is than the plain one. */
  public static final int OVERHEAD_BYTES = Sm4Gcm.NONCE_BYTES + Sm4Gcm.TAG_BYTES;

  private final byte[] key;
  private final SecureRandom random;

  /**
   * A box with this key.
   *
   * @param key 16 bytes
   */
  public Sm4Box(SecretBytes key, SecureRandom random) {
    if (key.length() != Sm4Gcm.KEY_BYTES) {
      throw new IllegalArgumentException("An SM4 key has 16 bytes, not " + key.length());
    }
    this.key = key.bytes(InsecureSecretAccess.get());
    this.random = random;
  }

  /** A new key, for a box of its own. */
  public static SecretBytes newKey(SecureRandom random) {
    byte[] key = new byte[Sm4Gcm.KEY_BYTES];
    random.nextBytes(key);
    return SecretBytes.copyOf(key);
  }

  /**
   * Seals {@code plain}, bound to {@code associated}: what says where the value belongs, so that
   * nobody can move it elsewhere.
   */
  public byte[] seal(byte[] associated, byte[] plain) {
    byte[] nonce = new byte[Sm4Gcm.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = Sm4Gcm.seal(key, nonce, associated, plain);
    byte[] value = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, value, nonce.length, sealed.length);
    return value;
  }

  /**
   * The plain bytes of what {@link #seal} made with the same key and the same associated data.
   *
   * @throws NotAuthentic for anything else
   */
  public byte[] open(byte[] associated, byte[] value) {
    if (value.length < OVERHEAD_BYTES) {
      throw NotAuthentic.sealedValue();
    }
    byte[] nonce = Arrays.copyOf(value, Sm4Gcm.NONCE_BYTES);
    try {
      return Sm4Gcm.open(key, nonce, associated, value, Sm4Gcm.NONCE_BYTES);
    } catch (NotAuthentic e) {
      throw NotAuthentic.sealedValue();
    }
  }

  @Override
  public String toString() {
    return "Sm4Box[hidden]";
  }
}
