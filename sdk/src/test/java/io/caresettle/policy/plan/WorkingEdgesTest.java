package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("At an edge the working tells what counted, and nothing else")
class WorkingEdgesTest {

  private static final String FEN = "half-up-fen";

  private static Visit bands(BandText bands, long inScope) {
    return new Visit(PlanText.plan().bands(bands).done()).inScope(inScope);
  }

  private static BandText halves(BandPosition position) {
    return BandText.of(position, FEN, "15=1/2", "=7/10");
  }

  @Test
  void aPoolThatNothingReachesTellsItsRate() {
    assertEquals(
        List.of("NOTHING_LEFT 0.00 × 50 % = 0.00"),
        bands(halves(BandPosition.ABOVE_DEDUCTIBLE), 0).told("bands"));
  }

  @Test
  void aBillThatEndsWhereABandEndsHasNoPartInTheNext() {
    assertEquals(
        List.of("NONE 0.15 × 50 % = 0.075", "NONE Σ = 0.075 ≈ 0.08", "NONE min(0.15, 0.08) = 0.08"),
        bands(halves(BandPosition.ABOVE_DEDUCTIBLE), 15).told("bands"));
    assertEquals(
        List.of("NONE 0.15 × 50 % = 0.075 ≈ 0.08", "NONE min(0.15, 0.08) = 0.08"),
        bands(halves(BandPosition.ABOVE_DEDUCTIBLE).roundedPerBand(), 15).told("bands"));
  }

  @Test
  void aBillThatBeginsWhereABandEndsHasNoPartInIt() {
    assertEquals(
        List.of("NONE 0.10 × 70 % = 0.07", "NONE Σ = 0.07", "NONE min(0.10, 0.07) = 0.07"),
        bands(halves(BandPosition.YEAR_IN_SCOPE), 10).year("year-cost", 15).told("bands"));
  }

  @Test
  void whatThePatientsShareLeavesIsTold() {
    assertEquals(
        List.of(
            "NONE 0.15 × 50 % = 0.075",
            "NONE Σ = 0.075 ≈ 0.08", "NONE 0.15 − 0.08 = 0.07", "NONE min(0.15, 0.07) = 0.07"),
        bands(halves(BandPosition.ABOVE_DEDUCTIBLE).onThePatientsSide(), 15).told("bands"));
  }

  @Test
  void aRateIsToldInTenThousandthsWhereItCanBe() {
    WorkingLine half = told("1/2");
    assertEquals(List.of(5_000L, 10_000L), List.of(half.operands().get(1), half.divisor()));
    WorkingLine third = told("2/3");
    assertEquals(List.of(2L, 3L), List.of(third.operands().get(1), third.divisor()));
  }

  private static WorkingLine told(String rate) {
    return new Visit(PlanText.plan().rate(rate, FEN).done())
        .inScope(100).working().stream()
            .filter(line -> line.basis().kind() == StepKind.RATE)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void ratesShareADenominatorOfAtMostAMillion() {
    PlanText plan = PlanText.plan();
    BandText most = BandText.of(BandPosition.ABOVE_DEDUCTIBLE, FEN, "15=1/1000", "=1/999");
    assertEquals(2, most.step(plan).rates().size());
    BandText more = BandText.of(BandPosition.ABOVE_DEDUCTIBLE, FEN, "15=1/1009", "=1/1013");
    assertThrows(IllegalArgumentException.class, () -> more.step(plan));
  }

  @Test
  @DisplayName("a band that pays nothing, right behind what a limit still paid, is not above it")
  void aFreeBandBehindTheLimit() {
    Plan plan =
        PlanText.plan()
            .bands(BandText.of(BandPosition.ABOVE_DEDUCTIBLE, FEN, "100=1/2", "200=0/1", "=1/2"))
            .paymentLimit(1_000, "paid")
            .done();
    Sheet sheet = new Visit(plan).inScope(1_100).year("paid", 950).settled();
    assertEquals(900, sheet.aboveCeiling());
  }

  @Test
  @DisplayName("a limit that takes back only what rounding gave leaves no cost above it")
  void aLimitOfWhatRoundingGave() {
    Plan plan =
        PlanText.plan()
            .bands(BandText.of(BandPosition.ABOVE_DEDUCTIBLE, "up-yuan", "=9/10"))
            .paymentLimit(100, "paid")
            .done();
    Sheet sheet = new Visit(plan).inScope(60).year("paid", 45).settled();
    assertEquals(55, sheet.layerPaid(0));
    assertEquals(0, sheet.aboveCeiling());
  }

  @Test
  void aPurseThatPaidNothingIsNotTold() {
    Plan plan = PlanText.plan().account(List.of(Part.values())).done();
    assertEquals(
        List.of("NONE min(5.00, 9.00) = 5.00"),
        new Visit(plan).inScope(500).account(0, 900).told("account"));
    assertEquals(
        List.of("NONE min(5.00, 9.00) = 5.00"),
        new Visit(plan).inScope(500).account(900, 100).told("account"));
  }

  @Test
  void everyLineOfALongBillIsTold() {
    Visit visit = new Visit(PlanText.plan().done()).lines(Collections.nCopies(100, "A 1.00 1"));
    assertEquals(100, visit.told("line-total").size());
    assertEquals("NONE 1.00 × 1 = 1.00", visit.told("line-total").get(99));
  }

  @Test
  void aLineIsToldInTwoLanguagesWithItsArticleAndItsNumber() {
    WorkingLine line = told("1/2");
    assertEquals("统筹基金支付：1.00 × 50 % = 0.50", line.zh());
    assertEquals("pool fund, by rate: 1.00 × 50 % = 0.50", line.en());
    assertEquals("SZ 12¶2", line.article().toString());
    assertEquals("pool.rate", line.value().orElseThrow().name());
    WorkingLine none =
        new Visit(PlanText.plan().done())
            .line("A 1.00 1").working().stream()
                .filter(one -> one.basis().kind() == StepKind.PRICE_LIMIT)
                .findFirst()
                .orElseThrow();
    assertEquals("超限价自付：–（本单无此类项目）", none.zh());
    assertEquals("above the price limit: – (no line of this bill is concerned)", none.en());
  }
}
