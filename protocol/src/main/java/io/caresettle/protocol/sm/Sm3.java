package io.caresettle.protocol.sm;

import org.bouncycastle.crypto.digests.SM3Digest;

/** The SM3 digest of bytes (密码杂凑): 32 bytes. */
public final class Sm3 {

  private Sm3() {}

  /** The digest of {@code parts}, read one after the other as if they were one. */
  public static byte[] digest(byte[]... parts) {
    SM3Digest sm3 = new SM3Digest();
    for (byte[] part : parts) {
      sm3.update(part, 0, part.length);
    }
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    return digest;
  }
}
