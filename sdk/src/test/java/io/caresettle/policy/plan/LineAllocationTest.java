package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.money.Payer;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is paid is spread over the lines, to the fen")
class LineAllocationTest {

  private static List<Long> row(Sheet sheet, Payer payer) {
    return IntStream.range(0, sheet.lines).mapToObj(i -> sheet.linePaid(i, payer)).toList();
  }

  private static PlanText half() {
    return PlanText.plan().rate("1/2", "half-up-fen");
  }

  @Test
  void cumulativelyEachLineEndsWhereItsRunningShareDoes() {
    Plan plan = half().allocate(Allocation.CUMULATIVE).done();
    Sheet sheet = new Visit(plan).lines(List.of("A 0.03 1", "A 0.03 1", "A 0.04 1")).settled();
    // 5 of 10: 1.5, 3, 5.
    assertEquals(List.of(1L, 2L, 2L), row(sheet, Payer.POOL_FUND));
    assertEquals(List.of(2L, 1L, 2L), row(sheet, Payer.CASH));
  }

  @Test
  void orTheLargestFractionsGetWhatIsLeftAndTiesGoUp() {
    Plan plan = half().allocate(Allocation.LARGEST_REMAINDER).done();
    Sheet sheet = new Visit(plan).lines(List.of("A 0.03 1", "A 0.03 1", "A 0.04 1")).settled();
    // 1.5, 1.5 and 2.
    assertEquals(List.of(2L, 1L, 2L), row(sheet, Payer.POOL_FUND));
    Sheet other =
        new Visit(
                PlanText.plan()
                    .rate("1/3", "down-fen")
                    .allocate(Allocation.LARGEST_REMAINDER)
                    .done())
            .lines(List.of("A 0.02 1", "A 0.05 1", "A 0.04 1", "A 0.01 1"))
            .settled();
    // 4 of 12: 0.67, 1.67, 1.33, 0.33.
    assertEquals(List.of(1L, 2L, 1L, 0L), row(other, Payer.POOL_FUND));
  }

  @Test
  void theLargestBillIsSpreadToTheFenToo() {
    Plan plan = half().allocate(Allocation.CUMULATIVE).done();
    Sheet sheet =
        new Visit(plan).lines(List.of("A 2748779069.44 1", "A 2748779069.44 1")).settled();
    long quarter = 1L << 37;
    assertEquals(List.of(quarter, quarter), row(sheet, Payer.POOL_FUND));
  }

  @Test
  void withoutAStepItIsCumulative() {
    Sheet sheet =
        new Visit(half().done()).lines(List.of("A 0.03 1", "A 0.03 1", "A 0.04 1")).settled();
    assertEquals(List.of(1L, 2L, 2L), row(sheet, Payer.POOL_FUND));
  }

  @Test
  @DisplayName("funds take what is in scope first, then first self-pay; never anything else")
  void fundsTakeInScopeFirst() {
    Plan plan =
        PlanText.plan()
            .critical(EnumSet.allOf(BasePart.class), "burden", "half-up-fen", false, "0=1/1")
            .cap("19/30")
            .done();
    Sheet sheet = new Visit(plan).lines(List.of("B 1.00 1 1/5", "A 1.00 1", "C 1.00 1")).settled();
    // 190 of 300: all 180 in scope, and 10 of the 20 first.
    assertEquals(List.of(90L, 100L, 0L), row(sheet, Payer.CRITICAL_ILLNESS));
    assertEquals(List.of(10L, 0L, 100L), row(sheet, Payer.CASH));
  }

  @Test
  void theAccountTakesOnlyItsPartsAndFamilyWhatIsLeftOfIts() {
    Plan plan =
        PlanText.plan()
            .rate("1/2", "half-up-fen")
            .account(List.of(Part.FIRST_SELF_PAY, Part.OVER_LIMIT))
            .family(Part.COINSURANCE, Part.OVER_LIMIT)
            .done();
    Sheet sheet =
        new Visit(plan)
            .lines(List.of("B 2.00 1 1/10 1.00", "A 1.00 1", "C 1.00 1"))
            .account(60, 0)
            .family(200)
            .settled();
    // First 10, above the limit 100, in scope 190 of which the pool pays 95.
    assertEquals(List.of(60L, 0L, 0L), row(sheet, Payer.PERSONAL_ACCOUNT));
    assertEquals(List.of(45L + 50, 50L, 0L), row(sheet, Payer.FAMILY_ACCOUNT));
    assertEquals(List.of(0L, 0L, 100L), row(sheet, Payer.CASH));
  }

  @Test
  @DisplayName("an account that may pay the deductible but no coinsurance takes no more in scope")
  void theDeductibleAlone() {
    Plan plan =
        PlanText.plan()
            .deductible(100, Per.VISIT)
            .rate("1/2", "half-up-fen")
            .account(List.of(Part.DEDUCTIBLE, Part.FIRST_SELF_PAY))
            .family(Part.COINSURANCE)
            .done();
    Sheet sheet =
        new Visit(plan)
            .lines(List.of("B 5.00 1 1/10", "A 0.50 1"))
            .account(1_000, 0)
            .family(1_000)
            .settled();
    // In scope 500: 100 deductible, 200 the pool's, 200 coinsurance; first 50.
    assertEquals(150, sheet.paid(Payer.PERSONAL_ACCOUNT));
    assertEquals(200, sheet.paid(Payer.FAMILY_ACCOUNT));
    assertEquals(0, sheet.paid(Payer.CASH));
    assertEquals(List.of(140L, 10L), row(sheet, Payer.PERSONAL_ACCOUNT));
  }

  @Test
  void whatTheAccountPaidFirstIsInScope() {
    Plan plan =
        PlanText.plan()
            .accountFirst(Purse.CURRENT_YEAR)
            .rate("1/2", "half-up-fen")
            .account(List.of(Part.OUT_OF_CATALOGUE))
            .done();
    Sheet sheet =
        new Visit(plan)
            .lines(List.of("A 1.00 1", "C 1.00 1", "N 1.00 1"))
            .account(150, 0)
            .settled();
    assertEquals(List.of(100L, 50L, 0L), row(sheet, Payer.PERSONAL_ACCOUNT));
    assertEquals(List.of(0L, 50L, 100L), row(sheet, Payer.CASH));
  }

  @Test
  @DisplayName("amounts whose products do not fit 64 bits are spread exactly")
  void largeAmounts() {
    for (Allocation method : Allocation.values()) {
      Plan plan = PlanText.plan().rate("2/3", "half-up-fen").allocate(method).done();
      Sheet sheet =
          new Visit(plan)
              .lines(List.of("A 3333333333.33 1", "A 3333333333.34 1", "A 3333333333.33 1"))
              .settled();
      assertEquals(666_666_666_667L, sheet.paid(Payer.POOL_FUND));
      assertEquals(
          method == Allocation.CUMULATIVE
              ? List.of(222_222_222_222L, 222_222_222_222L, 222_222_222_223L)
              : List.of(222_222_222_222L, 222_222_222_223L, 222_222_222_222L),
          row(sheet, Payer.POOL_FUND));
    }
  }

  @Test
  void aBillWithoutLinesHasNothingToSpread() {
    Sheet sheet = Visit.of(half().done(), 100);
    assertEquals(50, sheet.paid(Payer.POOL_FUND));
    assertEquals(0, sheet.lines);
  }
}
