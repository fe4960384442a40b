package io.caresettle.credential;

import java.util.regex.Pattern;

/**
 * A code of the national platform (医保码, 医保电子凭证) as a scanner read it: an opaque number or token
 * that a terminal can neither prove nor date. The centre alone judges it.
 *
 * @param text 1 to 128 digits, letters and the characters {@code . _ : / + = -}
 */
public record NationalCode(String text) implements InsuranceCode {

  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z._:/+=-]{1,128}");

  /**
   * @throws IllegalArgumentException when the text holds anything else; it is not repeated
   */
  public NationalCode {
    if (!carries(text)) {
      throw new IllegalArgumentException(
          "A national code has 1 to 128 digits, letters and ._:/+=-, but found "
              + text.length()
              + " characters of another kind");
    }
  }

  /** Whether a text can be one at all, whatever an area's own form. */
  public static boolean carries(String text) {
    return FORM.matcher(text).matches();
  }

  /** Leaves the code itself out: whoever reads a log must not be able to show it. */
  @Override
  public String toString() {
    return "NationalCode[" + text.length() + " characters]";
  }
}
