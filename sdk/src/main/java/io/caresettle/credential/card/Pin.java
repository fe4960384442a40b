package io.caresettle.credential.card;

import io.caresettle.problem.Misuse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A card's PIN as its holder typed it, before the card is spoken to: 4 to 16 digits. It never
 * prints itself and is overwritten when closed. Not for several threads.
 */
public final class Pin implements AutoCloseable {

  private static final int FEWEST = 4;
  private static final int MOST = 16;

  private final byte[] packed;
  private boolean closed;

  private Pin(byte[] packed) {
    this.packed = packed;
  }

  /**
   * Takes what a keypad gave. The array is the caller's to overwrite.
   *
   * @throws IllegalArgumentException when there are fewer than 4 or more than 16 digits, or
   *     anything else than digits; the message says nothing of them
   */
  public static Pin of(char[] digits) {
    if (digits.length < FEWEST || digits.length > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "密码长度应为%d至%d位 / A PIN has %d to %d digits", FEWEST, MOST, FEWEST, MOST));
    }
    byte[] packed = new byte[(digits.length + 1) / 2];
    for (int i = 0; i < digits.length; i++) {
      if (digits[i] < '0' || digits[i] > '9') {
        Arrays.fill(packed, (byte) 0);
        throw new IllegalArgumentException("密码只能是数字 / A PIN is made of digits");
      }
      packed[i / 2] |= (byte) (HexFormat.fromHexDigit(digits[i]) << (i % 2 == 0 ? 4 : 0));
    }
    if (digits.length % 2 == 1) {
      packed[packed.length - 1] |= 0x0F;
    }
    return new Pin(packed);
  }

  /** Whether both are the same digits, found in a time that does not tell where they differ. */
  public boolean sameAs(Pin other) {
    byte[] mine = packed();
    byte[] others = other.packed();
    try {
      return MessageDigest.isEqual(mine, others);
    } finally {
      Arrays.fill(mine, (byte) 0);
      Arrays.fill(others, (byte) 0);
    }
  }

  /** Packed digits, an odd number of them filled up with F. */
  byte[] packed() {
    if (closed) {
      // Sent all the same, it would be a wrong PIN and cost a try.
      throw new Misuse("This PIN was closed and its digits are gone: have it typed again");
    }
    return packed.clone();
  }

  /** Overwrites the digits; a closed PIN goes to no card any more. */
  @Override
  public void close() {
    closed = true;
    Arrays.fill(packed, (byte) 0);
  }

  @Override
  public String toString() {
    return "[PIN hidden]";
  }
}
