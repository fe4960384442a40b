package io.caresettle.credential.code;

import io.caresettle.credential.NationalCode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the codes of the national platform look where this till stands: digits of one length, and
 * where the area uses them tokens of another form.
 *
 * <p>No public standard fixes either, so both are settings. A form keeps prescriptions and parcel
 * labels away from the centre; it says nothing about a code's being genuine.
 *
 * @param digits how many digits a code has, 1 to 128
 * @param token how a token looks, matched as a whole; empty where there are none; other characters
 *     than {@code NationalCode} carries are never accepted
 */
public record NationalCodeForm(int digits, Optional<Pattern> token) {

  private static final int LONGEST = 128;

  /** 28 digits, as scanners deliver them, and no token. */
  public static final NationalCodeForm USUAL = new NationalCodeForm(28, Optional.empty());

  /**
   * @throws IllegalArgumentException when a code would have no digit or too many
   */
  public NationalCodeForm {
    if (digits < 1 || digits > LONGEST) {
      throw new IllegalArgumentException(
          "A national code has 1 to " + LONGEST + " digits, but " + digits + " were asked for");
    }
  }

  /** Codes of this many digits. */
  public static NationalCodeForm ofDigits(int digits) {
    return new NationalCodeForm(digits, Optional.empty());
  }

  /** The same, and tokens of this form beside them. */
  public NationalCodeForm orToken(Pattern form) {
    return new NationalCodeForm(digits, Optional.of(form));
  }

  boolean matches(String text) {
    boolean number = text.length() == digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number || isToken(text);
  }

  private boolean isToken(String text) {
    return NationalCode.carries(text)
        && token.map(form -> form.matcher(text).matches()).orElse(false);
  }
}
