package io.caresettle.protocol.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the integers and names of this protocol. */
public final class ByteWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(160);

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
    out.writeBytes(bytes);
    return this;
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }

  private ByteWriter number(long value, int bytes) {
    if (bytes < Long.BYTES && (value < 0 || value >= 1L << (bytes * Byte.SIZE))) {
      throw new IllegalArgumentException(value + " does not fit into " + bytes + " bytes");
    }
    for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (value >>> shift));
    }
    return this;
  }
}
