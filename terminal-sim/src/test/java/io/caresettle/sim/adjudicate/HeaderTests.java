package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a pack knows: people, years, tables, readings of the law")
class HeaderTests {

  private static final String RATE = "rate, payer: pool-fund, value: r, rounding: half-up-fen";

  private static Sketch rate(String unit, String by, String table) {
    return new Sketch().value("r", unit, by, table, "18").step(RATE);
  }

  private static Claim.Circumstances of(String group, String aid) {
    return new Claim.Circumstances(group, aid, "home", 1, "A");
  }

  @ParameterizedTest(name = "group {0}, aid {1}: {2}")
  @CsvSource({"none, none, 1000", "none, full, 2000", "soldier, none, 3000", "soldier, full, 4000"})
  void tablesAreNestedInTheOrderOfTheirDimensions(String group, String aid, long fund) {
    Sketch sketch =
        rate(
                "basis-points",
                "aid, group",
                "{none: {none: 1000, soldier: 3000}, full: {none: 2000, soldier: 4000}}")
            .header("groups: [none, soldier]")
            .header("aid_classes: [none, full]");
    assertEquals(fund, sketch.book().judge(Sketch.bill(10_000).in(of(group, aid))).poolFund());
  }

  @Test
  @DisplayName("a group that the pack does not know is named, with those that it knows")
  void anUnknownGroup() {
    LawBook book = rate("basis-points", "", "1").header("groups: [none, soldier]").book();
    CannotAdjudicate no =
        assertThrows(
            CannotAdjudicate.class, () -> book.judge(Sketch.bill(1).in(of("veteran", "none"))));
    assertEquals(Reason.MALFORMED_CLAIM, no.reason());
    LawBookTests.assertSays(no, "veteran", "soldier");
  }

  @ParameterizedTest(name = "{0} of 1.00: {1}")
  @CsvSource({"0/1, 0", "1/1, 100", "2/3, 67", "999999/1000000, 100", "495/1000, 50"})
  void aRatio(String ratio, long fund) {
    assertEquals(fund, rate("ratio", "", ratio).inScope(100).poolFund());
  }

  @ParameterizedTest
  @CsvSource({
    "ratio, 4/3",
    "ratio, 1/1000001",
    "ratio, 1/0",
    "ratio, 0.5",
    "ratio, 1",
    "basis-points, 10001",
    "basis-points, 1/2",
    "basis-points, Unknown",
    "percent, 50",
  })
  void anotherNumberIsRefused(String unit, String number) {
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> rate(unit, "", number).book());
  }

  @Test
  @DisplayName("a number that nobody published is never guessed, also where nothing would be paid")
  void unknown() {
    LawBook book = rate("basis-points", "category", "{active: unknown, retired: 5000}").book();
    Claim active = Sketch.bill(100).openTo(Set.of());
    CannotAdjudicate no = assertThrows(CannotAdjudicate.class, () -> book.judge(active));
    assertEquals(Reason.PARAMETER_NOT_PUBLISHED, no.reason());
    assertEquals("r", no.subject());
    LawBookTests.assertSays(no, "SZ art. 18");
    Claim retired =
        new Claim(
            active.scheme(),
            active.area(),
            "retired",
            active.care(),
            active.level(),
            active.date(),
            active.circumstances(),
            Set.of("pool-fund"),
            active.yearToDate(),
            active.balances(),
            active.catalogue(),
            active.lines(),
            active.totals());
    assertEquals(50, book.judge(retired).poolFund());
  }

  private static final String ENTRY = "value: 1000\n      , source: {text: SZ, article: \"18\"}";

  private static String claims(int one, int two, String decision) {
    return rate("basis-points", "", "1000")
        .text("test", "inpatient")
        .replace(
            ENTRY,
            "claims: [{value: "
                + one
                + ", source: {text: SZ, article: \"18\", paragraph: 1}}, {value: "
                + two
                + ", source: {text: SZ, article: \"18\", paragraph: 2}}]"
                + decision);
  }

  @Test
  @DisplayName("two readings that differ need a decision, which is taken; two that agree need none")
  void readingsOfTheLaw() {
    String decision =
        ", decision: {chosen: {text: SZ, article: \"18\", paragraph: 2}, because: special,"
            + " decided_on: 2026-11-30, by: example}";
    LawBook decided = LawBook.ofTexts(Map.of("p", claims(9_000, 9_500, decision)));
    assertEquals(95, decided.judge(Sketch.bill(100)).poolFund());
    LawBook agreeing = LawBook.ofTexts(Map.of("p", claims(9_000, 9_000, "")));
    assertEquals(90, agreeing.judge(Sketch.bill(100)).poolFund());
    CannotAdjudicate no =
        assertThrows(
            CannotAdjudicate.class, () -> LawBook.ofTexts(Map.of("p", claims(9_000, 9_500, ""))));
    LawBookTests.assertSays(no, "para. 1", "para. 2");
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK,
        () ->
            LawBook.ofTexts(
                Map.of("p", claims(9_000, 9_500, decision.replace("paragraph: 2", "item: 2")))));
  }

  @ParameterizedTest(name = "year from {0} by {1}: {2} to {3} is {4}")
  @CsvSource({
    "01-01, service, 2026-12-30, 2027-01-02, 2026",
    "01-01, discharge, 2026-12-30, 2027-01-02, 2027",
    "01-01, discharge, 2026-12-30, 2026-12-31, 2026",
    "07-01, service, 2026-06-30, 2026-07-01, 2025",
    "07-01, discharge, 2026-06-30, 2026-07-01, 2026",
  })
  void theSettlementYear(
      String starts, String by, LocalDate service, LocalDate discharge, int year) {
    LawBook book =
        rate("basis-points", "", "1")
            .header("settlement_year: {starts: \"" + starts + "\", counts_by: " + by + "}")
            .book();
    assertEquals(year, book.keeping(Sketch.bill(1)).year().of(service, discharge));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groups: [soldier, none]",
        "groups: [none, Soldier]",
        "aid_classes: [full]",
        "version: 0",
        "settlement_year: {starts: \"02-29\", counts_by: service}",
        "settlement_year: {starts: \"01-01\", counts_by: admission}",
        "colour: red",
      })
  void anotherHeaderIsRefused(String line) {
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> rate("basis-points", "", "1").header(line).book());
  }

  @ParameterizedTest
  @CsvSource({"inpatient", "special-outpatient", "outpatient", "pharmacy"})
  void everyKindOfCare(String care) {
    LawBook.ofTexts(Map.of("p", rate("basis-points", "", "1").text("test", care)));
  }
}
