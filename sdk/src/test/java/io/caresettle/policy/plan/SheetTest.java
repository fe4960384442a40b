package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sheet and a working may be used again")
class SheetTest {

  private static final Plan PLAN =
      PlanText.plan()
          .rate("1/2", "half-up-fen")
          .supplement("it", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/10")
          .account(List.of(Part.values()))
          .done();

  @Test
  void whatALayerPaidBeforeIsForgotten() {
    Sheet sheet = Visit.of(PLAN, 1_000);
    assertEquals(100, sheet.layerPaid(1));
    PLAN.run(sheet, Working.OFF);
    assertEquals(500, sheet.layerPaid(0));
    assertEquals(100, sheet.layerPaid(1));
  }

  @Test
  void aNewSheetOpensAllThatCanBeClosed() {
    Sheet sheet = PLAN.sheet(0);
    sheet.totals(0, 0, 0, 1_000);
    PLAN.run(sheet, Working.OFF);
    assertEquals(500, sheet.paid(Payer.POOL_FUND));
  }

  @Test
  @DisplayName("a working tells of the last bill, whatever family it had")
  void aWorkingTellsOfTheLastBillWhateverItsLines() {
    Working working = Working.on();
    for (List<String> lines : List.of(List.of("A 1.00 1"), List.of("B 2.00 1 1/2", "C 3.00 1"))) {
      for (int again = 0; again < 2; again++) {
        Visit visit = new Visit(PLAN).lines(lines);
        PLAN.run(visit.sheet(), working);
        assertEquals(visit.working(), PLAN.explain(working));
      }
    }
    assertEquals(List.of(), PLAN.explain(Working.OFF));
    assertEquals(List.of(), PLAN.explain(Working.on()));
  }

  @Test
  @DisplayName(
      "a sheet of another plan is refused, even of one that is the same but for its numbers")
  void aSheetOfAnotherPlan() {
    Sheet other = PlanText.plan().rate("1/3", "half-up-fen").done().sheet(1);
    assertThrows(IllegalArgumentException.class, () -> PLAN.run(other, Working.OFF));
    assertThrows(IllegalArgumentException.class, () -> PLAN.allocate(other));
  }

  @Test
  @DisplayName("a working tells of the last bill, whatever family it had")
  void aWorkingTellsOfTheLastBillWhateverItsFamily() {
    Plan plan = PlanText.plan().rate("1/2", "half-up-fen").family(Part.COINSURANCE).done();
    Working working = Working.on();
    for (Visit visit :
        List.of(
            new Visit(plan).line("A 1.00 1"),
            new Visit(plan).line("A 2.00 1").family(5, 5),
            new Visit(plan).line("A 3.00 1"))) {
      plan.run(visit.sheet(), working);
      assertEquals(visit.working(), plan.explain(working));
    }
  }

  @Test
  @DisplayName("a year's sum is kept, and each run counts from it")
  void eachRunCountsFromTheSameSum() {
    Plan plan = PlanText.plan().deductible(70, Per.YEAR, "used").rate("1/2", "down-fen").done();
    Sheet sheet = new Visit(plan).inScope(1_000).year("used", 30).settled();
    assertEquals(70, sheet.yearToDateAfter(0));
    plan.run(sheet, Working.OFF);
    assertEquals(40, sheet.deductible());
    assertEquals(70, sheet.yearToDateAfter(0));
  }

  @Test
  @DisplayName("a purse that paid first pays only its rest later")
  void aPurseThatPaidFirstPaysOnlyItsRest() {
    Plan plan =
        PlanText.plan()
            .accountFirst(Purse.PAST_YEARS)
            .rate("1/2", "half-up-fen")
            .account(List.of(Part.values()))
            .done();
    assertEquals(250, new Visit(plan).inScope(1_000).account(0, 250).settled().accountPastYears());
  }

  @Test
  void deductibleAndCoinsuranceLieInScopeTogether() {
    Plan plan =
        PlanText.plan()
            .deductible(100, Per.VISIT)
            .rate("1/2", "half-up-fen")
            .account(List.of(Part.DEDUCTIBLE, Part.COINSURANCE))
            .done();
    Sheet sheet = new Visit(plan).line("A 3.00 1").line("C 1.00 1").account(999, 0).settled();
    assertEquals(200, sheet.linePaid(0, Payer.PERSONAL_ACCOUNT));
    assertEquals(100, sheet.linePaid(1, Payer.CASH));
  }

  @Test
  @DisplayName("the fund of a rate need not be the pool")
  void anotherFundMayHaveTheRate() {
    Plan plan =
        PlanText.plan()
            .step(
                Sharing.Bands.rate(
                    PlanText.basis(StepKind.RATE),
                    Payer.SUPPLEMENTS,
                    PlanText.ratio("rate", "1/2"),
                    RoundTo.HALF_UP_FEN))
            .cap("1/4")
            .done();
    Sheet sheet = new Visit(plan).line("A 10.00 1").settled();
    assertEquals(250, sheet.paid(Payer.SUPPLEMENTS));
    assertEquals(250, sheet.linePaid(0, Payer.SUPPLEMENTS));
  }

  @Test
  void bandsAreToldOneByOneAndTogether() {
    BandText bands = BandText.of(BandPosition.ABOVE_DEDUCTIBLE, "half-up-fen", "15=1/2", "=7/10");
    assertEquals(
        List.of(
            "NONE 0.15 × 50 % = 0.075",
            "NONE 0.15 × 70 % = 0.105", "NONE Σ = 0.18", "NONE min(0.30, 0.18) = 0.18"),
        new Visit(PlanText.plan().bands(bands).done()).inScope(30).told("bands"));
    assertEquals(
        List.of(
            "NONE 0.15 − 0.15 × 50 % = 0.075 ≈ 0.07",
            "NONE 0.15 − 0.15 × 30 % = 0.105 ≈ 0.10", "NONE min(0.30, 0.17) = 0.17"),
        new Visit(PlanText.plan().bands(bands.onThePatientsSide().roundedPerBand()).done())
            .inScope(30)
            .told("bands"));
  }

  @Test
  void aKindStandsOnceUnderAnyName() {
    PlanText text =
        PlanText.plan()
            .deductible(5, Per.VISIT)
            .step(
                new Sharing.Deductible(
                    PlanText.basis(StepKind.DEDUCTIBLE, "another"),
                    PlanText.fen("deductible", 5),
                    Per.VISIT,
                    java.util.OptionalInt.empty()));
    assertThrows(IllegalArgumentException.class, text::done);
  }
}
