package io.caresettle.credential;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A citizen's identity number (公民身份号码, also the 社会保障号码 of a national): 17 digits and a check
 * character by GB 11643. Residence permits and permanent residence cards of 18 places are numbered
 * the same way, and their first digits say so. It never prints itself.
 */
public final class IdentityNumber implements IdentityDocument {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** The first two digits of GB/T 2260: provinces, 71 Taiwan, 81 to 83 permits, 91 abroad. */
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91);

  /** Nobody alive was born before. */
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);

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

  /** Which document bears this number. */
  @Override
  public DocumentType type() {
    if (digits.matches("8[123]0000.*")) {
      return DocumentType.HMT_RESIDENCE_PERMIT;
    }
    return digits.startsWith("9")
        ? DocumentType.FOREIGN_PERMANENT_RESIDENCE
        : DocumentType.RESIDENT_IDENTITY_CARD;
  }

  /** Odd order numbers are men's, even ones women's (GB 11643). */
  public Sex sex() {
    return (digits.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /**
   * Why nobody can have this number today, in Chinese and English; empty where somebody can.
   * Divisions are checked by province alone and below it by being named at all: which counties
   * there ever were is not known here.
   *
   * @param unassigned whether a division that was never assigned is let pass, as in numbers of
   *     people who do not exist
   */
  public Optional<String> implausible(LocalDate today, boolean unassigned) {
    if (birthDate().isAfter(today)) {
      return Optional.of("出生日期在将来 / the date of birth lies in the future");
    }
    if (birthDate().isBefore(FIRST_BIRTH)) {
      return Optional.of("出生日期早于1900年 / the date of birth lies before 1900");
    }
    if (digits.startsWith("000", 14)) {
      return Optional.of("顺序码为000 / the order number is 000");
    }
    return unassigned || hasAssignedDivision()
        ? Optional.empty()
        : Optional.of("行政区划代码未启用 / the division code was never assigned");
  }

  private boolean hasAssignedDivision() {
    // A permanent residence card has its 9 before the province where it was applied for.
    int at = type() == DocumentType.FOREIGN_PERMANENT_RESIDENCE ? 1 : 0;
    if (!PROVINCES.contains(Integer.parseInt(digits.substring(at, at + 2)))) {
      return false;
    }
    // 99 stands for no city: it marks the numbers of people who do not exist.
    return type() != DocumentType.RESIDENT_IDENTITY_CARD || !digits.startsWith("99", 2);
  }

  /** The number itself. Every use of this is a use of personal data. */
  @Override
  public String reveal() {
    return digits;
  }

  public LocalDate birthDate() {
    return LocalDate.parse(digits.substring(6, 14), BIRTH);
  }

  /** The first three digits and the last, as a slip shows them. */
  @Override
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
