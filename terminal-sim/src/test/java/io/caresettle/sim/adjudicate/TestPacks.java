package io.caresettle.sim.adjudicate;

/** A fictitious area's law, small enough to compute by hand. */
public final class TestPacks {

  private TestPacks() {}

  private static final String SOURCE = "source: {text: SZ, article: \"12\"}";

  /**
   * Deductible 100.00 (retired 60.00), from July 120.00 (80.00); rate 70 % at level 3, 80 % at
   * level 2, 90 % at level 1; the pool looks at 1,000.00 and pays at most 650.00 in a year.
   */
  public static String pack(String rounding, String care) {
    return String.join(
        "\n",
        "topic: test-" + care,
        "area: test",
        "names: {zh: 示例, en: example}",
        "scheme: employee",
        "care: [" + care + "]",
        "from: 2026-01-01",
        "to: 2026-12-31",
        "still_valid_on: 2026-11-20",
        "values:",
        "  deductible:",
        "    describes: What a patient pays first in a settlement year",
        "    unit: fen",
        "    by: [category]",
        "    series:",
        "      - {from: 2026-01-01, to: 2026-06-30, value: {active: 10000, retired: 6000},",
        "         " + SOURCE + ", standing: fictitious, confidence: none}",
        "      - {from: 2026-07-01, value: {active: 12000, retired: 8000},",
        "         " + SOURCE + ", standing: fictitious, confidence: none, assumed: made up}",
        "  cost-limit:",
        "    describes: What the pool looks at",
        "    unit: fen",
        "    series: [{from: 2026-01-01, value: 100000, " + SOURCE,
        "              , standing: fictitious, confidence: none}]",
        "  pay-limit:",
        "    describes: What the pool pays",
        "    unit: fen",
        "    series: [{from: 2026-01-01, value: 65000, " + SOURCE,
        "              , standing: fictitious, confidence: none}]",
        "  rate:",
        "    describes: The pool's share",
        "    unit: basis-points",
        "    by: [category, level]",
        "    series:",
        "      - from: 2026-01-01",
        "        value:",
        "          active: {level-1: 9000, level-2: 8000, level-3: 7000}",
        "          retired: {level-1: 9500, level-2: 8500, level-3: 7500}",
        "        " + SOURCE,
        "        standing: fictitious",
        "        confidence: none",
        "plan:",
        "  - {step: line-total, rounding: half-up-fen, rule: R-SETL-05, " + SOURCE + "}",
        "  - {step: out-of-catalogue, rule: R-SCOPE-01, " + SOURCE + "}",
        "  - {step: price-limit, rounding: " + rounding + ", rule: R-SCOPE-09, " + SOURCE + "}",
        "  - {step: first-self-pay, rounding: " + rounding + ", rule: R-SCOPE-01, " + SOURCE + "}",
        "  - {step: in-scope, rule: R-SETL-05, " + SOURCE + "}",
        "  - {step: deductible, value: deductible, accumulator: used, rule: R-BEN-01,",
        "     " + SOURCE + "}",
        "  - {step: cost-limit, value: cost-limit, accumulator: counted, rule: R-BEN-01,",
        "     " + SOURCE + "}",
        "  - {step: rate, payer: pool-fund, value: rate, rounding: " + rounding + ",",
        "     rule: R-BEN-01, " + SOURCE + "}",
        "  - {step: payment-limit, payer: pool-fund, value: pay-limit, accumulator: paid,",
        "     rule: R-BEN-01, " + SOURCE + "}",
        "  - {step: account, may-pay: [deductible, coinsurance, first-self-pay],",
        "     rule: R-ACCT-01, " + SOURCE + ", assumed: made up}",
        "  - {step: cash, rule: R-ACCT-02, " + SOURCE + "}",
        "");
  }

  public static String pack() {
    return pack("half-up-fen", "outpatient");
  }
}
