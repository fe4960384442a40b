package io.caresettle.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A finding cites the texts of its own area")
class OwnTextsTest {

  private static final String ARTICLES = "SZ 19; NT 11; JS 15, 16; HN 24; SH 15";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "320500, 'SZ 19; JS 15, 16'",
    "320583, 'SZ 19; JS 15, 16'",
    "320600, 'NT 11; JS 15, 16'",
    "320100, 'JS 15, 16'",
    "460100, HN 24",
    "310115, SH 15",
    "test, 'SZ 19; NT 11; JS 15, 16; HN 24; SH 15'",
  })
  void whereItHasSome(String area, String cited) {
    assertEquals(cited, new OwnTexts(List.of(area)).own(ARTICLES));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"310000", "460000"})
  @DisplayName("and another's where its own say nothing, for the rule is then another's")
  void anothersWhereItsOwnSayNothing(String area) {
    assertEquals("SZ 62; JS 41", new OwnTexts(List.of(area)).own("SZ 62; JS 41"));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({"320600, 310000, 'NT 11; JS 15, 16; SH 15'"})
  @DisplayName("of the person's home and of the place of care")
  void ofBoth(String home, String place, String cited) {
    assertEquals(cited, new OwnTexts(List.of(home, place)).own(ARTICLES));
  }
}
