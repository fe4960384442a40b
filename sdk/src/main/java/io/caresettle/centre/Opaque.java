package io.caresettle.centre;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that are kept and passed on exactly as they are. They never print themselves. */
public final class Opaque {

  private final byte[] bytes;

  private Opaque(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy of {@code bytes}. */
  public static Opaque copyOf(byte[] bytes) {
    return new Opaque(bytes.clone());
  }

  /**
   * Reads what {@link #base64} wrote.
   *
   * @throws IllegalArgumentException when it is no Base64
   */
  public static Opaque fromBase64(String text) {
    return new Opaque(Base64.getDecoder().decode(text));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Opaque other && Arrays.equals(bytes, other.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "[" + bytes.length + " bytes]";
  }
}
