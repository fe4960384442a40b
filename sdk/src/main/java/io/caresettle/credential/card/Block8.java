package io.caresettle.credential.card;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;

/**
 * Eight bytes: a diversification factor, a challenge or an authentication answer, the unit in which
 * a card and an authenticator speak.
 */
public record Block8(long bits) {

  /**
   * Takes eight bytes.
   *
   * @throws IllegalArgumentException when there are more or fewer
   */
  public static Block8 of(byte[] bytes) {
    if (bytes.length != 8) {
      throw new IllegalArgumentException("A block has 8 bytes, but found " + bytes.length);
    }
    return new Block8(ByteBuffer.wrap(bytes).getLong());
  }

  /** Eight fresh bytes from {@code random}. */
  public static Block8 random(RandomGenerator random) {
    return new Block8(random.nextLong());
  }

  public byte[] toBytes() {
    return ByteBuffer.allocate(8).putLong(bits).array();
  }

  /** Whether both are the same bytes, found in a time that does not tell where they differ. */
  boolean matches(Block8 other) {
    return MessageDigest.isEqual(toBytes(), other.toBytes());
  }

  @Override
  public String toString() {
    return "[8 bytes hidden]";
  }
}
