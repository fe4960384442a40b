package io.caresettle.longtermcare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Rate;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.reading.ReadingFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a long-term-care fund pays")
class CareTermsTest {

  private static final PolicyBook SHIPPED = PolicyBook.shipped();
  private static final CareTerms TERMS = CareTerms.shipped(SHIPPED);

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
    assertTrue(before.testFigures() && since.testFigures());
    assertEquals(new Money(5850), CareFigures.of(new Money(6500), since).longTermCareFund());
  }

  @ParameterizedTest
  @CsvSource({"310000, SH 62¶1", "test, JS 14¶1"})
  @DisplayName("and how long a suspension lasts is for the pack about entitlement to say (SH 62)")
  void bounds(String area, String source) {
    assertEquals(
        Optional.of(new CareTerms.Bounds(3, 12, source)),
        TERMS.suspension(area, LocalDate.of(2026, 1, 1)));
    for (String silent : List.of("320500", "320600", "460000", "999999")) {
      assertFalse(TERMS.suspension(silent, LocalDate.of(2026, 1, 1)).isPresent(), silent);
    }
  }

  @Test
  @DisplayName("is refused where a file says it twice, as a decimal, or as more than everything")
  void refused() {
    for (String share : new String[] {"0.9", "10001", "-1", "about-half"}) {
      assertThrows(ReadingFailed.class, () -> terms("value: 8500", "value: " + share), share);
    }
    refuses("an overlap", "from: 2026-07-01", "from: 2026-06-30");
    refuses("a gap", "from: 2026-07-01", "from: 2026-07-02");
    refuses("'test' again", "area: other", "area: test");
  }

  @Test
  @DisplayName("is refused without an article that is there, standing and confidence, as in a pack")
  void cited() {
    refuses("the article 999, which SH does not have", "\"22\"", "\"999\"");
    refuses("standing", "          standing: fictitious\n", "");
    refuses("confidence", "          confidence: none\n", "");
    refuses("one share for all", "unit: basis-points", "unit: fen");
    CareTerms sure =
        terms(
            "standing: fictitious\n          confidence: none",
            "standing: in-force\n          confidence: H");
    var share = (CareShare.Published) sure.share("test", LocalDate.of(2026, 6, 30));
    assertFalse(share.testFigures());
    assertEquals("SH 22¶1", share.source());
  }

  @Test
  @DisplayName("is refused in an area whose pack says that there is no long-term care")
  void contradicted() {
    String pack = text().replaceFirst("(?s)(long-term-care.exists:.*?value: )yes", "$1no");
    PolicyBook none = PolicyBook.ofTexts(Map.of("test.yaml", pack));
    ReadingFailed failed =
        assertThrows(ReadingFailed.class, () -> CareTerms.ofText("t.yaml", TEXT, none));
    assertTrue(
        String.valueOf(failed.getMessage()).contains("no long-term care by JS 14¶1"),
        failed::toString);
    String later =
        pack.replaceFirst(
            "(?s)(long-term-care.exists:.*?- from: 2024-01-01)(.*?)value: no(.*?assumed: invented)",
            "$1\n        to: 2026-12-31$2value: yes$3\n      - from: 2027-01-01$2value: no$3");
    PolicyBook noneLater = PolicyBook.ofTexts(Map.of("test.yaml", later));
    assertThrows(ReadingFailed.class, () -> CareTerms.ofText("t.yaml", TEXT, noneLater));
    assertThrows(ReadingFailed.class, () -> CareTerms.shipped(noneLater));
  }

  private static final String TEXT =
      """
      areas:
        - area: test
          names: {zh: 虚构, en: invented}
          from: 2025-01-01
          fund-share:
            describes: What the fund pays of a visit
            unit: basis-points
            series:
              - from: 2025-01-01
                to: 2026-06-30
                value: 8500
                source: {text: SH, article: "22", paragraph: 1}
                standing: fictitious
                confidence: none
              - from: 2026-07-01
                value: 9000
                source: {text: SH, article: "22", paragraph: 1}
                standing: fictitious
                confidence: none
        - area: other
          names: {zh: 虚构, en: invented}
          from: 2025-01-01
          fund-share:
            describes: What the fund pays of a visit
            unit: basis-points
            series:
              - from: 2025-01-01
                value: unknown
                source: {text: SH, article: "22", paragraph: 1}
                standing: draft
                confidence: none
      """;

  /** The shipped pack about entitlement of the fictitious area. */
  private static String text() {
    try (InputStream in = PolicyBook.class.getResourceAsStream("/policy/test/entitlement.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CareTerms terms(String right, String wrong) {
    assertTrue(TEXT.contains(right), right);
    return CareTerms.ofText(
        "t.yaml",
        TEXT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)),
        SHIPPED);
  }

  private static void refuses(String why, String right, String wrong) {
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> terms(right, wrong), why);
    assertTrue(String.valueOf(failed.getMessage()).contains(why), failed::toString);
  }
}
