package io.caresettle.sim.phone;

import io.caresettle.protocol.sm.Sm3;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Turns digits into as many other digits, and back, under a key: eight rounds of a balanced Feistel
 * network with SM3. It makes the simulator's codes opaque and is no cipher for anything else.
 */
final class DigitScramble {

  private static final int ROUNDS = 8;

  private final byte[] key;

  DigitScramble(byte[] key) {
    this.key = key.clone();
  }

  /**
   * @param digits an even number of decimal digits
   */
  String scramble(String digits) {
    return run(digits, true);
  }

  String unscramble(String digits) {
    return run(digits, false);
  }

  private String run(String digits, boolean forth) {
    int half = digits.length() / 2;
    BigInteger modulus = BigInteger.TEN.pow(half);
    BigInteger left = new BigInteger(digits.substring(0, half));
    BigInteger right = new BigInteger(digits.substring(half));
    for (int i = 0; i < ROUNDS; i++) {
      if (forth) {
        BigInteger next = left.add(round(i, half, right)).mod(modulus);
        left = right;
        right = next;
      } else {
        BigInteger last = right.subtract(round(ROUNDS - 1 - i, half, left)).mod(modulus);
        right = left;
        left = last;
      }
    }
    return padded(left, half) + padded(right, half);
  }

  private BigInteger round(int number, int half, BigInteger input) {
    byte[] text = (number + ":" + half + ":" + input).getBytes(StandardCharsets.US_ASCII);
    return new BigInteger(1, Sm3.digest(key, text, key));
  }

  private static String padded(BigInteger value, int length) {
    String digits = value.toString();
    return "0".repeat(length - digits.length()) + digits;
  }
}
