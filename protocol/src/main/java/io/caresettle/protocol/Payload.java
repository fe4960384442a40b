package io.caresettle.protocol;

import java.util.Arrays;

/**
 * The bytes of one message, which never change and never print.
 *
 * <p>It stands in for {@code byte[]} wherever a record holds a message: what identifies a patient
 * must not get into a log because somebody printed the record around it.
 */
public final class Payload {

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy of {@code bytes}. */
  public static Payload copyOf(byte[] bytes) {
    return new Payload(bytes.clone());
  }

  /**
   * Takes {@code bytes} themselves: for who made them and forgets them at once, such as whoever has
   * just opened an envelope.
   */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes there are. */
  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Payload[" + bytes.length + " bytes]";
  }
}
