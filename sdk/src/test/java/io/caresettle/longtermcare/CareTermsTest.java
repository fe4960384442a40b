package io.caresettle.longtermcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Rate;
import io.caresettle.reading.ReadingFailed;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a long-term-care fund pays")
class CareTermsTest {

  private static final CareTerms TERMS = CareTerms.shipped();

  @ParameterizedTest
  @CsvSource({"310000, SH 22¶1", "320500, SZ 47¶1", "320600, NT 34¶1"})
  @DisplayName("is not published by a real area: that is told with the article and never guessed")
  void notPublished(String area, String source) {
    var answer =
        assertInstanceOf(
            CareShare.NotPublished.class, TERMS.share(area, LocalDate.of(2026, 11, 20)));
    assertEquals(source, answer.source());
    assertTrue(answer.zh().contains("未公布") && answer.zh().contains("经办机构"), answer.zh());
    assertTrue(answer.en().contains("agency"), answer.en());
  }

  @Test
  @DisplayName("is unknown for an area or a day that nothing is known of")
  void unknown() {
    assertInstanceOf(
        CareShare.NotPublished.class, TERMS.share("999999", LocalDate.of(2026, 11, 20)));
    assertInstanceOf(CareShare.NotPublished.class, TERMS.share("test", LocalDate.of(2024, 12, 31)));
  }

  @Test
  @DisplayName("is invented and marked so in the fictitious area, and changes at its day")
  void byDate() {
    var before = (CareShare.Published) TERMS.share("test", LocalDate.of(2026, 6, 30));
    var since = (CareShare.Published) TERMS.share("test", LocalDate.of(2026, 7, 1));
    assertEquals(Rate.basisPoints(8500), before.rate());
    assertEquals(Rate.basisPoints(9000), since.rate());
    assertTrue(before.fictitious() && since.fictitious());
    assertEquals(new Money(5850), CareFigures.of(new Money(6500), since).longTermCareFund());
  }

  @Test
  @DisplayName("and how long a suspension lasts is Shanghai's to say (SH 62)")
  void bounds() {
    assertEquals(
        Optional.of(new CareTerms.Bounds(3, 12, "SH 62")),
        TERMS.suspension("310000", LocalDate.of(2026, 1, 1)));
    assertFalse(TERMS.suspension("320500", LocalDate.of(2026, 1, 1)).isPresent());
  }

  @Test
  @DisplayName("is refused where a file says it twice, as a decimal, or as more than everything")
  void refused() {
    for (String share : new String[] {"0.9", "10001", "-1", "about-half"}) {
      assertThrows(ReadingFailed.class, () -> one("share: " + share, "2026-01-01"), share);
    }
    assertThrows(
        ReadingFailed.class,
        () ->
            one("share: 1, source: \"SH 22\"}\n      - {from: 2026-01-01, share: 1", "2026-01-01"));
  }

  private static CareTerms one(String share, String from) {
    return CareTerms.ofText(
        "t.yaml",
        """
        areas:
          - area: test
            names: {zh: 虚构, en: invented}
            fund-share:
              - {from: %s, %s, source: "SH 22"}
        """
            .formatted(from, share));
  }
}
