package io.caresettle.protocol.envelope;

import io.caresettle.protocol.NotAuthentic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** Reads what {@link ByteWriter} wrote, from bytes that anybody may have sent. */
public final class ByteReader {

  private final byte[] bytes;
  private final Supplier<NotAuthentic> refusal;
  private int position;

  /** A reader that refuses with {@code refusal} whatever is too short or out of bounds. */
  public ByteReader(byte[] bytes, Supplier<NotAuthentic> refusal) {
    this(bytes, 0, refusal);
  }

  /** The same from {@code position} on. */
  public ByteReader(byte[] bytes, int position, Supplier<NotAuthentic> refusal) {
    this.bytes = bytes;
    this.position = position;
    this.refusal = refusal;
  }

  public int u8() {
    return (int) number(1);
  }

  public int u16() {
    return (int) number(2);
  }

  public long i64() {
    return number(8);
  }

  /** A name of {@code shortest} to {@code longest} printable characters. */
  public String name(int shortest, int longest) {
    int length = u8();
    if (length < shortest || length > longest) {
      throw refusal.get();
    }
    require(length);
    for (int i = position; i < position + length; i++) {
      if (!Names.isPrintable(bytes[i])) {
        throw refusal.get();
      }
    }
    String name = new String(bytes, position, length, StandardCharsets.US_ASCII);
    position += length;
    return name;
  }

  /**
   * The next {@code length} bytes, which the protocol fixes: never a length from the message
   * itself.
   */
  public byte[] bytes(int length) {
    require(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  public int position() {
    return position;
  }

  /** Refuses what is longer than it should be. */
  public void end() {
    if (position != bytes.length) {
      throw refusal.get();
    }
  }

  private void require(int length) {
    if (bytes.length - position < length) {
      throw refusal.get();
    }
  }

  private long number(int length) {
    require(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << Byte.SIZE | (bytes[position++] & 0xff);
    }
    return value;
  }
}
