package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.money.Payer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Funds tell what they were asked for, what they gave, and why not more")
class LayersToldTest {

  private static final String FEN = "half-up-fen";

  @Nested
  @DisplayName("critical illness: half of a year's burden above 1.00")
  class Critical {

    private static final Set<BasePart> REST =
        EnumSet.of(BasePart.IN_SCOPE_REMAINDER, BasePart.FIRST_SELF_PAY);

    private Visit visit(long first, long inScope, long before) {
      Plan plan = PlanText.plan().critical(REST, "burden", FEN, true, "100=1/2").done();
      return new Visit(plan).totals(0, 0, first, inScope).year("burden", before);
    }

    @Test
    void tellsThatNothingCounts() {
      assertEquals(
          List.of("NOTHING_LEFT –", "NOT_ABOVE min(0.00, max(0.00, 0.00 − 1.00)) = 0.00"),
          visit(0, 0, 0).told("critical-illness"));
    }

    @Test
    void tellsThatTheYearIsNotAboveTheThreshold() {
      assertEquals(
          List.of(
              "NONE 0.60", "NONE 0.40 + 0.60 = 1.00", "NOT_ABOVE min(0.00, 1.00 − 1.00) = 0.00"),
          visit(0, 60, 40).told("critical-illness"));
      assertEquals(40 + 60, visit(0, 60, 40).settled().yearToDateAfter(0));
    }

    @Test
    void tellsTheYearWithThisBillAndWithout() {
      assertEquals(
          List.of(
              "NONE 0.60 + 0.20 = 0.80",
              "NONE 1.10 + 0.80 = 1.90",
              "NONE 1.00 × 0 % = 0.00",
              "NONE 0.90 × 50 % = 0.45",
              "NONE 1.00 × 0 % = 0.00",
              "NONE 0.10 × 50 % = 0.05",
              "NONE 0.45 − 0.05 = 0.40"),
          visit(20, 60, 110).told("critical-illness"));
    }

    @Test
    @DisplayName("tells that a rounding to whole yuan would give more than there is")
    void tellsThatThereIsLess() {
      Plan plan = PlanText.plan().critical(REST, "burden", "up-yuan", true, "100=1/2").done();
      List<String> told = new Visit(plan).inScope(60).year("burden", 100).told("critical-illness");
      assertEquals("NONE 1.00", told.get(told.size() - 2));
      assertEquals("LEFT_LESS min(1.00, 0.60) = 0.60", told.get(told.size() - 1));
    }

    @Test
    @DisplayName("gives all that is left where it is asked for exactly that, and says no more")
    void givesAllThatIsLeft() {
      Plan plan = PlanText.plan().critical(REST, "burden", FEN, true, "100=1/1").done();
      List<String> told = new Visit(plan).inScope(60).year("burden", 100).told("critical-illness");
      assertEquals("NONE 0.60", told.get(told.size() - 1));
    }

    @Test
    @DisplayName("helps with no more than the account before and the funds left")
    void whatIsLeftToHelp() {
      Plan plan =
          PlanText.plan()
              .accountFirst(Purse.CURRENT_YEAR)
              .deductible(80, Per.VISIT)
              .supplement("it", Payer.SUPPLEMENTS, LayerBase.FIXED, "70")
              .critical(
                  EnumSet.of(BasePart.DEDUCTIBLE, BasePart.FIRST_SELF_PAY),
                  "burden",
                  FEN,
                  true,
                  "0=1/1")
              .done();
      // 1.00 in scope: the account pays 0.20, the deductible takes the rest, of which the
      // supplement pays 0.70. The deductible and 0.50 of first self-pay are a burden of 1.30.
      Visit visit = new Visit(plan).totals(0, 0, 50, 100).account(20, 0);
      assertEquals(60, visit.settled().paid(Payer.CRITICAL_ILLNESS));
      assertEquals(0, visit.settled().paid(Payer.CASH));
    }
  }

  @Nested
  @DisplayName("the pool")
  class Pool {

    @Test
    void ofOneRateTellsOneSum() {
      Plan plan = PlanText.plan().rate("1/2", FEN).done();
      assertEquals(List.of("NONE 1.00 × 50 % = 0.50"), new Visit(plan).inScope(100).told("rate"));
    }

    @Test
    void ofAnEndlessFractionTellsTheFraction() {
      Plan plan = PlanText.plan().rate("2/3", FEN).done();
      assertEquals(List.of("NONE 1.00 × 2/3 ≈ 0.67"), new Visit(plan).inScope(100).told("rate"));
    }

    @Test
    void thatIsClosedSaysSoAtEveryStep() {
      Plan plan =
          PlanText.plan()
              .offSiteFirst("1/10", FEN)
              .deductible(20, Per.VISIT)
              .costLimit(1_000, "cost")
              .rate("1/2", FEN)
              .paymentLimit(1_000, "paid")
              .done();
      Visit visit = new Visit(plan).inScope(100).open(Payer.PERSONAL_ACCOUNT);
      for (String step :
          List.of("off-site-first", "deductible", "cost-limit", "rate", "payment-limit")) {
        assertEquals(List.of("POOL_CLOSED –"), visit.told(step), step);
      }
    }

    private List<String> year(String rate) {
      BandText bands = BandText.of(BandPosition.YEAR_IN_SCOPE, FEN, "=" + rate).telescoping();
      List<String> told =
          new Visit(PlanText.plan().bands(bands).done())
              .inScope(50)
              .year("year-cost", 50)
              .told("bands");
      return told.subList(told.size() - 1, told.size());
    }

    @Test
    @DisplayName("tells the difference of two years also where it is all of the bill, or nothing")
    void theDifferenceIsTold() {
      assertEquals(List.of("NONE 1.00 − 0.50 = 0.50"), year("1/1"));
      assertEquals(List.of("NONE 0.00"), year("0/1"));
    }
  }

  @Test
  void aLayerThatIsClosedSaysSo() {
    Plan plan = PlanText.plan().supplement("it", Payer.SUPPLEMENTS, LayerBase.FIXED, "70").done();
    Visit visit = new Visit(plan).inScope(100);
    assertEquals(List.of("NONE min(0.70, 1.00) = 0.70"), visit.told("supplement-it"));
    assertEquals(List.of("PAYER_CLOSED –"), visit.open(Payer.POOL_FUND).told("supplement-it"));
  }

  @Test
  void aLayerPaysNoMoreThanTheStepsBeforeLeftAndSaysSo() {
    Plan plan =
        PlanText.plan()
            .accountFirst(Purse.CURRENT_YEAR)
            .rate("1/2", FEN)
            .supplement("it", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/1")
            .done();
    // Of 1.00 the account pays 0.20 first and the pool a half of the rest.
    Visit visit = new Visit(plan).inScope(100).account(20, 0);
    assertEquals(
        List.of("NONE 0.80 × 100 % = 0.80", "LEFT_LESS min(0.80, 0.40) = 0.40"),
        visit.told("supplement-it"));
    assertEquals(0, visit.settled().paid(Payer.CASH));
  }

  @Test
  @DisplayName("a layer whose rate is nothing for this person says so, not that nothing is left")
  void aLayerThatIsNotForThisPersonSaysSo() {
    PlanText text = PlanText.plan().rate("1/2", FEN);
    Plan plan =
        text.supplement("civil", Payer.CIVIL_SERVANT_SUBSIDY, LayerBase.IN_SCOPE, "0/1")
            .aid("aid", LayerBase.REMAINING_IN_SCOPE, 0, "0/1", FEN, text.limit(70, "aid"))
            .done();
    Visit visit = new Visit(plan).inScope(100);
    visit.settled();
    assertEquals(List.of("NOT_FOR_PERSON 1.00 × 0 % = 0.00"), visit.told("supplement-civil"));
    assertEquals(
        List.of("NOT_FOR_PERSON 0.50 × 0 % = 0.00", "NONE min(0.00, 0.70) = 0.00"),
        visit.told("aid"));
  }

  @Test
  @DisplayName("a large sum with a limit says once why it pays nothing, and says the true reason")
  void theTrueReasonIsTheOnlyOne() {
    PlanText text = PlanText.plan().rate("1/2", FEN);
    Plan plan = text.largeSum("9/10", FEN, text.limit(70, "large")).done();
    assertEquals(
        List.of("BELOW_CEILING 0.00 × 90 % = 0.00", "NONE min(0.00, 0.70) = 0.00"),
        new Visit(plan).inScope(100).told("large-sum"));
  }

  @Test
  @DisplayName("above the deductible lies neither it nor what was paid before it")
  void whatLiesAboveTheDeductible() {
    Plan plan =
        PlanText.plan()
            .offSiteFirst("1/10", FEN)
            .accountFirst(Purse.CURRENT_YEAR)
            .deductible(30, Per.VISIT)
            .supplement("it", Payer.SUPPLEMENTS, LayerBase.ABOVE_DEDUCTIBLE, "1/2")
            .done();
    Visit visit = new Visit(plan).inScope(100).account(20, 0);
    assertEquals(List.of("NONE 1.00 × 10 % = 0.10"), visit.told("off-site-first"));
    assertEquals(List.of("NONE 0.40 × 50 % = 0.20"), visit.told("supplement-it"));
  }
}
