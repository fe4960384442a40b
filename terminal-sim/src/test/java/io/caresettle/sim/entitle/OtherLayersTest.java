package io.caresettle.sim.entitle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The centre lets somebody pay after the public layers")
class OtherLayersTest {

  private static final String COVER =
      "covers: [{payer: INS1, name: 测试惠民保, kind: commercial, from: 2026-01-01, to: 2026-12-31}]\n";

  private static OtherLayers.Said on(String day, String leave) {
    return on(day, "2027-06-01", leave);
  }

  private static OtherLayers.Said on(String day, String now, String leave) {
    History person = People.man(COVER + "authorisations: [" + leave + "]");
    List<OtherLayers.Said> said =
        new OtherLayers(SwitchedRules.now())
            .decide(
                person.number(),
                person.covers(),
                person.leave(),
                LocalDate.parse(day),
                LocalDate.parse(now));
    assertEquals(1, said.size());
    return said.get(0);
  }

  private static String leave(String person, String payer, String purpose, String days) {
    return "{id: SQ1, person: "
        + person
        + ", payer: "
        + payer
        + ", purpose: "
        + purpose
        + ", "
        + days
        + "}";
  }

  private static String direct(String days) {
    return leave("P1", "INS1", "direct-settlement", days);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @Tag("R-DATA-07")
  @DisplayName("on the days that the person's leave names")
  @CsvSource({
    "2026-02-28, false",
    "2026-03-01, true",
    "2026-03-02, true",
    "2026-09-30, true",
    "2026-10-01, false",
  })
  void onTheDaysOfTheLeave(String day, boolean open) {
    OtherLayers.Said said = on(day, direct("from: 2026-03-01, to: 2026-09-30"));
    assertEquals(open, said.open());
    assertEquals(open ? "SQ1" : "", said.leave());
    assertEquals(open ? CentreRule.R_OTH_01 : CentreRule.R_DATA_07, said.because().rule());
  }

  @Test
  @Tag("R-DATA-07")
  @DisplayName("not without leave, nor by another's, for another payer, or for another purpose")
  void notWithoutLeave() {
    String days = "from: 2026-01-01";
    assertFalse(on("2026-06-01", "").open());
    assertFalse(on("2026-06-01", leave("P2", "INS1", "direct-settlement", days)).open());
    assertFalse(on("2026-06-01", leave("P1", "INS2", "direct-settlement", days)).open());
    assertFalse(on("2026-06-01", leave("P1", "INS1", "claim", days)).open());
  }

  @ParameterizedTest(name = "passed on {0}: {1}")
  @Tag("R-DATA-07")
  @DisplayName("until it is revoked, of whichever day the service was")
  @CsvSource({"2026-06-30, true", "2026-07-01, false", "2026-07-02, false"})
  void untilItIsRevoked(String now, boolean open) {
    assertEquals(
        open, on("2026-06-01", now, direct("from: 2026-01-01, revoked: 2026-07-01")).open());
  }

  @ParameterizedTest
  @Tag("R-OTH-01")
  @DisplayName("on the days that it covers")
  @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-12-31, true", "2027-01-01, false"})
  void onTheDaysOfTheCover(String day, boolean open) {
    assertEquals(open, on(day, direct("from: 2020-01-01")).open());
  }
}
