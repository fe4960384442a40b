package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.money.Payer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cap of all funds, accounts and cash tell what they did")
class PayersToldTest {

  private static final String FEN = "half-up-fen";

  /** The pool and a supplement each pay a half; another supplement has nothing left to pay. */
  private static PlanText halves() {
    PlanText text = PlanText.plan().rate("1/2", FEN);
    Limit limit = text.limit(1_000, "supplemented");
    return text.supplement("it", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/2", limit)
        .supplement("last", Payer.SUPPLEMENTS, LayerBase.FIXED, "70");
  }

  @Test
  void theLastFundThatPaidGivesWayToTheCap() {
    Visit visit = new Visit(halves().cap("9/10").done()).inScope(101);
    assertEquals(
        List.of(
            "NONE 1.01 × 90 % = 0.909 ≈ 0.90",
            "CAP_REACHED min(1.01, 0.90) = 0.90", "CAP_REACHED 0.50 − 0.11 = 0.39"),
        visit.told("overall-cap"));
    assertEquals(39, visit.settled().yearToDateAfter(0), "the year counts what was paid");
  }

  @Test
  void whatIsExactlyTheCapIsNotCut() {
    assertEquals(
        List.of("NONE 1.00 × 100 % = 1.00", "NONE min(1.00, 1.00) = 1.00"),
        new Visit(halves().cap("1/1").done()).inScope(100).told("overall-cap"));
  }

  @Test
  void aFixedSubsidyThatComesTooLateSaysThatNothingIsLeft() {
    assertEquals(
        List.of("NOTHING_LEFT min(0.70, 0.00) = 0.00"),
        new Visit(halves().done()).inScope(100).told("supplement-last"));
  }

  @Test
  void anAccountThatIsClosedSaysSoBeforeAndAfterTheFunds() {
    Plan plan =
        PlanText.plan()
            .accountFirst(Purse.CURRENT_YEAR)
            .rate("1/2", FEN)
            .account(List.of(Part.values()))
            .done();
    Visit visit = new Visit(plan).inScope(100).account(500, 0).open(Payer.POOL_FUND);
    assertEquals(List.of("ACCOUNT_CLOSED –"), visit.told("account-first"));
    assertEquals(List.of("ACCOUNT_CLOSED –"), visit.told("account"));
  }

  @Test
  void anEmptyPurseSaysSoOnce() {
    for (Purse[] purses : new Purse[][] {{Purse.PAST_YEARS}, Purse.values()}) {
      Plan plan = PlanText.plan().account(List.of(Part.values()), purses).done();
      assertEquals(
          List.of("BALANCE_ZERO min(5.00, 0.00) = 0.00"),
          new Visit(plan).inScope(500).told("account"));
    }
  }

  @Test
  void cashIsWhatAllOthersLeft() {
    Plan plan =
        PlanText.plan()
            .rate("1/2", FEN)
            .account(List.of(Part.COINSURANCE))
            .family(Part.COINSURANCE)
            .done();
    Visit visit = new Visit(plan).inScope(100).account(20, 0).family(7);
    assertEquals(List.of("NONE 1.00 − 0.50 − 0.20 − 0.07 = 0.23"), visit.told("cash"));
  }

  @Test
  void aFamilyThatPaysAPartPaysThatPartOfTheLine() {
    Plan plan = PlanText.plan().rate("1/2", FEN).family(Part.COINSURANCE).done();
    Sheet sheet = new Visit(plan).line("A 1.00 1").family(5).settled();
    assertEquals(5, sheet.linePaid(0, Payer.FAMILY_ACCOUNT));
    assertEquals(45, sheet.linePaid(0, Payer.CASH));
  }
}
