package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pool pays by bands")
class BandsTests {

  /** 50 % up to 100.00, 80 % up to 300.00, 90 % above; deductible 40.00. */
  private static Sketch bands(String how) {
    return new Sketch()
        .value("d", "fen", "4000")
        .value("b1", "fen", "10000")
        .value("b2", "fen", "30000")
        .value("r1", "basis-points", "5000")
        .value("r2", "basis-points", "8000")
        .value("r3", "basis-points", "9000")
        .step("deductible, value: d, per: visit")
        .step(
            "bands, payer: pool-fund, bands: [{up-to: b1, rate: r1}, {up-to: b2, rate: r2},"
                + " {rate: r3}], "
                + how);
  }

  private static String how(String position, String rest) {
    return "position: " + position + ", " + rest;
  }

  private static final String PLAIN =
      "method: per-visit, rounds: band, side: fund, rounding: half-up-fen";

  @ParameterizedTest(name = "{0}, in scope {1}: fund {2}")
  @CsvSource({
    // (4000, S]: the first band has 6000 at most.
    "bill-including-deductible, 9999, 3000", // 5999 × 50 % = 2999.5
    "bill-including-deductible, 10000, 3000",
    "bill-including-deductible, 10001, 3001", // and 0.8 fen
    "bill-including-deductible, 30000, 19000", // 3000 + 16000
    "bill-including-deductible, 30001, 19001", // and 0.9 fen
    // (0, S − 4000]
    "bill-above-deductible, 13999, 5000", // 4999.5
    "bill-above-deductible, 14000, 5000",
    "bill-above-deductible, 14001, 5001",
    "bill-above-deductible, 34000, 21000",
    "bill-above-deductible, 34001, 21001",
    "bill-above-deductible, 3999, 0",
    "bill-above-deductible, 4000, 0",
    "bill-above-deductible, 4001, 1", // half a fen
  })
  void whereABillLies(String position, long inScope, long fund) {
    assertEquals(fund, bands(how(position, PLAIN)).inScope(inScope).poolFund());
  }

  @ParameterizedTest(name = "year {0}: fund {1}, year after {2}")
  @CsvSource({
    "0, 3000, 10000", // (4000, 10000]
    "5999, 4800, 15999", // (9999, 15999]: 0.5 → 1 and 5999 × 80 % = 4799.2 → 4799
    "6000, 4800, 16000", // (10000, 16000]
    "20000, 4800, 30000", // (24000, 30000]
    "20001, 4800, 30001", // (24001, 30001]: 4799.2 and 0.9
    "26000, 5400, 36000",
  })
  void whereAYearLies(long before, long fund, long after) {
    Judgement j =
        bands(how("year-in-scope", PLAIN + ", accumulator: year"))
            .inScope(10_000, Map.of("year", before));
    assertEquals(fund, j.poolFund());
    assertEquals(after, j.accumulatorsAfter().get("year"));
  }

  @ParameterizedTest(name = "{0}, {1}: fund {2}")
  @CsvSource({
    // (9997, 15997] of the year, lengths 3 and 5997: shares 1.5 and 4797.6; the patient's 1.5 and
    // 1199.4.
    "band, fund, 4800", // 2 and 4798
    "layer, fund, 4799", // 4799.1
    "band, patient, 4799", // 3 − 2 and 5997 − 1199
    "layer, patient, 4799", // 6000 − 1201
  })
  void roundedByBandOrWhole(String rounds, String side, long fund) {
    String rest =
        "method: per-visit, rounding: half-up-fen, accumulator: year, rounds: "
            + rounds
            + ", side: "
            + side;
    assertEquals(
        fund, bands(how("year-in-scope", rest)).inScope(10_000, Map.of("year", 5_997L)).poolFund());
  }

  @ParameterizedTest(name = "rounded {0}, side {1}: fund {2}")
  @CsvSource({
    // Lengths 10000, 20000, 1: shares 5000, 16000, 0.9; the patient's 5000, 4000, 0.1.
    "down-fen, fund, 21000",
    "up-fen, fund, 21001",
    "down-fen, patient, 21001",
    "up-fen, patient, 21000",
    "down-yuan, fund, 21000",
    "up-yuan, fund, 21100",
    "up-yuan, patient, 20901", // 30001 − 9100
  })
  void theSideThatIsRounded(String rounding, String side, long fund) {
    String rest = "method: per-visit, rounds: layer, side: " + side + ", rounding: " + rounding;
    assertEquals(fund, bands(how("bill-above-deductible", rest)).inScope(34_001).poolFund());
  }

  @Test
  @DisplayName("telescoping pays the same however a year is cut into visits")
  void telescoping() {
    Sketch sketch =
        new Sketch()
            .value("b", "fen", "50")
            .value("low", "ratio", "1/3")
            .value("high", "ratio", "2/3")
            .step(
                "bands, payer: pool-fund, position: year-in-scope, method: telescoping,"
                    + " bands: [{up-to: b, rate: low}, {rate: high}], rounds: band, side: fund,"
                    + " rounding: half-up-fen, accumulator: year");
    // 50/3 = 16.67 → 17; 50 × 2/3 = 33.3 → 33: 50 in all for 100 fen.
    long paid = 0;
    for (long before = 0; before < 100; before++) {
      paid += sketch.inScope(1, Map.of("year", before)).poolFund();
    }
    assertEquals(50, paid);
    assertEquals(50, sketch.inScope(100).poolFund());
  }

  @ParameterizedTest(name = "{0}: fund {1}")
  @CsvSource({
    // 100.00 in the first band at 50 %.
    "'person: {style: points, value: p}', 6000",
    "'person: {style: self-factor, value: f}', 7000", // 1 − 50 % × 60 %
    "'off-site: {style: points, value: p}', 4000",
    "'off-site: {style: multiplier, value: f}', 3000",
    "'person: {style: self-factor, value: f}, off-site: {style: multiplier, value: f}', 4200",
    "'person: {style: points, value: p}, off-site: {style: points, value: p}', 5000",
    "'person: {style: points, value: all}', 10000", // never more than the whole
    "'off-site: {style: points, value: all}', 0", // never less than nothing
  })
  void personAndPlace(String adjustment, long fund) {
    Judgement j =
        bands(how("bill-above-deductible", PLAIN + ", " + adjustment))
            .value("p", "basis-points", "1000")
            .value("f", "basis-points", "6000")
            .value("all", "basis-points", "9000")
            .inScope(14_000);
    assertEquals(fund, j.poolFund());
  }

  @Test
  @DisplayName("an effective rate of more than a million parts is refused")
  void tooManyParts() {
    Sketch sketch =
        bands(how("bill-above-deductible", PLAIN + ", off-site: {style: multiplier, value: x}"))
            .value("x", "ratio", "1/999983");
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> sketch.inScope(14_000));
  }

  @ParameterizedTest(name = "{0} left to pay: {1} above the ceiling")
  @CsvSource({
    // Lengths 10000, 20000, 6000: shares 5000, 16000, 5400, together 26400.
    "26401, 0",
    "26400, 0",
    "26399, 1", // 5399 / 90 % = 5998.9 → 5999 reached
    "21000, 6000",
    "20999, 6001", // 15999 / 80 % = 19998.75 → 19999
    "5000, 26000",
    "4999, 26002", // 9998 reached
    "0, 36000",
  })
  void thePositionReached(long left, long above) {
    Judgement j =
        bands(how("bill-above-deductible", PLAIN))
            .value("limit", "fen", "30000")
            .step("payment-limit, payer: pool-fund, value: limit, accumulator: paid")
            .inScope(40_000, Map.of("paid", 30_000 - left));
    assertEquals(above, j.aboveCeiling());
    assertEquals(Math.min(26_400, left), j.poolFund());
    assertEquals(30_000 - left + j.poolFund(), j.accumulatorsAfter().getOrDefault("paid", 0L));
  }

  @Test
  @DisplayName("a band at nothing is passed without using up the limit")
  void aBandAtNothing() {
    Judgement j =
        new Sketch()
            .value("b", "fen", "10000")
            .value("none", "basis-points", "0")
            .value("half", "basis-points", "5000")
            .value("limit", "fen", "3000")
            .step(
                "bands, payer: pool-fund, bands: [{up-to: b, rate: none}, {rate: half}],"
                    + " position: bill-above-deductible, "
                    + PLAIN)
            .step("payment-limit, payer: pool-fund, value: limit, accumulator: paid")
            .inScope(30_000, Map.of("paid", 3_000L));
    assertEquals(List.of(0L, 20_000L), List.of(j.poolFund(), j.aboveCeiling()));
  }

  @ParameterizedTest(name = "{0} looked at, side {1}, rounded up to whole yuan: fund {2}")
  @CsvSource({"1, fund, 1", "99, fund, 99", "101, fund, 100", "3, patient, 0", "150, patient, 50"})
  void theFundPaysNeitherTooMuchNorLessThanNothing(long looked, String side, long fund) {
    String rest = "method: per-visit, rounds: layer, rounding: up-yuan, side: ";
    assertEquals(
        fund, bands(how("bill-above-deductible", rest + side)).inScope(4_000 + looked).poolFund());
  }

  @Test
  @DisplayName("a limit on costs comes first, and what both limits cut off lies above the ceiling")
  void bothCeilings() {
    Judgement j =
        new Sketch()
            .value("cost", "fen", "20000")
            .value("pay", "fen", "8000")
            .value("r", "basis-points", "5000")
            .step("cost-limit, value: cost, accumulator: looked")
            .step("rate, payer: pool-fund, value: r, rounding: half-up-fen")
            .step("payment-limit, payer: pool-fund, value: pay, accumulator: paid")
            .inScope(30_000);
    // 100.00 beyond the costs; 200.00 at 50 % is 100.00, 80.00 paid, 160.00 reached.
    assertEquals(List.of(8_000L, 14_000L), List.of(j.poolFund(), j.aboveCeiling()));
    assertEquals(Map.of("looked", 20_000L, "paid", 8_000L), j.growth());
  }

  @Test
  @DisplayName("bounds that do not ascend are refused, also in one cell of a later day only")
  void boundsAscend() {
    Sketch level = bands(how("bill-above-deductible", PLAIN));
    String text = level.text("test", "outpatient");
    LawBook.ofTexts(Map.of("p", text));
    String equal = text.replace("value: 30000", "value: 10000");
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> LawBook.ofTexts(Map.of("p", equal)));
    String later =
        text.replace(
            "[{from: 2026-01-01, value: 30000",
            "[{from: 2026-01-01, to: 2026-12-31, value: 30000,"
                + " source: {text: SZ, article: \"1\"}, standing: fictitious, confidence: none},"
                + " {from: 2027-01-01, value: 9999");
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> LawBook.ofTexts(Map.of("p", later)));
  }
}
