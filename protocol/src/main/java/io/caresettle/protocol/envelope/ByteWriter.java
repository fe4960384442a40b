package io.caresettle.protocol.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the integers and names of this protocol. */
public final class ByteWriter {

  // No ByteArrayOutputStream: it takes a lock for every byte.
  private byte[] out = new byte[160];
  private int length;

  public ByteWriter u8(int value) {
    return number(value, 1);
  }

  public ByteWriter u16(int value) {
    return number(value, 2);
  }

  public ByteWriter i64(long value) {
    return number(value, 8);
  }

  /** One byte of length, then ASCII. */
  public ByteWriter name(String name) {
    byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
    return u8(ascii.length).bytes(ascii);
  }

  public ByteWriter bytes(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
    return this;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(out, length);
  }

  private ByteWriter number(long value, int bytes) {
    if (bytes < Long.BYTES && (value < 0 || value >= 1L << (bytes * Byte.SIZE))) {
      throw new IllegalArgumentException(value + " does not fit into " + bytes + " bytes");
    }
    room(bytes);
    for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  private void room(int bytes) {
    if (out.length - length < bytes) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, length + bytes));
    }
  }
}
