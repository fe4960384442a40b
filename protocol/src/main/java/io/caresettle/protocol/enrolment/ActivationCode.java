package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * The word with which a terminal proves, once, that it is the one that was invited (激活码).
 *
 * <p>It is 20 characters of an alphabet without I, L, O and U: 16 random ones (80 bits) and 4 that
 * find nearly every typing mistake. It prints masked; the centre keeps its digest alone.
 */
public final class ActivationCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_CHARACTERS = 16;
  private static final int CHARACTERS = 20;
  private static final int GROUP = 5;
  private static final byte[] CHECK = ascii("CareSettle activation code check v1");
  private static final byte[] DIGEST = ascii("CareSettle activation code v1");

  private final String characters;

  private ActivationCode(String characters) {
    this.characters = characters;
  }

  /** A new code. */
  public static ActivationCode generate(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ActivationCode(code + check(code.toString()));
  }

  /**
   * Reads what somebody typed: case, spaces and hyphens do not matter, O is read as 0, I and L as
   * 1.
   *
   * @throws KeyRejected if it is mistyped; the message does not quote it
   */
  public static ActivationCode parse(String typed) {
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean right =
        code.length() == CHARACTERS
            && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && code.endsWith(check(code.substring(0, RANDOM_CHARACTERS)));
    if (!right) {
      throw new KeyRejected(
          "An activation code has 20 letters and digits that check themselves: one of them is"
              + " mistyped, type it again");
    }
    return new ActivationCode(code);
  }

  private static String check(String random) {
    byte[] digest = Sm3.digest(CHECK, new byte[1], ascii(random));
    StringBuilder check = new StringBuilder();
    for (int i = 0; i < CHARACTERS - RANDOM_CHARACTERS; i++) {
      check.append(ALPHABET.charAt(digest[i] & 31));
    }
    return check.toString();
  }

  /** The code as it is printed for its reader, in four groups. */
  public String text(InsecureSecretAccess access) {
    Objects.requireNonNull(access);
    StringBuilder text = new StringBuilder(characters);
    for (int at = CHARACTERS - GROUP; at > 0; at -= GROUP) {
      text.insert(at, '-');
    }
    return text.toString();
  }

  /** 64 hex digits that know the code again and do not tell it. */
  public String digest() {
    return HexFormat.of().formatHex(Sm3.digest(DIGEST, new byte[1], ascii(characters)));
  }

  byte[] bytes() {
    return ascii(characters);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActivationCode that
        && MessageDigest.isEqual(ascii(characters), ascii(that.characters));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ascii(digest()));
  }

  @Override
  public String toString() {
    return "ActivationCode[hidden]";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
