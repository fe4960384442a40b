package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.money.Payer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Further funds, each of what the former left")
@Tag("R-BEN-11")
class LayersTest {

  private static final Set<BasePart> REMAINDER = EnumSet.of(BasePart.IN_SCOPE_REMAINDER);

  private static long supplements(Sheet sheet) {
    return sheet.paid(Payer.SUPPLEMENTS);
  }

  @Nested
  @Tag("R-CI-01")
  @DisplayName("critical illness, from 100.00 half, from 200.00 three fifths")
  class CriticalIllness {

    private final Plan plan =
        PlanText.plan()
            .rate("1/2", "half-up-fen")
            .critical(REMAINDER, "burden", "half-up-fen", false, "10000=1/2", "20000=3/5")
            .done();

    @ParameterizedTest(name = "burden {0}, in scope {1}: pays {2}, burden then {3}")
    @CsvSource({
      "0, 20000, 0, 10000", // exactly at the threshold
      "0, 20002, 1, 10001", // 0.5 rounds up
      "5000, 20000, 2500, 15000",
      "15000, 20000, 5500, 25000", // 5,000 + 3,000 less 2,500
      "25000, 20000, 6000, 35000",
      "10001, 2, 0, 10002", // 1.0 less 0.5 that was rounded up to 1
      "9000, 0, 0, 9000",
    })
    void theDifferenceThatThisBillMakes(long before, long inScope, long paid, long after) {
      Sheet sheet = new Visit(plan).inScope(inScope).year("burden", before).settled();
      assertEquals(paid, sheet.paid(Payer.CRITICAL_ILLNESS));
      assertEquals(after, sheet.yearToDateAfter(0));
      assertEquals(after - before, sheet.criticalBase());
    }

    @Test
    @DisplayName("of a first bill tells no sum of nothing, and no amount as equal to itself")
    void tellsNothingOfNothing() {
      assertEquals(
          List.of(
              "NONE 150.00",
              "NONE 100.00 × 0 % = 0.00",
              "NONE 50.00 × 50 % = 25.00",
              "NONE Σ = 25.00"),
          new Visit(plan).inScope(30_000).told("critical-illness"));
      assertEquals(
          "NONE 50.00 − 25.00 = 25.00",
          last(new Visit(plan).inScope(10_000).year("burden", 15_000).told("critical-illness")));
    }

    private String last(List<String> told) {
      return told.get(told.size() - 1);
    }

    @Test
    void whereItIsNotOpenTheBurdenDoesNotGrow() {
      Sheet sheet = new Visit(plan).inScope(50_000).open(Payer.POOL_FUND).settled();
      assertEquals(0, sheet.yearToDateAfter(0));
      assertEquals(0, sheet.criticalBase());
      assertEquals(25_000, sheet.paid(Payer.CASH));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "DEDUCTIBLE, 100",
      "IN_SCOPE_REMAINDER, 400", // 1,000 − 100 − 100, of which the pool pays half
      "FIRST_SELF_PAY, 70",
      "OFF_SITE_FIRST, 100",
    })
    void countsOfABillWhatItsPlanSays(BasePart part, long base) {
      Plan plan =
          PlanText.plan()
              .offSiteFirst("1/10", "half-up-fen")
              .deductible(100, Per.VISIT)
              .rate("1/2", "half-up-fen")
              .critical(EnumSet.of(part), "burden", "half-up-fen", false, "0=1/2")
              .done();
      Sheet sheet = new Visit(plan).totals(30, 20, 70, 1_000).settled();
      assertEquals(base, sheet.criticalBase());
      assertEquals(base / 2, sheet.paid(Payer.CRITICAL_ILLNESS));
    }

    @Test
    void allOfThemTogether() {
      Plan plan =
          PlanText.plan()
              .offSiteFirst("1/10", "half-up-fen")
              .deductible(100, Per.VISIT)
              .rate("1/2", "half-up-fen")
              .critical(EnumSet.allOf(BasePart.class), "burden", "half-up-fen", false, "0=1/1")
              .done();
      Sheet sheet = new Visit(plan).totals(30, 20, 70, 1_000).settled();
      assertEquals(670, sheet.paid(Payer.CRITICAL_ILLNESS));
      assertEquals(50, sheet.paid(Payer.CASH));
    }

    @Test
    void isRoundedInEachTierOrOnce() {
      for (boolean perBand : new boolean[] {false, true}) {
        Plan plan =
            PlanText.plan()
                .critical(REMAINDER, "burden", "half-up-fen", perBand, "0=1/2", "15=7/10")
                .done();
        assertEquals(perBand ? 19 : 18, Visit.of(plan, 30).paid(Payer.CRITICAL_ILLNESS));
      }
    }

    @Test
    void hasALimit() {
      PlanText text = PlanText.plan();
      Optional<Limit> limit = Optional.of(text.limit(500, "critical-paid"));
      Plan plan = text.critical(REMAINDER, "burden", "half-up-fen", false, limit, "0=1/2").done();
      Sheet sheet = new Visit(plan).inScope(800).year("critical-paid", 300).settled();
      assertEquals(200, sheet.paid(Payer.CRITICAL_ILLNESS));
      assertEquals(500, sheet.yearToDateAfter(0));
      assertEquals(800, sheet.yearToDateAfter(1), "the burden grows by all of it");
    }

    @Test
    @DisplayName("pays nothing of a deductible that a supplement paid before")
    void paysNothingTwice() {
      Plan plan =
          PlanText.plan()
              .deductible(100, Per.VISIT)
              .rate("1/2", "half-up-fen")
              .supplement("all", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/1")
              .critical(EnumSet.of(BasePart.DEDUCTIBLE), "burden", "half-up-fen", false, "0=1/1")
              .done();
      Sheet sheet = new Visit(plan).totals(0, 0, 50, 100).settled();
      assertEquals(0, sheet.paid(Payer.CRITICAL_ILLNESS));
      assertEquals(50, sheet.paid(Payer.CASH));
    }

    @Test
    @DisplayName("to whole yuan it still pays no more than there is")
    void paysNoMoreThanThereIs() {
      Plan plan = PlanText.plan().critical(REMAINDER, "burden", "up-yuan", false, "0=1/2").done();
      assertEquals(60, Visit.of(plan, 60).paid(Payer.CRITICAL_ILLNESS));
    }

    @Test
    void tiersAscendAndSomethingCounts() {
      PlanText text = PlanText.plan();
      assertThrows(
          IllegalArgumentException.class,
          () -> text.critical(REMAINDER, "b", "down-fen", false, "5=1/2", "5=1/2"));
      assertThrows(
          IllegalArgumentException.class,
          () -> text.critical(EnumSet.noneOf(BasePart.class), "b", "down-fen", false, "5=1/2"));
      assertThrows(
          IllegalArgumentException.class, () -> text.critical(REMAINDER, "b", "down-fen", false));
    }
  }

  @Nested
  @Tag("R-OTH-01")
  @DisplayName("supplements, of a bill of 1,000.00 with a deductible of 200.00 and half paid")
  class Supplements {

    private PlanText text() {
      return PlanText.plan().deductible(20_000, Per.VISIT).rate("1/2", "half-up-fen");
    }

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource({
      "IN_SCOPE, 1/10, 10000",
      "ABOVE_DEDUCTIBLE, 1/10, 8000",
      "REMAINING_IN_SCOPE, 1/10, 6000",
      "REMAINING_ABOVE_DEDUCTIBLE, 1/10, 4000",
      "FIXED, 5000, 5000",
      "FIXED, 70000, 60000", // no more than is left
      "IN_SCOPE, 9/10, 60000",
      "IN_SCOPE, 1/3, 33333",
    })
    void onEveryBase(LayerBase base, String value, long paid) {
      Plan plan = text().supplement("it", Payer.SUPPLEMENTS, base, value).done();
      assertEquals(paid, supplements(Visit.of(plan, 100_000)));
    }

    @Test
    void eachSeesWhatTheFormerLeft() {
      Plan plan =
          text()
              .supplement("one", Payer.CIVIL_SERVANT_SUBSIDY, LayerBase.REMAINING_IN_SCOPE, "1/2")
              .supplement("two", Payer.SUPPLEMENTS, LayerBase.REMAINING_IN_SCOPE, "1/2")
              .done();
      Sheet sheet = Visit.of(plan, 100_000);
      assertEquals(30_000, sheet.paid(Payer.CIVIL_SERVANT_SUBSIDY));
      assertEquals(15_000, sheet.paid(Payer.SUPPLEMENTS));
      assertEquals(List.of("one", "two"), List.copyOf(plan.supplements().keySet()));
      assertEquals(30_000, sheet.layerPaid(plan.supplements().getOrDefault("one", 0)));
      assertEquals(15_000, sheet.layerPaid(plan.supplements().getOrDefault("two", 0)));
    }

    @Test
    void aRemainderAboveTheDeductibleIsNeverBelowNothing() {
      Plan plan =
          text()
              .supplement("one", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/2")
              .supplement("two", Payer.SUPPLEMENTS, LayerBase.REMAINING_ABOVE_DEDUCTIBLE, "1/1")
              .done();
      // The pool paid 400.00 and the first 500.00: more than the 800.00 above the deductible.
      assertEquals(50_000, supplements(Visit.of(plan, 100_000)));
    }

    @Test
    void whatTheAccountPaidFirstIsNotInScopeForThem() {
      Plan plan =
          PlanText.plan()
              .accountFirst(Purse.CURRENT_YEAR)
              .rate("1/2", "half-up-fen")
              .supplement("it", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/10")
              .done();
      assertEquals(70, supplements(new Visit(plan).inScope(1_000).account(300, 0).settled()));
    }

    @Test
    void oneThatIsNotOpenPaysNothing() {
      Plan plan = text().supplement("it", Payer.SUPPLEMENTS, LayerBase.FIXED, "5").done();
      Visit visit = new Visit(plan).inScope(100).open(Payer.POOL_FUND);
      assertEquals(0, supplements(visit.settled()));
      assertEquals(List.of("PAYER_CLOSED –"), visit.told("supplement-it"));
    }
  }

  @Nested
  @Tag("R-AID-01")
  @DisplayName("medical aid")
  class MedicalAid {

    @ParameterizedTest(name = "left {0}: helps with {1}, {2}")
    @CsvSource({
      "49999, 0, NOT_ABOVE",
      "50000, 0, NOT_ABOVE",
      "50001, 1, NONE", // 0.5
      "60000, 5000, NONE",
    })
    void helpsAboveItsThreshold(long left, long paid, Remark remark) {
      Plan plan =
          PlanText.plan()
              .aid("medical-aid", LayerBase.REMAINING_IN_SCOPE, 50_000, "1/2", "half-up-fen")
              .done();
      Visit visit = new Visit(plan).inScope(left);
      assertEquals(paid, visit.settled().paid(Payer.MEDICAL_AID));
      assertEquals(remark, visit.working().get(2).remark());
    }

    @Test
    void helpsAboveTheDeductible() {
      Plan plan =
          PlanText.plan()
              .deductible(200, Per.VISIT)
              .rate("1/2", "half-up-fen")
              .aid("medical-aid", LayerBase.REMAINING_ABOVE_DEDUCTIBLE, 0, "1/2", "half-up-fen")
              .done();
      assertEquals(200, Visit.of(plan, 1_000).paid(Payer.MEDICAL_AID));
    }

    @Test
    void twoShareALimit() {
      PlanText text = PlanText.plan().deductible(20_000, Per.VISIT).rate("1/2", "half-up-fen");
      Limit limit = text.limit(6_000, "aid");
      Plan plan =
          text.aid("one", LayerBase.REMAINING_IN_SCOPE, 50_000, "1/2", "half-up-fen", limit)
              .aid("two", LayerBase.REMAINING_ABOVE_DEDUCTIBLE, 0, "1/2", "half-up-fen", limit)
              .done();
      Visit visit = new Visit(plan).inScope(100_000);
      Sheet sheet = visit.settled();
      assertEquals(5_000, sheet.layerPaid(1));
      assertEquals(1_000, sheet.layerPaid(2));
      assertEquals(6_000, sheet.paid(Payer.MEDICAL_AID));
      assertEquals(6_000, sheet.yearToDateAfter(0));
      assertEquals(
          List.of(
              "NONE 350.00 × 50 % = 175.00", "LIMIT_REACHED min(175.00, 60.00 − 50.00) = 10.00"),
          visit.told("two"));
    }
  }

  @Nested
  @DisplayName("the cap of all funds together")
  class Cap {

    private Sheet capped(String cap) {
      PlanText text = PlanText.plan().rate("4/10", "half-up-fen").paymentLimit(90_000, "paid");
      Limit limit = text.limit(50_000, "aid");
      Plan plan =
          text.supplement("it", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/10")
              .aid("aid", LayerBase.REMAINING_IN_SCOPE, 0, "4/10", "half-up-fen", limit)
              .cap(cap)
              .done();
      return new Visit(plan).inScope(100_000).year("aid", 1_000).settled();
    }

    @ParameterizedTest(name = "{0}: pool {1}, supplement {2}, aid {3}")
    @CsvSource({
      "70/100, 40000, 10000, 20000",
      "69999/100000, 40000, 10000, 19999",
      "55/100, 40000, 10000, 5000",
      "45/100, 40000, 5000, 0",
      "30/100, 30000, 0, 0",
      "0/1, 0, 0, 0",
    })
    void theLastGivesWayFirst(String cap, long pool, long supplement, long aid) {
      Sheet sheet = capped(cap);
      assertEquals(pool, sheet.paid(Payer.POOL_FUND));
      assertEquals(supplement, sheet.paid(Payer.SUPPLEMENTS));
      assertEquals(aid, sheet.paid(Payer.MEDICAL_AID));
      assertEquals(pool, sheet.yearToDateAfter(0), "given back");
      assertEquals(1_000 + aid, sheet.yearToDateAfter(1), "given back");
    }

    @Test
    void isOfTheWholeBillAndItsFractionIsDropped() {
      Plan plan = PlanText.plan().rate("1/1", "half-up-fen").cap("99/100").done();
      Sheet sheet = new Visit(plan).totals(10, 10, 10, 75).settled();
      assertEquals(75, sheet.paid(Payer.POOL_FUND));
      assertEquals(98, Visit.of(plan, 99).paid(Payer.POOL_FUND)); // 98.01
    }
  }
}
