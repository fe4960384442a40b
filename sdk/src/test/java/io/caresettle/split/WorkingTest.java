package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.writing.EstimateText;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The working of an estimate")
class WorkingTest {

  private static List<WorkingLine> working() {
    return Cases.estimate(
            Cases.SUZHOU,
            Cases.person("50.00", Cases.BOTH, "600.00 in deductible-used"),
            "B 12.3456 10 1000 12.00",
            "C 18.50 1",
            "A 1135.00 1")
        .working();
  }

  @Test
  @DisplayName("names article and sum of each step, and why not")
  void isReadable() {
    assertEquals(
        List.of(
            "R-SETL-05 SZ 72¶2 单价乘数量：12.3456 × 10 = 123.456 ≈ 123.46",
            "R-SETL-05 SZ 72¶2 单价乘数量：18.50 × 1 = 18.50",
            "R-SETL-05 SZ 72¶2 单价乘数量：1135.00 × 1 = 1,135.00",
            "R-SCOPE-01 SZ 58¶1 目录外自费：18.50",
            "R-SCOPE-09 SZ 69¶4 超限价自付：(12.3456 − 12.00) × 10 = 3.456 ≈ 3.46",
            "R-SCOPE-01 SZ 58¶2 先行自付：120.00 × 10 % = 12.00",
            "R-SETL-05 SZ 12¶1 符合政策范围：1,276.96 − 18.50 − 3.46 − 12.00 = 1,243.00",
            "R-INST-03 SZ 62¶1 可用基金：–",
            "R-BEN-01 SZ 12¶2 起付标准：min(1,243.00, 600.00 − 600.00) = 0.00（本年度起付标准已满）",
            "R-BEN-01 SZ 12¶2 统筹基金分段支付：1,243.00 × 60 % = 745.80",
            "R-BEN-01 SZ 12¶2 最高支付限额：min(745.80, 13,000.00) = 745.80",
            "R-CI-01 SZ 36¶2 大病保险：–（数字未公布，本层按不支付计算）",
            "R-BEN-07 SZ 48¶1 补助：–（该支付方本次就诊不予支付）",
            "R-OTH-01 SZ 42¶1 补助：–（该支付方本次就诊不予支付）",
            "R-AID-01 SZ 41¶2 医疗救助：–（该支付方本次就诊不予支付）",
            "R-ACCT-01 SZ 16¶1 个人账户支付：min(531.16, 50.00) = 50.00（账户余额不足）",
            "R-ACCT-03 SZ 16¶2 家庭共济账户支付：–（该支付方本次就诊不予支付）",
            "R-ACCT-02 SZ 72¶2 个人现金：1,276.96 − 745.80 − 50.00 = 481.16"),
        working().stream()
            .map(line -> line.basis().rule() + ' ' + line.article() + ' ' + line.zh())
            .toList());
    assertEquals(
        "personal account: min(531.16, 50.00) = 50.00 (the account does not hold enough)",
        working().get(15).en());
  }

  @Test
  void anEstimateHasItsWorkingWhereNobodySaysOtherwise() {
    List<String> lines = List.of("A 1.00 1");
    PersonState person = Cases.person("0.00", Cases.BOTH);
    assertEquals(
        Cases.estimate(Cases.SUZHOU, person, "A 1.00 1"),
        Splitter.estimate(
            Cases.SUZHOU, Cases.bill(Cases.SUZHOU, lines), Cases.catalogue(lines), person));
  }

  @Test
  void theTableShowsBothIdentitiesAndTheWarning() {
    String table =
        EstimateText.table(
            Cases.estimate(Cases.SUZHOU, Cases.person("0.00", Cases.BOTH), "A 1000.00 1"));
    assertTrue(table.contains("TEST FIGURES"), table);
    assertEquals(
        2, table.lines().filter(line -> line.matches("合计 Total +1000\\.00")).count(), table);
  }

  @Test
  @DisplayName("a run allocates nothing, with the working off or on")
  void aRunAllocatesNothing() {
    Sheet sheet = Cases.TEST.sheet(2);
    UnitPrice price = UnitPrice.parse("123.456789");
    Rate tenth = Rate.basisPoints(1000);
    sheet.line(0, price, Quantity.parse("2"), true, tenth, Optional.of(UnitPrice.parse("1")));
    sheet.line(1, price, Quantity.parse("3"), false, tenth, Optional.empty());
    sheet.balances(1, 0);
    Working on = Working.on();
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (Working working : List.of(Working.OFF, on)) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 20_000; i++) {
        Cases.TEST.run(sheet, working);
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      assertTrue(bytes < 20_000, bytes + " bytes in 20,000 runs");
    }
  }

  @Test
  void aSheetMayBeRunAgain() {
    Sheet sheet = Cases.SUZHOU.sheet(1);
    sheet.line(
        0,
        UnitPrice.parse("1000"),
        Quantity.parse("1"),
        true,
        Rate.basisPoints(0),
        Optional.empty());
    sheet.balances(0, 0);
    Cases.SUZHOU.run(sheet, Working.OFF);
    long fund = sheet.paid(Payer.POOL_FUND);
    long used = sheet.yearToDateAfter(0);
    Cases.SUZHOU.run(sheet, Working.OFF);
    assertEquals(24_000, fund);
    assertEquals(fund, sheet.paid(Payer.POOL_FUND));
    assertEquals(used, sheet.yearToDateAfter(0));
    // The same sheet with the pool closed keeps nothing of the run before.
    sheet.open(Set.of(Payer.PERSONAL_ACCOUNT));
    Cases.SUZHOU.run(sheet, Working.OFF);
    assertEquals(0, sheet.paid(Payer.POOL_FUND));
    assertEquals(0, sheet.yearToDateAfter(0));
  }
}
