package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pack that is not exactly as the format says is not read")
class PackTests {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "to: 2026-06-30, value | to: 2026-06-29, value", // gap
        "to: 2026-06-30, value | to: 2026-07-01, value", // overlap
        "{from: 2026-01-01, to: 2026-06-30 | {from: 2026-01-02, to: 2026-06-30", // no first day
        "{from: 2026-07-01, value | {from: 2026-07-01, to: 2026-12-30, value", // no last day
        "{active: 10000, retired: 6000} | {active: 10000}", // a cell is missing
        "{active: 10000, retired: 6000} | {active: 10000, retired: 6000, child: 1}",
        "{active: 10000, retired: 6000} | {active: 100.5, retired: 6000}", // no floats
        "level-3: 7000 | level-3: 10001", // more than the whole
        "area: test | area: 320500", // a number where text belongs
        "scheme: employee | scheme: &x employee",
        "scheme: employee | scheme: !!str employee",
        "scheme: employee | scheme: employee\\nscheme: employee",
        "scheme: employee | scheme: employee\\ncolour: blue", // a key nobody reads
        "rounding: half-up-fen | rounding: half-even",
        "value: deductible | value: rate", // a rate is no sum
        "standing: fictitious | standing: perhaps",
        "step: cash | step: gift",
        "rule: R-ACCT-02 | rule: none",
        "step: cash, rule | step: cash, payer: pool-fund, rule",
        "may-pay: [deductible | may-pay: [everything",
      })
  void isRefused(String found, String instead) {
    assertTrue(TestPacks.pack().contains(found), found);
    String broken = TestPacks.pack().replace(found, instead.replace("\\n", "\n"));
    LawBookTests.assertReason(
        Reason.MALFORMED_PACK, () -> LawBook.ofTexts(Map.of("broken.yaml", broken)));
  }
}
