package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.money.Payer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Where the pool begins, and where it ends")
class LimitsTest {

  @Nested
  @DisplayName("the deductible of 600.00")
  class Deductibles {

    @ParameterizedTest(name = "of the year, used {0}, {1} in scope: {2}, {3}")
    @CsvSource({
      "0, 59999, 59999, ALL_BELOW",
      "0, 60000, 60000, ALL_BELOW",
      "0, 60001, 60000, NONE",
      "59999, 10, 1, NONE",
      "60000, 10, 0, ALREADY_MET",
      "60001, 10, 0, ALREADY_MET", // Today's may be less than last month's.
      "100, 0, 0, NOTHING_LEFT",
    })
    void ofTheYear(long used, long inScope, long taken, Remark remark) {
      Plan plan =
          PlanText.plan().deductible(60_000, Per.YEAR, "used").rate("1/1", "down-fen").done();
      Visit visit = new Visit(plan).inScope(inScope).year("used", used);
      Sheet sheet = visit.settled();
      assertEquals(taken, sheet.deductible());
      assertEquals(inScope - taken, sheet.paid(Payer.POOL_FUND));
      assertEquals(used + taken, sheet.yearToDateAfter(0));
      assertEquals(remark, remark(visit, "deductible"));
    }

    @Test
    void ofAVisitCountsNowhere() {
      Plan plan = PlanText.plan().deductible(60_000, Per.VISIT).rate("1/1", "down-fen").done();
      assertEquals(60_000, Visit.of(plan, 70_000).deductible());
    }

    @Test
    void ofAStayKnowsWhatEarlierBillsOfItUsed() {
      Plan plan =
          PlanText.plan().deductible(60_000, Per.STAY, "stay").rate("1/1", "down-fen").done();
      Visit visit = new Visit(plan).inScope(50_000).year("stay", 40_000);
      assertEquals(20_000, visit.settled().deductible());
      assertEquals(60_000, visit.settled().yearToDateAfter(0));
      Visit met = new Visit(plan).inScope(50_000).year("stay", 60_000);
      assertEquals(Remark.MET_IN_STAY, remark(met, "deductible"));
      Plan without = PlanText.plan().deductible(60_000, Per.STAY).rate("1/1", "down-fen").done();
      assertEquals(50_000, Visit.of(without, 50_000).deductible());
    }

    @Test
    void ofNothingRemarksNothing() {
      Plan plan = PlanText.plan().deductible(0, Per.YEAR, "used").rate("1/1", "down-fen").done();
      assertEquals(Remark.NONE, remark(new Visit(plan).inScope(1), "deductible"));
    }

    @Test
    void runsWithoutAPoolToo() {
      Plan plan =
          PlanText.plan()
              .offSiteFirst("1/10", "half-up-fen")
              .deductible(60_000, Per.YEAR, "used")
              .largeSum("1/2", "half-up-fen")
              .done();
      Sheet sheet = new Visit(plan).inScope(100_000).open(Payer.LARGE_SUM_SUBSIDY).settled();
      assertEquals(10_000, sheet.offSiteFirst());
      assertEquals(60_000, sheet.deductible());
      assertEquals(15_000, sheet.paid(Payer.LARGE_SUM_SUBSIDY));
    }
  }

  @Nested
  @Tag("R-YEAR-03")
  @DisplayName("the pool's payments of a year, and the large sum above them")
  class PaymentLimits {

    private Plan plan(String... bands) {
      return PlanText.plan()
          .bands(BandText.of(BandPosition.ABOVE_DEDUCTIBLE, "half-up-fen", bands))
          .paymentLimit(100_000, "paid")
          .largeSum("95/100", "half-up-fen")
          .done();
    }

    @ParameterizedTest(name = "paid before {0}, in scope {1}: pool {2}, above {3}, large sum {4}")
    @CsvSource({
      // 1,000.00 × 80 % and the rest × 90 %
      "10000, 111111, 90000, 0, 0", // exactly to the limit: 80,000 + 9,999.9
      "10000, 200000, 90000, 88889, 84445", // 10,000 ÷ 90 % = 11,111.1 into the second band
      "40000, 200000, 60000, 125000, 118750", // 75,000 into the first
      "20000, 200000, 80000, 100000, 95000", // exactly the first band
      "99999, 200000, 1, 199999, 189999", // 1 ÷ 80 % = 1.25; 189,999.05
      "100000, 200000, 0, 200000, 190000",
      "100001, 200000, 0, 200000, 190000",
    })
    void theCostThatNoLongerFitsLiesAbove(
        long before, long inScope, long pool, long above, long large) {
      Visit visit =
          new Visit(plan("100000=80/100", "=90/100")).inScope(inScope).year("paid", before);
      Sheet sheet = visit.settled();
      assertEquals(pool, sheet.paid(Payer.POOL_FUND));
      assertEquals(above, sheet.aboveCeiling());
      assertEquals(large, sheet.paid(Payer.LARGE_SUM_SUBSIDY));
      assertEquals(before + pool, sheet.yearToDateAfter(0));
    }

    @Test
    void aBandThatPaysNothingIsPassed() {
      Visit visit = new Visit(plan("100=0/1", "=1/2")).inScope(1_100).year("paid", 99_900);
      assertEquals(100, visit.settled().paid(Payer.POOL_FUND));
      assertEquals(800, visit.settled().aboveCeiling());
    }

    @Test
    void bandsOfTheYearAreWalkedFromWhereTheBillBegins() {
      Plan plan =
          PlanText.plan()
              .bands(
                  BandText.of(BandPosition.YEAR_IN_SCOPE, "half-up-fen", "100=1/2", "=4/5")
                      .telescoping())
              .paymentLimit(50, "paid")
              .done();
      Sheet sheet = new Visit(plan).inScope(200).year("year-cost", 40).settled();
      // (40, 240]: 60 × 1/2 = 30, and 20 ÷ 4/5 = 25 more.
      assertEquals(50, sheet.paid(Payer.POOL_FUND));
      assertEquals(200 - 85, sheet.aboveCeiling());
      assertEquals(240, sheet.yearToDateAfter(0));
    }

    @Test
    void saysWhatIsLeftOfIt() {
      Plan plan = plan("=1/2");
      assertEquals(
          List.of("NONE min(0.50, 1,000.00) = 0.50"),
          new Visit(plan).inScope(100).told("payment-limit"));
      assertEquals(
          List.of(
              "LIMIT_REACHED min(0.50, 1,000.00 − 999.80) = 0.20",
              "LIMIT_REACHED 1.00 − 0.40 = 0.60"),
          new Visit(plan).inScope(100).year("paid", 99_980).told("payment-limit"));
      assertEquals(
          Remark.LIMIT_USED_UP,
          remark(new Visit(plan).inScope(100).year("paid", 100_000), "payment-limit"));
      assertEquals(Remark.NOTHING_LEFT, remark(new Visit(plan).inScope(0), "payment-limit"));
    }
  }

  @Nested
  @DisplayName("the cost of a year that the pool looks at")
  class CostLimits {

    @Test
    void whatIsMoreLiesAboveTheCeiling() {
      Plan plan =
          PlanText.plan()
              .deductible(10_000, Per.VISIT)
              .costLimit(150_000, "cost")
              .rate("1/2", "half-up-fen")
              .largeSum("9/10", "half-up-fen")
              .done();
      Visit visit = new Visit(plan).inScope(210_000).year("cost", 100_000);
      Sheet sheet = visit.settled();
      assertEquals(25_000, sheet.paid(Payer.POOL_FUND));
      assertEquals(150_000, sheet.aboveCeiling());
      assertEquals(135_000, sheet.paid(Payer.LARGE_SUM_SUBSIDY));
      assertEquals(150_000, sheet.yearToDateAfter(0));
      assertEquals(
          List.of("LIMIT_REACHED min(2,000.00, 1,500.00 − 1,000.00) = 500.00"),
          visit.told("cost-limit"));
    }

    @Test
    void bothCeilingsAddUp() {
      Plan plan =
          PlanText.plan()
              .costLimit(1_000, "cost")
              .rate("1/2", "half-up-fen")
              .paymentLimit(300, "paid")
              .done();
      assertEquals(500 + 400, Visit.of(plan, 1_500).aboveCeiling());
    }

    @Test
    void theYearsBandsDoNotCountWhatLiesAbove() {
      Plan plan =
          PlanText.plan()
              .costLimit(1_000, "cost")
              .bands(BandText.of(BandPosition.YEAR_IN_SCOPE, "half-up-fen", "=1/2"))
              .done();
      assertEquals(List.of("cost", "year-cost"), plan.accumulators());
      assertEquals(1_000, Visit.of(plan, 1_500).yearToDateAfter(1));
    }
  }

  @Nested
  @DisplayName("the large sum")
  class LargeSums {

    @Test
    void paysNothingBelowTheCeiling() {
      Plan plan = PlanText.plan().rate("1/2", "half-up-fen").largeSum("9/10", "half-up-fen").done();
      Visit visit = new Visit(plan).inScope(100);
      assertEquals(0, visit.settled().paid(Payer.LARGE_SUM_SUBSIDY));
      assertEquals(Remark.BELOW_CEILING, remark(visit, "large-sum"));
    }

    @Test
    void paysNoMoreThanIsLeftInScope() {
      Plan plan =
          PlanText.plan()
              .costLimit(0, "cost")
              .rate("1/2", "half-up-fen")
              .supplement("first", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "3/4")
              .largeSum("1/2", "half-up-fen")
              .done();
      assertEquals(25, Visit.of(plan, 100).paid(Payer.LARGE_SUM_SUBSIDY));
    }

    @Test
    void hasALimitOfItsOwn() {
      PlanText text = PlanText.plan().costLimit(0, "cost").rate("1/2", "half-up-fen");
      Plan plan = text.largeSum("1/2", "half-up-fen", text.limit(70, "large")).done();
      Sheet sheet = new Visit(plan).inScope(200).year("large", 30).settled();
      assertEquals(40, sheet.paid(Payer.LARGE_SUM_SUBSIDY));
      assertEquals(70, sheet.yearToDateAfter(1));
    }

    @Test
    void ofAPoolThatIsNotOpenThereIsNoCeiling() {
      Plan plan =
          PlanText.plan()
              .costLimit(0, "cost")
              .rate("1/2", "half-up-fen")
              .paymentLimit(0, "paid")
              .largeSum("1/2", "half-up-fen")
              .done();
      Sheet sheet = new Visit(plan).inScope(200).open(Payer.LARGE_SUM_SUBSIDY).settled();
      assertEquals(0, sheet.aboveCeiling());
      assertEquals(200, sheet.paid(Payer.CASH));
    }
  }

  private static Remark remark(Visit visit, String step) {
    return visit.working().stream()
        .filter(line -> line.basis().id().equals(step))
        .map(WorkingLine::remark)
        .findFirst()
        .orElseThrow();
  }
}
