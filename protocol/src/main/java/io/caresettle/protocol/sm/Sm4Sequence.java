package io.caresettle.protocol.sm;

import java.nio.ByteBuffer;

/** The numbers of one direction, from 1 upwards, and the nonce that each of them makes. */
final class Sm4Sequence {

  static final int SALT_BYTES = 4;

  /** 2^32 messages under one key: the bound of the standards, and years of work for a counter. */
  static final long LAST = 1L << 32;

  private final byte[] salt;
  private long next = 1;

  Sm4Sequence(SecretBytes salt) {
    this.salt = salt.bytes(InsecureSecretAccess.get());
  }

  /** The key of a direction, checked together with its salt. */
  static byte[] key(SecretBytes key, SecretBytes salt) {
    if (key.length() != Sm4Gcm.KEY_BYTES || salt.length() != SALT_BYTES) {
      throw new IllegalArgumentException("A direction has an SM4 key of 16 bytes and a salt of 4");
    }
    return key.bytes(InsecureSecretAccess.get());
  }

  long next() {
    return next;
  }

  boolean isExhausted() {
    return next > LAST;
  }

  /** The nonce of the next number: salt (4 bytes), number (8 bytes). */
  byte[] nonce() {
    return ByteBuffer.allocate(Sm4Gcm.NONCE_BYTES).put(salt).putLong(next).array();
  }

  void advance() {
    next++;
  }
}
