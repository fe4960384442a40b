package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Steps that cannot follow one another, or do not say enough, are no plan")
class PlanTests {

  private static final String RATE = "rate, payer: pool-fund, value: r, rounding: half-up-fen";
  private static final String BANDS =
      "bands, payer: pool-fund, position: bill-above-deductible, bands: [{up-to: d, rate: r}, {rate:"
          + " r}], method: per-visit, rounds: band, side: fund, rounding: half-up-fen";
  private static final String CRITICAL =
      "critical-illness, payer: critical-illness, base: [deductible], accumulator: c, tiers:"
          + " [{above: d, rate: r}, {above: more, rate: r}], rounds: band, rounding: half-up-fen";
  private static final String SUPPLEMENT =
      "supplement, name: s, payer: supplements, basis: in-scope, value: r, rounding: half-up-fen";
  private static final String AID =
      "medical-aid, payer: medical-aid, basis: remaining-in-scope, value: r, rounding: half-up-fen";

  private static Sketch plan(String... steps) {
    Sketch sketch =
        new Sketch()
            .value("d", "fen", "100")
            .value("more", "fen", "101")
            .value("r", "basis-points", "5000");
    for (String step : steps) {
      sketch.step(step);
    }
    return sketch;
  }

  /** Every step that a plan can have, each of them as short as it goes. */
  private static String[] everyStep() {
    return new String[] {
      "usable-funds, by-grade: {A: [pool-fund], B: [], C: [], D: []}",
      "off-site-first, value: r, rounding: half-up-fen",
      "account-first, purse: [current-year]",
      "deductible, value: d, per: year, accumulator: a",
      "cost-limit, value: d, accumulator: b",
      BANDS,
      "payment-limit, payer: pool-fund, value: d, accumulator: p",
      SUPPLEMENT,
      AID,
      CRITICAL,
      "large-sum, payer: large-sum-subsidy, value: r, rounding: half-up-fen",
      "overall-cap, value: r",
      "account, may-pay: [deductible]",
      "family-account, may-pay: [deductible]"
    };
  }

  @Test
  void everyStepInItsPlaceIsAPlan() {
    plan(everyStep()).allocate("cumulative").book();
  }

  @Test
  @DisplayName("no two steps may change places, but layers among themselves")
  void theOrder() {
    String[] steps = everyStep();
    for (int i = 0; i + 1 < steps.length; i++) {
      String[] changed = everyStep();
      changed[i] = steps[i + 1];
      changed[i + 1] = steps[i];
      Sketch sketch = plan(changed);
      boolean layers = i >= 7 && i <= 9;
      if (layers) {
        sketch.book();
      } else {
        LawBookTests.assertReason(Reason.MALFORMED_PACK, sketch::book);
      }
    }
  }

  @Test
  @DisplayName("a step is there once, but supplements and aid")
  void once() {
    for (String step : everyStep()) {
      String again = step.replaceFirst("accumulator: \\w", "accumulator: z");
      LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> plan(BANDS, step, again).book());
    }
    plan(SUPPLEMENT, SUPPLEMENT.replace("name: s", "name: t")).book();
    plan(AID, AID + ", id: more-aid").book();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate, payer: cash, value: r, rounding: half-up-fen",
        "rate, payer: pool-fund, value: d, rounding: half-up-fen",
        "rate, payer: pool-fund, value: r",
        "cost-limit, value: d, accumulator: a", // of no pool
        "payment-limit, payer: pool-fund, value: d, accumulator: p",
        "deductible, value: d, per: year",
        "deductible, value: d, per: visit, accumulator: a",
        "deductible, value: d, per: month, accumulator: a",
        "deductible, value: r, per: visit",
        "usable-funds, by-grade: {A: [pool-fund], B: [pool-fund], C: [pool-fund]}",
        "usable-funds, by-grade: {A: [cash], B: [], C: [], D: []}",
        "account-first, purse: [next-year]",
        "account-first, purse: []",
        "account, may-pay: [everything]",
        "account, may-pay: []",
        "large-sum, payer: large-sum-subsidy, value: r, rounding: half-up-fen, limit: {value: d}",
        "overall-cap, value: d",
        "allocate, method: by-hand",
        "gift, value: d",
      })
  void oneStepThatIsNone(String step) {
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> plan(step).book());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "method: per-visit | method: telescoping", // without a year
        "position: bill-above-deductible | position: year-in-scope", // without an accumulator
        "position: bill-above-deductible | position: nowhere",
        "side: fund | side: state",
        "rounds: band | rounds: line",
        "{rate: r} | {up-to: more, rate: r}", // the last band has no end
        "{up-to: d, rate: r} | {rate: r}",
        "rounds: band | rounds: band, person: {style: multiplier, value: r}",
        "rounds: band | rounds: band, off-site: {style: self-factor, value: r}",
      })
  void bandsThatAreNone(String found, String instead) {
    plan(BANDS).book();
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> plan(BANDS.replace(found, instead)).book());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "above: more | above: d", // does not ascend
        "base: [deductible] | base: [everything]",
        "basis: in-scope | basis: everything",
        "basis: in-scope | basis: fixed", // a rate is no sum
        "payer: supplements | payer: medical-aid",
        "name: s | id: s", // without a name
        "name: s | name: S",
        "basis: remaining-in-scope | basis: in-scope", // aid is for what remains
        "payer: medical-aid | payer: supplements",
      })
  void layersThatAreNone(String found, String instead) {
    for (String layer : Set.of(CRITICAL, SUPPLEMENT, AID)) {
      plan(layer).book();
      if (layer.contains(found)) {
        LawBookTests.assertReason(
            Reason.MALFORMED_PACK, () -> plan(layer.replace(found, instead)).book());
      }
    }
  }

  @Test
  @DisplayName("a sum of the year belongs to one step, but limits may share theirs")
  void accumulators() {
    String limit = ", limit: {value: d, accumulator: shared}";
    String deductible = "deductible, value: d, accumulator: shared";
    plan(SUPPLEMENT + limit, AID + limit).book();
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> plan(deductible, SUPPLEMENT + limit).book());
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK,
        () -> plan(deductible, "cost-limit, value: d, accumulator: shared", RATE).book());
  }

  @Test
  @DisplayName("the limit on payments is that of the pool's payer")
  void thePoolsPayer() {
    String limit = "payment-limit, payer: pool-fund, value: d, accumulator: p";
    assertEquals(100, plan(RATE, limit).inScope(500).poolFund());
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> plan(RATE, limit.replace("pool-fund", "supplements")).book());
  }
}
