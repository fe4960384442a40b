package io.caresettle.protocol.sm;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/** Key material: it prints as {@code [hidden]} and is compared in constant time. */
public final class SecretBytes {

  private final byte[] bytes;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy. */
  public static SecretBytes copyOf(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /** How many bytes there are. */
  public int length() {
    return bytes.length;
  }

  /** The bytes {@code from} inclusive {@code to} exclusive, as a secret of their own. */
  public SecretBytes part(int from, int to) {
    if (from < 0 || to < from || to > bytes.length) {
      throw new IllegalArgumentException("A secret of " + bytes.length + " bytes has no such part");
    }
    return new SecretBytes(Arrays.copyOfRange(bytes, from, to));
  }

  /** The bytes themselves, for a cipher or a test. */
  public byte[] bytes(InsecureSecretAccess access) {
    Objects.requireNonNull(access);
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretBytes that && MessageDigest.isEqual(bytes, that.bytes);
  }

  /** The length, because a digest of a secret is something to guess it by. */
  @Override
  public int hashCode() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return "SecretBytes[hidden]";
  }
}
