package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the pool looks at")
class SharingTests {

  private static final String RATE = "rate, payer: pool-fund, value: r, rounding: half-up-fen";
  private static final String OFF_SITE =
      "{home: 0, long-term: 0, referred: 1000, temporary: 1500, unregistered: 2000, emergency: 0}";

  private static Sketch half() {
    return new Sketch().value("r", "basis-points", "5000");
  }

  private static Claim.Circumstances in(String offSite, int stay, String grade) {
    return new Claim.Circumstances("none", "none", offSite, stay, grade);
  }

  @ParameterizedTest(name = "{0}: {1} first, fund {2}")
  @CsvSource({"home, 0, 5003", "referred, 1001, 4502", "unregistered, 2001, 4002"})
  void offSiteFirst(String where, long first, long fund) {
    // In scope 100.05: 10 % is 1000.5 → 10.01, 20 % is 20.01; half of the rest, a half up.
    Judgement j =
        half()
            .value("p", "basis-points", "off-site", OFF_SITE, "1")
            .step("off-site-first, value: p, rounding: half-up-fen")
            .step(RATE)
            .book()
            .judge(Sketch.bill(10005).in(in(where, 1, "A")));
    assertEquals(first, j.offSiteFirst());
    assertEquals(fund, j.poolFund());
  }

  @ParameterizedTest(name = "stay {0}: deductible {1}")
  @CsvSource({"1, 80000", "2, 40000", "3, 20000", "4, 20000", "11, 20000"})
  void deductibleOfAVisitByTheStaysNumber(int stay, long deductible) {
    Judgement j =
        half()
            .value("d", "fen", "stay", "{stay-1: 80000, stay-2: 40000, stay-3: 20000}", "1")
            .step("deductible, value: d, per: visit")
            .step(RATE)
            .book()
            .judge(Sketch.bill(100_000).in(in("home", stay, "A")));
    assertEquals(deductible, j.deductible());
    assertEquals(Map.of(), j.growth());
  }

  @ParameterizedTest(name = "{0} of the stay used before: {1} now")
  @CsvSource({"0, 30000", "29999, 1", "30000, 0", "30001, 0"})
  void deductibleOfAStay(long before, long deductible) {
    Judgement j =
        half()
            .value("d", "fen", "30000")
            .step("deductible, value: d, per: stay, accumulator: stay-used")
            .step(RATE)
            .inScope(50_000, Map.of("stay-used", before));
    assertEquals(deductible, j.deductible());
    assertEquals(before + deductible, j.accumulatorsAfter().get("stay-used"));
  }

  @Test
  @DisplayName("the account pays before the deductible, purse by purse, and again at the end")
  void accountFirst() {
    Judgement j =
        half()
            .value("d", "fen", "10000")
            .step("account-first, purse: [current-year]")
            .step("deductible, value: d, per: year, accumulator: used")
            .step(RATE)
            .step("account, may-pay: [deductible, coinsurance], purse: [past-years]")
            .book()
            .judge(Sketch.bill(50_000).with(new Claim.Balances(20_000, 7_000, List.of())));
    // AF 200.00; D 100.00 of the 300.00 left; half of 200.00; the past years pay 70.00.
    assertEquals(new Judgement.Accounts(20_000, 20_000, 7_000, List.of()), j.accounts());
    assertEquals(
        List.of(10_000L, 10_000L, 27_000L, 13_000L),
        List.of(j.deductible(), j.poolFund(), j.personalAccount(), j.cash()));
  }

  @ParameterizedTest(name = "{0} left to pay first: deductible {1}")
  @CsvSource({"9999, 1", "10000, 0", "10001, 0"})
  void accountFirstLeavesNothingToDeduct(long balance, long deductible) {
    Judgement j =
        half()
            .value("d", "fen", "10000")
            .step("account-first, purse: [past-years, current-year]")
            .step("deductible, value: d, accumulator: used")
            .step(RATE)
            .book()
            // What the other purse owes is not there to be paid.
            .judge(Sketch.bill(10_000).with(new Claim.Balances(-5, balance + 5, List.of())));
    assertEquals(deductible, j.deductible());
    assertEquals(0, j.accounts().currentYear());
  }

  @Test
  @DisplayName("a grade masks the payers of a visit; a closed pool counts nowhere")
  void usableFunds() {
    LawBook book =
        half()
            .value("d", "fen", "10000")
            .value("p", "ratio", "1/10")
            .value("l", "fen", "100")
            .step(
                "usable-funds, by-grade: {A: [pool-fund, personal-account], B: [pool-fund],"
                    + " C: [personal-account], D: []}")
            .step("off-site-first, value: p, rounding: half-up-fen")
            .step("deductible, value: d, accumulator: used")
            .step("cost-limit, value: l, accumulator: looked")
            .step(RATE)
            .step("account, may-pay: [coinsurance]")
            .book();
    Claim bill = Sketch.bill(50_000).with(new Claim.Balances(90_000, 0, List.of()));
    Judgement c = book.judge(bill.in(in("home", 1, "C")));
    assertEquals(
        List.of(0L, 0L, 0L, 0L, 50_000L),
        List.of(
            c.offSiteFirst(), c.deductible(), c.aboveCeiling(), c.poolFund(), c.personalAccount()));
    assertEquals(Map.of(), c.accumulatorsAfter());
    assertEquals(50_000, book.judge(bill.in(in("home", 1, "D"))).cash());
    // P 50.00, D 100.00, 350.00 above: the pool looks at 1.00.
    Judgement b = book.judge(bill.in(in("home", 1, "B")));
    assertEquals(
        List.of(5_000L, 34_900L, 50L), List.of(b.offSiteFirst(), b.aboveCeiling(), b.poolFund()));
    assertEquals(0, b.personalAccount());
  }

  @Test
  @DisplayName("a plan that has no pool deducts also while the pool is closed")
  void withoutAPool() {
    Judgement j =
        new Sketch()
            .value("d", "fen", "10000")
            .value("r", "basis-points", "9000")
            .step("deductible, value: d, accumulator: used")
            .step("large-sum, payer: large-sum-subsidy, value: r, rounding: half-up-fen")
            .book()
            .judge(Sketch.bill(30_000).openTo(Set.of("large-sum-subsidy")));
    assertEquals(
        List.of(10_000L, 18_000L, 0L),
        List.of(j.deductible(), j.paidBy("large-sum-subsidy"), j.aboveCeiling()));
  }
}
