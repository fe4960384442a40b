package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pack that is not right")
class PackFaultsTest {

  private static final String GOOD = ArticleIndex.resource("/policy/test/everything.yaml");

  private static List<String> faults(String pack) {
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> Pack.of("pack.yaml", pack));
    return failed.faults().stream().map(Fault::toString).toList();
  }

  @Test
  void theShippedOneIsRight() {
    assertEquals("everything", Pack.of("pack.yaml", GOOD).id().topic());
  }

  @Test
  @DisplayName("tells every fault at once, with line, column and the nearest valid word")
  void tellsEveryFaultAtOnce() {
    String pack =
        """
        topic: Every Thing
        area: 320500
        names: {zh: 虚构}
        sheme: employee
        care: [outpatient, pharmacie]
        from: 2026-01-01
        to: 2026-12-31
        still_valid_on: 2026-11-20
        values:
          x.deductible:
            describes: Invented
            unit: fen
            by: [category]
            series:
              - from: 2026-01-02
                to: 2026-06-30
                value: {active: 100.00}
                source: {text: SZ, article: "84", paragraph: 1}
                standing: drafted
                confidence: L
              - from: 2026-06-30
                to: 2026-09-30
                value: {active: 10000, retired: 5000, child: 0}
                source: {text: SZ, article: "12", paragraph: 3}
                standing: draft
                confidence: L
              - from: 2026-10-02
                to: 2026-12-30
                value: {active: 10000, retired: 5000}
                source: {text: SZ, article: "12", paragraph: 2, item: 1}
                standing: draft
                confidence: L
          x.rate:
            describes: Invented
            unit: basis-points
            series:
              - from: 2026-01-01
                value: 10001
                standing: draft
                confidence: L
          x.unused:
            describes: Invented
            unit: fen
            series:
              - {from: 2026-01-01, value: 1, source: {text: HN, article: "29", paragraph: 1}, standing: draft, confidence: L}
        plan:
          - {step: line-total, rounding: down-fen, rule: R-SETL-05, source: {text: JS, article: "56", paragraph: 1}}
          - {step: price-limit, rounding: half-up-fen, rule: R-SCOPE-09, source: {text: JS, article: "52", paragraph: 1}}
          - {step: out-of-catalogue, rule: R-SCOPE-01, source: {text: JS, article: "16", paragraph: 1}}
          - {step: first-self-pay, rounding: half-up, rule: R-SCOPE-1, source: {text: JS, article: "16", paragraph: 1}}
          - {step: deductible, value: x.rate, accumulator: a, rule: R-BEN-01, source: {text: JS, article: "16", paragraph: 1}}
          - {step: rate, payer: pool, value: x.rte, rounding: down-fen, rule: R-BEN-01}
          - {step: payment-limit, payer: pool-fund, value: x.deductible, accumulator: a, cap: 1, rule: R-BEN-01, source: {text: JS, article: "16", paragraph: 1}}
          - {step: account, may-pay: [], rule: R-ACCT-01, source: {text: XX, article: "41", paragraph: 1}}
          - {step: acount, rule: R-ACCT-01, source: {text: NT, article: "41", paragraph: 1, item: 1}}
          - {step: account, may-pay: [cash], rule: R-ACCT-01, source: {text: NT, article: "41", paragraph: 1, item: 7}}
        """;
    String expected =
        """
        1:1: found no 'scheme' here, expected the key 'scheme'
        1:8: topic: found 'Every Thing', expected lower-case words joined by dashes
        2:7: area: found the number 320500, expected six digits, or test, in quotes
        3:8: names: found no 'en' here, expected the key 'en'
        4:1: sheme: found the unknown key 'sheme', expected perhaps 'scheme'
        5:20: care[1]: found 'pharmacie', expected one of outpatient, pharmacy, inpatient, special-outpatient, chronic-outpatient, maternity, family-bed; perhaps 'pharmacy'
        15:15: values.x.deductible.series[0].from: found a first value from 2026-01-02, after the first day of the pack, expected a day not after 2026-01-01
        17:16: values.x.deductible.series[0].value: found no 'retired' here, expected the key 'retired'
        17:25: values.x.deductible.series[0].value.active: found the decimal number 100.00, expected a whole number from 0 to 1000000000000
        18:37: values.x.deductible.series[0].source.article: found the article 84, which SZ does not have, expected one of its 83 articles
        19:19: values.x.deductible.series[0].standing: found 'drafted', expected one of in-force, draft, repealed, fictitious; perhaps 'draft'
        21:15: values.x.deductible.series[1].from: found an overlap: the entry before lasts to 2026-06-30, expected 2026-07-01
        23:47: values.x.deductible.series[1].value.child: found the unknown key 'child', expected one of active, retired
        24:54: values.x.deductible.series[1].source.paragraph: found paragraph 3, expected at most 2, for SZ 12 ends there
        27:15: values.x.deductible.series[2].from: found a gap: nothing from 2026-10-01 to 2026-10-01, expected 2026-10-01
        28:13: values.x.deductible.series[2].to: found a gap: nothing after 2026-12-30, expected no end, or a day from 2026-12-31 on, the last of the pack
        30:63: values.x.deductible.series[2].source.item: found item 1, expected no item, for the paragraph has none
        37:9: values.x.rate.series[0]: found no 'source' here, expected the key 'source'
        38:16: values.x.rate.series[0].value: found '10001', expected a whole number from 0 to 10000
        41:3: values.x.unused: found a value that no step uses, expected a step that uses it, or its removal
        45:66: values.x.unused.series[0].source.article: found the article 29, which HN does not have, expected one of its 42 articles; perhaps '29#1'
        47:3: plan: found no step in-scope, expected one step in-scope in each plan
        47:3: plan: found no step cash, expected one step cash in each plan
        48:35: plan[1].rounding: found 'half-up-fen' where line-total has 'down-fen', expected 'down-fen', or more could lie above the limit than the line comes to
        49:12: plan[2].step: found out-of-catalogue after price-limit, expected out-of-catalogue before price-limit, which needs its result
        50:38: plan[3].rounding: found 'half-up', expected one of half-up-fen, down-fen, up-fen, half-even-fen
        50:53: plan[3].rule: found 'R-SCOPE-1', expected a rule such as R-BEN-01
        51:31: plan[4].value: found 'x.rate' in basis-points, expected a value in fen
        52:5: plan[5]: found no 'source' here, expected the key 'source'
        52:25: plan[5].payer: found 'pool', expected one of FUNDS
        52:38: plan[5].value: found the unknown value 'x.rte', expected perhaps 'x.rate'
        53:79: plan[6].accumulator: found the accumulator 'a' a second time, expected one step to grow it
        53:82: plan[6].cap: found the unknown key 'cap', expected one of step, rule, source, assumed, id, payer, value, accumulator
        54:30: plan[7].may-pay: found no part, expected at least one of deductible, coinsurance, first-self-pay, over-limit, out-of-catalogue
        54:66: plan[7].source.text: found 'XX', expected one of JS, SZ, NT, HN, SH
        55:5: plan[8]: found no 'may-pay' here, expected the key 'may-pay'
        55:12: plan[8].step: found 'acount', expected one of STEPS; perhaps 'account'
        56:12: plan[9].step: found the step account a second time, expected each step once
        56:31: plan[9].may-pay[0]: found 'cash', expected one of deductible, coinsurance, first-self-pay, over-limit, out-of-catalogue
        56:109: plan[9].source.item: found item 7, expected at most 6
        """;
    String steps = String.join(", ", Words.STEPS.keySet());
    String funds = String.join(", ", Words.FUNDS.keySet());
    assertEquals(
        expected
            .replace("STEPS", steps)
            .replace("FUNDS", funds)
            .lines()
            .map(line -> "pack.yaml:" + line)
            .toList(),
        faults(pack));
  }

  @ParameterizedTest(name = "{1} instead of {0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "to: 2026-06-30 | to: 2026-06-29 | a gap: nothing from 2026-06-30 to 2026-06-30",
        "to: 2026-06-30 | to: 2026-07-01 | an overlap: the entry before lasts to 2026-07-01",
        "to: 2026-06-30 | assumed2: x    | found no 'to' here",
        "from: 2026-01-01 | from: 2025-12-31 | after the first day of the pack",
        "retired: 5000  | retird: 5000   | perhaps 'retired'",
        "unit: basis-points | unit: fen  | expected a value in basis-points",
        "step: cash,    | step: account, | the step account a second time",
        "standing: fictitious | standing: made-up | one of in-force, draft, repealed, fictitious",
        "by: [category] | by: [category, category] | 'category' a second time",
        "by: [category] | by: [age] | one of category, level, group, aid, off-site, stay, grade",
      })
  void oneChangeOneFault(String right, String wrong, String message) {
    assertTrue(GOOD.contains(right), right);
    List<String> faults = faults(GOOD.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    assertTrue(faults.stream().anyMatch(fault -> fault.contains(message)), faults.toString());
  }
}
