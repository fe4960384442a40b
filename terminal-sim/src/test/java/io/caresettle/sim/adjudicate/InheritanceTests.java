package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A nation gives to its provinces, a province to its cities")
class InheritanceTests {

  private static final String RATE = "rate, payer: pool-fund, value: r, rounding: half-up-fen";
  private static final String CITY = "320500";

  private static Sketch r(String number, String article) {
    return new Sketch().value("r", "basis-points", "", number, article);
  }

  private static LawBook book(Optional<Sketch> nation, Optional<Sketch> province, Sketch city) {
    Map<String, String> texts = new LinkedHashMap<>();
    nation.ifPresent(pack -> texts.put("nation", pack.text("\"000000\"", "")));
    province.ifPresent(pack -> texts.put("province", pack.text("\"320000\"", "")));
    texts.put("city", city.text('"' + CITY + '"', "inpatient"));
    return LawBook.ofTexts(texts);
  }

  private static long fund(LawBook book) {
    Claim bill = Sketch.bill(10_000);
    return book.judge(
            new Claim(
                bill.scheme(),
                CITY,
                bill.category(),
                bill.care(),
                bill.level(),
                bill.date(),
                bill.date(),
                bill.circumstances(),
                bill.open(),
                bill.yearToDate(),
                bill.balances(),
                bill.catalogue(),
                bill.lines(),
                bill.totals()))
        .poolFund();
  }

  @Test
  @DisplayName("a value of the nation reaches the city, and the city may not state it")
  void aValue() {
    assertEquals(
        7_000, fund(book(Optional.of(r("7000", "3")), Optional.empty(), new Sketch().step(RATE))));
    CannotAdjudicate no =
        assertThrows(
            CannotAdjudicate.class,
            () -> book(Optional.empty(), Optional.of(r("7000", "3")), r("6000", "9").step(RATE)));
    assertEquals(Reason.MALFORMED_PACK, no.reason());
    LawBookTests.assertSays(no, "art. 3", "art. 9");
  }

  @Test
  @DisplayName("a default holds until a pack below states its own; the nearest one counts")
  void aDefault() {
    Optional<Sketch> nation = Optional.of(r("7000", "3").valueKey("gives: default"));
    Optional<Sketch> province = Optional.of(r("6000", "4").valueKey("gives: default"));
    assertEquals(7_000, fund(book(nation, Optional.empty(), new Sketch().step(RATE))));
    assertEquals(6_000, fund(book(nation, province, new Sketch().step(RATE))));
    assertEquals(5_000, fund(book(nation, province, r("5000", "5").step(RATE))));
  }

  @ParameterizedTest(name = "{0} within 5000 to 7000: {1}")
  @CsvSource({"4999, false", "5000, true", "7000, true", "7001, false", "unknown, true"})
  void aRange(String stated, boolean within) {
    Optional<Sketch> province =
        Optional.of(
            new Sketch()
                .value("r", "basis-points", "", "{least: 5000, most: 7000}", "16")
                .valueKey("gives: range"));
    Sketch city = r(stated, "12").step(RATE);
    if (within) {
      book(Optional.empty(), province, city);
    } else {
      CannotAdjudicate no =
          assertThrows(CannotAdjudicate.class, () -> book(Optional.empty(), province, city));
      LawBookTests.assertSays(no, "art. 16", "art. 12");
    }
  }

  @Test
  @DisplayName("a range must be answered, cell by cell, whatever the tables depend on")
  void aRangeIsAnswered() {
    Optional<Sketch> province =
        Optional.of(
            new Sketch()
                .value(
                    "r",
                    "basis-points",
                    "category",
                    "{active: {least: 0, most: 5000}, retired: {least: 6000, most: 9000}}",
                    "16")
                .valueKey("gives: range"));
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> book(Optional.empty(), province, new Sketch().step(RATE)));
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> book(Optional.empty(), province, r("5000", "1").step(RATE)));
    Sketch both =
        new Sketch().value("r", "basis-points", "category", "{active: 5000, retired: 6000}", "1");
    assertEquals(5_000, fund(book(Optional.empty(), province, both.step(RATE))));
  }

  @Test
  @DisplayName("a range that the city's plan never asks for binds nobody")
  void aRangeNobodyAsksFor() {
    Optional<Sketch> province =
        Optional.of(
            new Sketch()
                .value("other", "basis-points", "", "{least: 0, most: 500}", "57")
                .valueKey("gives: range"));
    assertEquals(6_000, fund(book(Optional.empty(), province, r("6000", "9").step(RATE))));
  }

  @Test
  @DisplayName("a city without a plan has that of the pack above, with its own numbers")
  void aPlan() {
    Optional<Sketch> province = Optional.of(r("4000", "1").valueKey("gives: default").step(RATE));
    assertEquals(4_000, fund(book(Optional.empty(), province, new Sketch())));
    assertEquals(3_000, fund(book(Optional.empty(), province, r("3000", "2"))));
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> book(Optional.empty(), Optional.empty(), r("3000", "2")));
  }

  @Test
  @DisplayName("a pack of another province, topic or scheme gives nothing")
  void others() {
    String city = new Sketch().step(RATE).text('"' + CITY + '"', "inpatient");
    String above = r("7000", "3").text("\"320000\"", "");
    LawBook.ofTexts(Map.of("city", city, "above", above));
    for (String other :
        new String[] {
          above.replace("320000", "310000"),
          above.replace("topic: sketch", "topic: other"),
          above.replace("scheme: employee", "scheme: resident")
        }) {
      LawBookTests.assertReason(
          Reason.MALFORMED_PACK, () -> LawBook.ofTexts(Map.of("city", city, "above", other)));
    }
  }

  @Test
  @DisplayName("a value from above must know everyone whom the city knows")
  void theCitysPeople() {
    Sketch city = new Sketch().header("groups: [none, soldier]").step(RATE);
    Sketch province = new Sketch().value("r", "basis-points", "group", "{none: 1}", "1");
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> book(Optional.empty(), Optional.of(province), city));
  }

  @Test
  @DisplayName("only a nation or a province gives")
  void onlyFromAbove() {
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK,
        () ->
            book(
                Optional.empty(),
                Optional.empty(),
                r("1", "1").valueKey("gives: value").step(RATE)));
  }
}
