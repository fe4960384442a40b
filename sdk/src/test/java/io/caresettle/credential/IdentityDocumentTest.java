package io.caresettle.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Documents are read by their kind, and never show themselves")
class IdentityDocumentTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String WEIGHED = "10X98765432";

  @Test
  @DisplayName("one wrong digit anywhere in a number is noticed (GB 11643)")
  void everyDigitCounts() {
    String good = "329900198503120011";
    for (int at = 0; at < 18; at++) {
      for (char c : "0123456789X".toCharArray()) {
        if (c != good.charAt(at)) {
          String wrong = good.substring(0, at) + c + good.substring(at + 1);
          assertThrows(IllegalArgumentException.class, () -> IdentityNumber.parse(wrong), wrong);
        }
      }
    }
  }

  @Test
  @DisplayName("the order number tells the sex")
  void sex() {
    assertEquals(Sex.MALE, IdentityNumber.parse("329900198503120011").sex());
    assertEquals(Sex.FEMALE, IdentityNumber.parse("329900196205070029").sex());
  }

  /** The numbers lack their check character: it is calculated, so that none is anybody's. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "32990019850312001, division",
    // A permanent residence card: 9, and then a province.
    "99010019850312001, division",
    "00010119850312001, division",
    "32050020261121001, future",
    "32050018991231001, 1900",
    "32050019850312000, order",
    "32050019850312001, ''",
    "81000019850312001, ''",
    "93115619850312001, ''",
    "90015619850312001, division",
  })
  @DisplayName("a number that nobody can have is told apart")
  void implausible(String seventeen, String why) {
    IdentityNumber number = IdentityNumber.parse(checked(seventeen));
    Optional<String> found = number.implausible(TODAY, false);
    assertEquals(why.isEmpty(), found.isEmpty(), found.toString());
    assertTrue(found.orElse("").contains(why));
  }

  @Test
  @DisplayName("tests may have people of divisions that never were")
  void unassignedInTests() {
    IdentityNumber number = IdentityNumber.parse("329900198503120011");
    assertEquals(Optional.empty(), number.implausible(TODAY, true));
  }

  @ParameterizedTest
  @CsvSource({
    "PASSPORT, E12345678, true",
    "PASSPORT, E1, false",
    "HONG_KONG_MACAO_PERMIT, H12345678, true",
    "HONG_KONG_MACAO_PERMIT, K12345678, false",
    "TAIWAN_PERMIT, 12345678, true",
    "TAIWAN_PERMIT, 1234567, false",
    "BIRTH_CERTIFICATE, P320123456, true",
    "BIRTH_CERTIFICATE, 3201234567, false",
    "MILITARY, 南字第0123456号, true",
    "MILITARY, 0123456, false",
    "FOREIGN_PERMANENT_RESIDENCE, USA110012345678, true",
    "FOREIGN_PERMANENT_RESIDENCE, US1110012345678, false",
    "HMT_RESIDENCE_PERMIT, 329900198503120011, false",
    "RESIDENT_IDENTITY_CARD, 329900198503120011, true",
  })
  @DisplayName("each kind has its form")
  void forms(DocumentType type, String number, boolean good) {
    if (!good) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> IdentityDocument.of(type, number));
      assertFalse(refused.toString().contains(number));
      return;
    }
    IdentityDocument document = IdentityDocument.of(type, number);
    assertEquals(type, document.type());
    assertFalse(document.toString().contains(number));
    assertFalse(document.masked().contains(number));
  }

  @Test
  @DisplayName("the same number of another kind is another document")
  void kindAndNumber() {
    IdentityDocument passport = IdentityDocument.of(DocumentType.PASSPORT, "12345678");
    assertTrue(passport.isSameAs(IdentityDocument.of(DocumentType.PASSPORT, "12345678")));
    assertFalse(passport.isSameAs(IdentityDocument.of(DocumentType.TAIWAN_PERMIT, "12345678")));
    assertFalse(passport.isSameAs(IdentityDocument.of(DocumentType.PASSPORT, "12345679")));
  }

  @Test
  @DisplayName("a residence permit says so by its first digits")
  void permit() {
    assertEquals(
        DocumentType.HMT_RESIDENCE_PERMIT,
        IdentityDocument.of(DocumentType.HMT_RESIDENCE_PERMIT, checked("83000019850312001"))
            .type());
  }

  private static String checked(String seventeen) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (seventeen.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return seventeen + WEIGHED.charAt(sum % 11);
  }
}
