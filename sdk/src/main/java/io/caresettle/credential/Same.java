package io.caresettle.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares texts without stopping at the first difference. */
final class Same {

  private Same() {}

  static boolean text(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
