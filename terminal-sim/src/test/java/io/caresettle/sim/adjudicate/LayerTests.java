package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What other funds pay of what the pool left")
@Tag("R-BEN-11")
@Tag("R-CI-01")
@Tag("R-AID-01")
@Tag("R-OTH-01")
class LayerTests {

  private static final String HALF_UP = "rounding: half-up-fen";

  /** Deductible 100.00, half of the rest. */
  private static Sketch pool() {
    return new Sketch()
        .value("d", "fen", "10000")
        .value("half", "basis-points", "5000")
        .value("most", "basis-points", "9000")
        .value("all", "basis-points", "10000")
        .step("deductible, value: d, accumulator: used")
        .step("rate, payer: pool-fund, value: half, " + HALF_UP);
  }

  @ParameterizedTest(name = "{0} paid of the ceiling before: {1} above it, large-sum {2}")
  @CsvSource({
    // The bill's 400.00 at 50 % are 200.00; the ceiling pays 500.00.
    "30000, 0, 0",
    "30001, 2, 2", // 19999 / 50 % = 39998 reached; 90 % of 2 is 1.8
    "50000, 40000, 36000",
    "50001, 40000, 36000",
  })
  void largeSum(long before, long above, long pays) {
    Judgement j =
        pool()
            .value("ceiling", "fen", "50000")
            .step("payment-limit, payer: pool-fund, value: ceiling, accumulator: paid")
            .step("large-sum, payer: large-sum-subsidy, value: most, " + HALF_UP)
            .inScope(50_000, Map.of("paid", before));
    assertEquals(List.of(above, pays), List.of(j.aboveCeiling(), j.paidBy("large-sum-subsidy")));
  }

  @Test
  @DisplayName("a layer whose number nobody published pays nothing, and the judgement says which")
  void forgone() {
    Sketch sketch =
        pool()
            .value("help", "basis-points", "unknown")
            .step(
                "medical-aid, id: help, payer: medical-aid, basis: remaining-in-scope, value: help,"
                    + " unpublished: pays-nothing, "
                    + HALF_UP);
    Judgement j = sketch.inScope(50_000);
    assertEquals(
        List.of(20_000L, 0L, 30_000L), List.of(j.poolFund(), j.paidBy("medical-aid"), j.cash()));
    assertEquals(
        List.of("help help"), j.forgone().stream().map(f -> f.step() + ' ' + f.value()).toList());
    assertTrue(j.forgone().get(0).article().matches("[A-Z]{2} art\\. .*"), j.forgone()::toString);
  }

  @Test
  @DisplayName("a limit on all funds is no layer that could pay nothing")
  void noLayer() {
    Sketch known =
        pool()
            .value("cap", "basis-points", "9000")
            .step("overall-cap, value: cap, unpublished: pays-nothing");
    assertThrows(CannotAdjudicate.class, () -> known.inScope(50_000));
  }

  private static final String TIERS = "tiers: [{above: t1, rate: r1}, {above: t2, rate: r2}], ";

  private static Sketch criticalIllness(String base, String rounds, String more) {
    return pool()
        .value("t1", "fen", "1000")
        .value("t2", "fen", "2000")
        .value("r1", "basis-points", "5500")
        .value("r2", "basis-points", "6500")
        .value("cap", "fen", "300")
        .step(
            "critical-illness, payer: critical-illness, base: ["
                + base
                + "], accumulator: burden, "
                + TIERS
                + "rounds: "
                + rounds
                + ", "
                + HALF_UP
                + more);
  }

  @ParameterizedTest(name = "burden {0} before: pays {1}")
  @CsvSource({
    // The deductible is used up; half of 200 fen is left and joins the burden.
    "899, 0", // 999
    "900, 0", // 1000: at the threshold
    "901, 1", // 1001: 0.55
    "1000, 55",
    "1900, 55", // 1900 to 2000: 495 to 550
    "1901, 55", // 495.55 → 496 to 550.65 → 551
    "2000, 65",
  })
  void criticalIllnessByDifference(long before, long pays) {
    Judgement j =
        criticalIllness("in-scope-remainder", "layer", "")
            .inScope(200, Map.of("used", 10_000L, "burden", before));
    assertEquals(100, j.criticalBase());
    assertEquals(before + 100, j.accumulatorsAfter().get("burden"));
    assertEquals(pays, j.paidBy("critical-illness"));
  }

  @ParameterizedTest(name = "base of {0}: {1}")
  @CsvSource({
    "deductible, 10000",
    "in-scope-remainder, 20000",
    "first-self-pay, 700",
    "off-site-first, 0",
    "'deductible, in-scope-remainder, first-self-pay, off-site-first', 30700",
  })
  void whatTheBurdenIsMadeOf(String base, long burden) {
    Judgement j = criticalIllness(base, "band", "").book().judge(Sketch.bill(11, 22, 700, 50_000));
    assertEquals(burden, j.criticalBase());
    assertEquals(burden, j.growth().getOrDefault("burden", 0L));
  }

  @Test
  @DisplayName("tiers are rounded one by one or together")
  void tiersRounded() {
    // Tiers of 101 fen at 55 % and 101 fen at 65 %: 55.55 and 65.65, together 121.20.
    for (String rounds : List.of("band", "layer")) {
      Sketch sketch =
          pool()
              .value("t1", "fen", "0")
              .value("t2", "fen", "101")
              .value("r1", "basis-points", "5500")
              .value("r2", "basis-points", "6500")
              .step(
                  "critical-illness, payer: critical-illness, base: [in-scope-remainder],"
                      + " accumulator: burden, "
                      + TIERS
                      + HALF_UP
                      + ", rounds: "
                      + rounds);
      Judgement j = sketch.inScope(404, Map.of("used", 10_000L));
      assertEquals(rounds.equals("band") ? 122 : 121, j.paidBy("critical-illness"));
    }
  }

  @ParameterizedTest(name = "{0} paid before of 300: {1}")
  @CsvSource({"0, 300", "1, 299", "299, 1", "300, 0", "301, 0"})
  void theYearsLimit(long before, long pays) {
    Judgement j =
        criticalIllness("in-scope-remainder", "band", ", limit: {value: cap, accumulator: ci}")
            .inScope(2_000, Map.of("used", 10_000L, "burden", 1_000L, "ci", before));
    assertEquals(pays, j.paidBy("critical-illness"));
    assertEquals(before + pays, j.accumulatorsAfter().get("ci"));
  }

  @Test
  @DisplayName("a closed fund pays nothing and moves no sum; the burden is the open fund's")
  void aClosedFund() {
    LawBook book = criticalIllness("in-scope-remainder", "band", "").book();
    Judgement closed = book.judge(Sketch.bill(50_000).openTo(Set.of("pool-fund")));
    assertEquals(Map.of("used", 10_000L), closed.growth());
    assertEquals(0, closed.criticalBase());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    // S 500.00, D 100.00, pool 200.00; 300.00 of it remain, 200.00 above the deductible.
    "in-scope, 25000",
    "above-deductible, 20000",
    "remaining-in-scope, 15000",
    "remaining-above-deductible, 10000",
  })
  void supplementOf(String basis, long pays) {
    Judgement j =
        pool()
            .step(
                "supplement, name: union, payer: supplements, basis: "
                    + basis
                    + ", value: half, "
                    + HALF_UP)
            .inScope(50_000);
    assertEquals(pays, j.paidBy("supplements"));
    assertEquals(Map.of("union", pays), j.supplements());
  }

  @ParameterizedTest(name = "{0} in scope: a fixed 50.00 pays {1}")
  @CsvSource({"4999, 4999", "5000, 5000", "5001, 5000"})
  void supplementOfAFixedSum(long inScope, long pays) {
    Judgement j =
        pool()
            .value("sum", "fen", "5000")
            .step("supplement, name: gift, payer: civil-servant-subsidy, basis: fixed, value: sum")
            .inScope(inScope);
    assertEquals(pays, j.paidBy("civil-servant-subsidy"));
  }

  @Test
  @DisplayName("each supplement works on the rounded remainder that the one before left")
  void oneAfterTheOther() {
    String of = ", payer: supplements, basis: remaining-above-deductible, value: half, " + HALF_UP;
    Judgement j =
        pool()
            .step("supplement, name: first" + of)
            .step("supplement, name: second" + of)
            .inScope(10_007);
    // 7 fen: 3.5 → 4 by the pool; 3 left: 1.5 → 2; 1 left: 0.5 → 1.
    assertEquals(4, j.poolFund());
    assertEquals(Map.of("first", 2L, "second", 1L), j.supplements());
    assertEquals(3, j.paidBy("supplements"));
  }

  @Test
  @DisplayName("two steps share a limit, and the later sees what the former took of it")
  void aSharedLimit() {
    String of =
        ", payer: supplements, basis: in-scope, value: half, "
            + HALF_UP
            + ", limit: {value: shared, accumulator: both}";
    Judgement j =
        pool()
            .value("shared", "fen", "7000")
            .step("supplement, name: a" + of)
            .step("supplement, name: b" + of)
            .inScope(10_000, Map.of("both", 1_000L));
    assertEquals(Map.of("a", 5_000L, "b", 1_000L), j.supplements());
    assertEquals(6_000, j.growth().get("both"));
  }

  @ParameterizedTest(name = "{0} above the deductible after the pool: aid {1}")
  @CsvSource({"999, 0", "1000, 0", "1001, 1", "1003, 3"})
  void medicalAidAboveASum(long left, long pays) {
    Judgement j =
        pool()
            .value("line", "fen", "1000")
            .step(
                "medical-aid, payer: medical-aid, basis: remaining-above-deductible, above: line,"
                    + " value: most, "
                    + HALF_UP)
            .inScope(10_000 + 2 * left);
    assertEquals(pays, j.paidBy("medical-aid")); // 0.9 → 1, 2.7 → 3
  }

  @Test
  @DisplayName("a second aid needs an id, and works on what the first left")
  void aSecondAid() {
    String aid = "medical-aid, payer: medical-aid, basis: remaining-in-scope, value: half, ";
    Judgement j = pool().step(aid + HALF_UP).step(aid + "id: more-aid, " + HALF_UP).inScope(10_000);
    assertEquals(7_500, j.paidBy("medical-aid"));
    Sketch nameless = pool().step(aid + HALF_UP).step(aid + HALF_UP);
    LawBookTests.assertReason(CannotAdjudicate.Reason.MALFORMED_PACK, nameless::book);
  }

  @ParameterizedTest(name = "cap {0}: pool {1}, supplement {2}, aid {3}")
  @CsvSource({
    // S 500.00: pool 200.00, supplement 150.00 of 300.00, aid 75.00 of 150.00: 425.00 = 85 %.
    "8501, 20000, 15000, 7500",
    "8500, 20000, 15000, 7500",
    "8499, 20000, 15000, 7495",
    "7000, 20000, 15000, 0",
    "6999, 20000, 14995, 0",
    "4000, 20000, 0, 0",
    "3999, 19995, 0, 0",
    "0, 0, 0, 0",
  })
  void overallCapCutsTheLastFirst(String cap, long pool, long supplement, long aid) {
    Judgement j =
        pool()
            .value("cap", "basis-points", cap)
            .value("much", "fen", "90000")
            .step("payment-limit, payer: pool-fund, value: much, accumulator: pool-paid")
            .step(
                "supplement, name: s, payer: supplements, basis: remaining-in-scope, value: half, "
                    + HALF_UP)
            .step(
                "medical-aid, payer: medical-aid, basis: remaining-in-scope, value: half, "
                    + HALF_UP
                    + ", limit: {value: much, accumulator: aid-paid}")
            .step("overall-cap, value: cap")
            .inScope(50_000);
    assertEquals(
        List.of(pool, supplement, aid),
        List.of(j.poolFund(), j.paidBy("supplements"), j.paidBy("medical-aid")));
    assertEquals(pool, j.growth().getOrDefault("pool-paid", 0L));
    assertEquals(aid, j.growth().getOrDefault("aid-paid", 0L));
    assertEquals(10_000, j.growth().get("used"));
  }

  @Test
  @DisplayName("rounded up to whole yuan, a layer still pays not more than what it looks at")
  void notMoreThanItsBase() {
    String up = "rounding: up-yuan";
    Judgement j =
        pool()
            .value("ceiling", "fen", "0")
            .value("none", "fen", "0")
            .step("payment-limit, payer: pool-fund, value: ceiling, accumulator: paid")
            .step(
                "critical-illness, payer: critical-illness, base: [first-self-pay], accumulator:"
                    + " c, tiers: [{above: none, rate: most}], rounds: band, "
                    + up)
            .step("large-sum, payer: large-sum-subsidy, value: most, " + up)
            .book()
            .judge(Sketch.bill(0, 0, 30, 10_250));
    // 90 % of 0.30 is 0.27 → 1.00, of which 0.30; 90 % of 2.50 is 2.25 → 3.00, of which 2.50.
    assertEquals(
        List.of(30L, 250L), List.of(j.paidBy("critical-illness"), j.paidBy("large-sum-subsidy")));
  }

  @Test
  @DisplayName("a supplement of the whole bill pays what the pool left, and no more")
  void notMoreThanWhatRemains() {
    Judgement j =
        pool()
            .step(
                "supplement, name: s, payer: supplements, basis: in-scope, value: most, " + HALF_UP)
            .book()
            .judge(Sketch.bill(0, 0, 1_000, 50_000));
    // 90 % of 500.00 is 450.00, but 300.00 remain; the first self-pay is not its own.
    assertEquals(30_000, j.paidBy("supplements"));
    assertEquals(1_000, j.cash());
  }

  @Test
  @DisplayName("no fund pays what another has paid: all of them never pay more than the bill")
  void nothingIsPaidTwice() {
    Judgement j =
        pool()
            .value("none", "fen", "0")
            .step(
                "supplement, name: s, payer: supplements, basis: remaining-in-scope, value: all, "
                    + HALF_UP)
            .step(
                "critical-illness, payer: critical-illness, base: [deductible], accumulator: c,"
                    + " tiers: [{above: none, rate: all}], rounds: band, "
                    + HALF_UP)
            .inScope(50_000);
    assertEquals(0, j.cash());
    assertEquals(0, j.paidBy("critical-illness"));
  }
}
