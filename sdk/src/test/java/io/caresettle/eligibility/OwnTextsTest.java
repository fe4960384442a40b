package io.caresettle.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.caresettle.money.Payer;
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

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"320500, 'JS 15, 16'", "320600, 'JS 15, 16'", "310000, SH 15"})
  @DisplayName("and of a city whose text is not in force yet its province's alone")
  void notYetInForce(String area, String cited) {
    assertEquals(cited, OwnTexts.inForce(List.of(area), a -> true).own(ARTICLES));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"310000", "460000"})
  @DisplayName("and names another's as such, where its own say nothing")
  void anothersWhereItsOwnSayNothing(String area) {
    assertEquals("参照 cf. SZ 62; JS 41", new OwnTexts(List.of(area)).own("SZ 62; JS 41"));
    assertEquals("order 7", new OwnTexts(List.of(area)).own("order 7"));
  }

  @ParameterizedTest(name = "{0} at grade A: {1}")
  @CsvSource({
    "320000, JS 41, Nobody says that institutions have grades in this area",
    "320100, JS 41, Nobody says that institutions have grades in this area",
    "320600, NT 43¶1, Institutions have no grades in this area",
    "310000, SH 31¶1, Institutions have no grades in this area",
    "320500, SZ 62¶1(1), Grade A: account and pool may be used",
  })
  @DisplayName("and lets an institution settle by its own words, not by Suzhou's")
  void gradeA(String area, String article, String words) {
    Finding opened =
        Verdicts.decide(
                Verdicts.outpatient(Verdicts.DAY),
                Verdicts.institution(Institution.Kind.HOSPITAL, area, Institution.Grade.A),
                Verdicts.insured(InsuredKind.EMPLOYER, area, Verdicts.FROM))
            .findings()
            .stream()
            .filter(f -> f.open() && f.payer() == Payer.POOL_FUND && f.rule().equals("R-INST-03"))
            .findFirst()
            .orElseThrow();
    assertEquals(article, opened.article());
    assertEquals(words, opened.en());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"320000", "320100", "320500", "320600", "310000", "460000"})
  @DisplayName("and what an ordinary visit is told rests on no other area's text")
  void anOrdinaryVisit(String area) {
    Enrolment employee = Verdicts.insured(InsuredKind.EMPLOYER, area, Verdicts.FROM);
    Enrolment resident = Verdicts.insured(InsuredKind.RESIDENT, area, Verdicts.FROM);
    for (Enrolment enrolment : List.of(employee, resident)) {
      Eligibility verdict =
          Verdicts.decide(
              Verdicts.outpatient(Verdicts.DAY),
              Verdicts.institution(Institution.Kind.HOSPITAL, area, Institution.Grade.A),
              enrolment);
      verdict
          .findings()
          .forEach(f -> assertFalse(f.article().contains("cf."), () -> area + ": " + f));
    }
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({"320600, 310000, 'NT 11; JS 15, 16; SH 15'"})
  @DisplayName("of the person's home and of the place of care")
  void ofBoth(String home, String place, String cited) {
    assertEquals(cited, new OwnTexts(List.of(home, place)).own(ARTICLES));
  }
}
