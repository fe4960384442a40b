package io.caresettle.credential;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * A citizen's identity number (公民身份号码, also the 社会保障号码 of a national): 17 digits and a check
 * character by GB 11643. It never prints itself.
 */
public final class IdentityNumber {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final String digits;

  private IdentityNumber(String digits) {
    this.digits = digits;
  }

  /**
   * Reads a number and checks all that can be checked without the centre.
   *
   * @throws IllegalArgumentException when length, digits, birth date or check character are wrong;
   *     the message says which, never the number
   */
  public static IdentityNumber parse(String text) {
    String t = text.toUpperCase(Locale.ROOT);
    if (!t.matches("\\d{17}[0-9X]")) {
      throw new IllegalArgumentException(
          "An identity number has 17 digits and a check character, but found "
              + text.length()
              + " characters");
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (t.charAt(i) - '0') * WEIGHTS[i];
    }
    if (CHECKS.charAt(sum % 11) != t.charAt(17)) {
      throw new IllegalArgumentException(
          "The identity number's check character is wrong: read it again");
    }
    try {
      LocalDate.parse(t.substring(6, 14), BIRTH);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The identity number holds no possible date of birth", e);
    }
    return new IdentityNumber(t);
  }

  /** The number itself. Every use of this is a use of personal data. */
  public String reveal() {
    return digits;
  }

  public LocalDate birthDate() {
    return LocalDate.parse(digits.substring(6, 14), BIRTH);
  }

  /** The first three digits and the last, as a slip shows them. */
  public String masked() {
    return digits.substring(0, 3) + "**************" + digits.substring(17);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof IdentityNumber other && digits.equals(other.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "[identity number hidden]";
  }
}
