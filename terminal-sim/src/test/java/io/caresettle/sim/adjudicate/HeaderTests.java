package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.time.LocalDate;
import java.time.MonthDay;
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

  /** 10 fen of the deductible until New Year's Eve, 20 from New Year on; then 90 % and 80 %. */
  private static LawBook overNewYear(String by) {
    String second = "}, {from: 2027-01-01, value: %s, source: {text: NT, article: \"41\"}";
    return LawBook.ofTexts(
        Map.of(
            "p",
            new Sketch()
                .header("settlement_year: {starts: \"01-01\", counts_by: " + by + "}")
                .value("d", "fen", "10")
                .value("r", "basis-points", "9000")
                .step("deductible, value: d, accumulator: used")
                .step("rate, payer: pool-fund, value: r, rounding: half-up-fen")
                .text("test", "inpatient")
                .replaceAll("from: 2026-01-01, value", "from: 2026-01-01, to: 2026-12-31, value")
                .replaceFirst(
                    "(value: 10\n.*confidence: none)", "$1" + second.formatted("20") + STANDS)
                .replaceFirst(
                    "(value: 9000\n.*confidence: none)",
                    "$1" + second.formatted("8000") + STANDS)));
  }

  private static final String STANDS = ", standing: fictitious, confidence: none";

  @ParameterizedTest(name = "by {0}, {1} to {2}: deductible {3}, pool {4}")
  @CsvSource({
    "discharge, 2026-12-20, 2027-01-05, 20, 64",
    "discharge, 2026-12-20, 2026-12-31, 10, 81",
    "discharge, 2025-12-29, 2026-01-02, 10, 81",
    "service, 2026-12-20, 2027-01-05, 10, 81",
    "service, 2027-01-01, 2027-01-05, 20, 64",
  })
  @DisplayName("R-YEAR-02: every number of a stay is that of the day by which its pack counts it")
  void numbersOfAStay(String by, LocalDate first, LocalDate last, long deductible, long pool) {
    Judgement judged = overNewYear(by).judge(Sketch.stay(first, last, 100));
    assertEquals(deductible, judged.deductible());
    assertEquals(pool, judged.poolFund());
  }

  @Test
  @DisplayName("R-YEAR-02: a stay that began before its pack is served only by its discharge")
  void aStayBeforeThePack() {
    LawBookTests.assertReason(
        Reason.NO_LAW,
        () ->
            overNewYear("service")
                .judge(Sketch.stay(LocalDate.of(2025, 12, 29), LocalDate.of(2026, 1, 2), 100)));
  }

  @Test
  @DisplayName("a pack that says nothing of its year has the year of the pack above it")
  void theYearIsInherited() {
    Map<String, String> texts =
        Map.of(
            "parent",
            rate("basis-points", "", "1")
                .header("settlement_year: {starts: \"07-01\", counts_by: discharge}")
                .text("\"320000\"", ""),
            "child",
            new Sketch().text("\"320999\"", "inpatient"));
    Claim june = Sketch.stay("320999", LocalDate.of(2026, 6, 28), LocalDate.of(2026, 7, 2), 100);
    SettlementYear year = LawBook.ofTexts(texts).keeping(june).year();
    assertEquals(new SettlementYear(MonthDay.of(7, 1), true), year);
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
