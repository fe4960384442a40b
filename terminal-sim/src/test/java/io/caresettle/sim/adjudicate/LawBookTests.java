package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The second reading of the law, against sums made by hand")
class LawBookTests {

  private static final Map<String, Claim.Item> CATALOGUE =
      Map.of(
          "A1", new Claim.Item("A1", "A", 0, Optional.empty()),
          "A2", new Claim.Item("A2", "A", 0, Optional.of("12.00")),
          "B1", new Claim.Item("B1", "B", 1000, Optional.empty()),
          "B2", new Claim.Item("B2", "B", 2500, Optional.of("3.3333")),
          "C1", new Claim.Item("C1", "C", 0, Optional.empty()));
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private static Claim claim(LocalDate day, Map<String, Long> sums, long balance, Object... bill) {
    List<Claim.Line> lines = new ArrayList<>();
    for (int i = 0; i < bill.length; i += 3) {
      lines.add(
          new Claim.Line(
              "L" + i,
              bill[i].toString(),
              bill[i + 1].toString(),
              bill[i + 2].toString(),
              OptionalLong.empty()));
    }
    return new Claim(
        "employee",
        "test",
        "active",
        "outpatient",
        "level-3",
        day,
        Set.of(Claim.POOL_FUND, Claim.PERSONAL_ACCOUNT),
        sums,
        balance,
        CATALOGUE,
        lines);
  }

  private static Judgement judge(Claim claim) {
    return LawBook.ofTexts(Map.of("test.yaml", TestPacks.pack())).judge(claim);
  }

  @Test
  @DisplayName("a bill of every kind is cut by what and by whom, to the fen")
  void everyKindOfLine() {
    // A1 80.00×2 = 160.00. A2 15.50×2 = 31.00, over (15.50−12.00)×2 = 7.00, in scope 24.00.
    // B1 99.99×1: first 10.00 (9.999), in scope 89.99. C1 20.00: out of catalogue.
    // S = 273.99, D = 100.00, base 173.99, fund 70 % = 121.793 → 121.79.
    // May pay: D 100.00 + coinsurance 52.20 + first 10.00 = 162.20; balance 150.00.
    Judgement j =
        judge(
            claim(
                MARCH, Map.of(), 15000, "A1", "80.00", "2", "A2", "15.50", "2", "B1", "99.99", "1",
                "C1", "20.00", "1"));

    assertEquals(
        List.of(31099L, 2000L, 700L, 1000L, 27399L, 10000L),
        List.of(
            j.total(),
            j.outOfCatalogue(),
            j.overLimit(),
            j.firstSelfPay(),
            j.inScope(),
            j.deductible()));
    assertEquals(
        List.of(12179L, 15000L, 3920L), List.of(j.poolFund(), j.personalAccount(), j.cash()));
    assertEquals(Map.of("used", 10000L, "counted", 17399L, "paid", 12179L), j.growth());
    assertEquals(j.growth(), j.accumulatorsAfter());
  }

  @ParameterizedTest(name = "price {0} × {1}: line total {2} fen")
  @CsvSource({
    "12.3456, 2, 2469", // 24.6912
    "0.0050, 1, 1", // half a fen rounds up
    "0.0049, 1, 0",
    "0.333333, 3, 100", // 0.999999
    "12.3456, 0.5, 617", // 6.1728
    "1.005, 1, 101", // a double would say 1.00
    "1.115, 1, 112",
  })
  void pricesOfMoreThanTwoDecimals(String price, String quantity, long total) {
    assertEquals(total, judge(claim(MARCH, Map.of(), 0, "A1", price, quantity)).total());
  }

  @ParameterizedTest(name = "in scope {0} yuan: deductible {1}, fund {2} fen")
  @CsvSource({
    "99.99, 9999, 0", // one fen below the deductible
    "100.00, 10000, 0", // at it (SZ 80: the number itself is included)
    "100.01, 10000, 1", // one fen above: 0.7 fen rounds up
    "100.02, 10000, 1", // 1.4 fen
  })
  void theEdgeOfTheDeductible(String price, long deductible, long fund) {
    Judgement j = judge(claim(MARCH, Map.of(), 0, "A1", price, "1"));
    assertEquals(deductible, j.deductible());
    assertEquals(fund, j.poolFund());
  }

  @ParameterizedTest(name = "{0} fen of the deductible used: {1} left to pay")
  @CsvSource({"0, 10000", "9999, 1", "10000, 0", "10001, 0"})
  void whatTheYearHasUsedIsNotAskedAgain(long used, long deductible) {
    Judgement j = judge(claim(MARCH, Map.of("used", used), 0, "A1", "500.00", "1"));
    assertEquals(deductible, j.deductible());
    assertEquals(used + deductible, j.accumulatorsAfter().get("used"));
  }

  @ParameterizedTest(name = "{0} fen counted before: {1} counted now, fund {2}")
  @CsvSource({
    "89999, 10000, 7000", // one fen more than enough is left
    "90000, 10000, 7000", // exactly enough
    "90001, 9999, 6999", // one fen short: 6999.3
    "100000, 0, 0",
    "100001, 0, 0",
  })
  void theEdgeOfTheCostLimit(long before, long counted, long fund) {
    Judgement j =
        judge(claim(MARCH, Map.of("used", 10000L, "counted", before), 0, "A1", "100.00", "1"));
    assertEquals(before + counted, j.accumulatorsAfter().get("counted"));
    assertEquals(fund, j.poolFund());
    assertEquals(10000 - fund, j.cash());
  }

  @ParameterizedTest(name = "{0} fen paid before: fund {1}")
  @CsvSource({"57999, 7000", "58000, 7000", "58001, 6999", "65000, 0", "65001, 0"})
  void theEdgeOfThePaymentLimit(long before, long fund) {
    Judgement j =
        judge(claim(MARCH, Map.of("used", 10000L, "paid", before), 0, "A1", "100.00", "1"));
    assertEquals(fund, j.poolFund());
    assertEquals(before + fund, j.accumulatorsAfter().get("paid"));
  }

  @Test
  @DisplayName("when both limits bind, the cost is cut first and the payment after")
  void bothLimits() {
    Judgement j =
        judge(
            claim(
                MARCH,
                Map.of("used", 10000L, "counted", 95000L, "paid", 62000L),
                0,
                "A1",
                "100.00",
                "1"));
    // counted 50.00, 70 % = 35.00, but 30.00 is left to pay.
    assertEquals(3000, j.poolFund());
    assertEquals(Map.of("counted", 5000L, "paid", 3000L), j.growth());
  }

  @Test
  @DisplayName(
      "while the pool is closed nothing is deducted, nothing paid, no sum of the year moves")
  void thePoolIsClosed() {
    Claim open = claim(MARCH, Map.of("used", 10L), 5000, "A1", "200.00", "1");
    Claim closed =
        new Claim(
            open.scheme(),
            open.area(),
            open.category(),
            open.care(),
            open.level(),
            open.date(),
            Set.of(Claim.PERSONAL_ACCOUNT),
            open.yearToDate(),
            open.accountBalance(),
            open.catalogue(),
            open.lines());
    Judgement j = judge(closed);
    assertEquals(0, j.deductible());
    assertEquals(0, j.poolFund());
    assertEquals(5000, j.personalAccount());
    assertEquals(15000, j.cash());
    assertEquals(Map.of("used", 10L), j.accumulatorsAfter());
  }

  @ParameterizedTest(name = "{0}: over {1}, first {2}, fund {3}")
  @CsvSource({
    // 9.9999×3 = 30.00; over 6.6666×3 = 19.9998; first 25 % of what is left; fund 70 % of the rest.
    "half-up-fen, 2000, 250, 525",
    "down-fen, 1999, 250, 525", // left 10.01, a quarter is 2.5025; 70 % of 7.51 is 5.257
  })
  void theRoundingIsThePacks(String rounding, long over, long first, long fund) {
    Judgement j =
        LawBook.ofTexts(Map.of("p", TestPacks.pack(rounding, "outpatient")))
            .judge(claim(MARCH, Map.of("used", 10000L), 0, "B2", "9.9999", "3"));
    assertEquals(over, j.overLimit());
    assertEquals(first, j.firstSelfPay());
    assertEquals(fund, j.poolFund());
  }

  @ParameterizedTest(name = "on {0} the deductible is {1} fen")
  @CsvSource({
    "2026-01-01, 10000",
    "2026-06-30, 10000",
    "2026-07-01, 12000",
    "2026-12-31, 12000",
  })
  void theDayDecidesTheNumber(LocalDate day, long deductible) {
    assertEquals(deductible, judge(claim(day, Map.of(), 0, "A1", "500", "1")).deductible());
  }

  @ParameterizedTest
  @CsvSource({"2025-12-31", "2027-01-01"})
  void noLawServesTheDayBeforeOrAfter(LocalDate day) {
    assertReason(Reason.NO_LAW, () -> judge(claim(day, Map.of(), 0, "A1", "1", "1")));
  }

  @Test
  void twoLawsForOneDayAreNotChosenFrom() {
    String other = TestPacks.pack().replace("topic: test-outpatient", "topic: other");
    LawBook book = LawBook.ofTexts(Map.of("a", TestPacks.pack(), "b", other));
    assertReason(Reason.TWO_LAWS, () -> book.judge(claim(MARCH, Map.of(), 0, "A1", "1", "1")));
  }

  @Test
  void anItemThatTheCatalogueDoesNotKnowIsNeverGuessed() {
    assertReason(Reason.UNKNOWN_ITEM, () -> judge(claim(MARCH, Map.of(), 0, "Z9", "1", "1")));
  }

  @ParameterizedTest(name = "a line total of {0} fen")
  @CsvSource({"2468", "2470"})
  void aLineTotalOneFenOffIsRefused(long total) {
    Claim good = claim(MARCH, Map.of(), 0, "A1", "1", "1");
    Claim bad =
        new Claim(
            good.scheme(),
            good.area(),
            good.category(),
            good.care(),
            good.level(),
            good.date(),
            good.open(),
            Map.of(),
            0,
            CATALOGUE,
            List.of(Claim.Line.scaled("1", "A1", 12_345_600, 20_000, total)));
    assertReason(Reason.LINE_TOTAL, () -> judge(bad));
  }

  @ParameterizedTest
  @CsvSource({
    "1.1234567, 1",
    "1, 1.12345",
    "-1, 1",
    "1, -1",
    "1e3, 1",
    ", 1",
  })
  void numbersOfAnotherFormAreRefused(String price, String quantity) {
    assertReason(
        Reason.MALFORMED_CLAIM,
        () -> judge(claim(MARCH, Map.of(), 0, "A1", price == null ? "" : price, quantity)));
  }

  static void assertSays(CannotAdjudicate no, String... words) {
    String message = String.valueOf(no.getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  static void assertReason(Reason reason, Executable act) {
    assertEquals(reason, assertThrows(CannotAdjudicate.class, act).reason());
  }
}
