package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The patient's side: accounts, the family's accounts, cash")
class PursesTest {

  private static final List<Part> ALL = List.of(Part.values());

  /**
   * In scope 1,000 with a deductible of 200 and half paid: 200 and 400 are left, 100 of each other.
   */
  private static PlanText text() {
    return PlanText.plan().deductible(200, Per.VISIT).rate("1/2", "half-up-fen");
  }

  private static Visit visit(Plan plan) {
    return new Visit(plan).totals(130, 120, 110, 1_000);
  }

  @Nested
  @DisplayName("the account before the deductible")
  class AccountFirst {

    @Test
    void itsPursesPayInOrderAndTheRestIsShared() {
      Plan plan =
          PlanText.plan()
              .offSiteFirst("1/10", "half-up-fen")
              .accountFirst(Purse.CURRENT_YEAR, Purse.PAST_YEARS)
              .deductible(200, Per.YEAR, "used")
              .rate("1/2", "half-up-fen")
              .done();
      Sheet sheet = new Visit(plan).inScope(1_000).account(300, 150).settled();
      assertEquals(450, sheet.accountFirst());
      assertEquals(300, sheet.accountCurrentYear());
      assertEquals(150, sheet.accountPastYears());
      assertEquals(200, sheet.deductible());
      assertEquals(125, sheet.paid(Payer.POOL_FUND)); // 1,000 − 100 − 450 − 200
      assertEquals(425, sheet.paid(Payer.CASH));
    }

    @Test
    void oneMayPayAllThatIsInScope() {
      Plan plan = PlanText.plan().accountFirst(Purse.PAST_YEARS).rate("1/2", "half-up-fen").done();
      Sheet sheet = new Visit(plan).totals(5, 6, 7, 1_000).account(9_000, 2_000).settled();
      assertEquals(1_000, sheet.accountPastYears());
      assertEquals(0, sheet.accountCurrentYear());
      assertEquals(0, sheet.paid(Payer.POOL_FUND));
      assertEquals(18, sheet.paid(Payer.CASH));
    }

    @Test
    void whatIsLeftOfAPursePaysAfterTheFunds() {
      Plan plan =
          PlanText.plan()
              .accountFirst(Purse.CURRENT_YEAR)
              .deductible(600, Per.VISIT)
              .rate("1/2", "half-up-fen")
              .account(ALL)
              .done();
      Sheet sheet = new Visit(plan).inScope(1_000).account(300, 250).settled();
      assertEquals(300, sheet.accountFirst());
      assertEquals(550, sheet.paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(250, sheet.accountPastYears());
    }

    @Test
    void paysNothingWhereItIsNotOpen() {
      Plan plan =
          PlanText.plan().accountFirst(Purse.CURRENT_YEAR).rate("1/2", "half-up-fen").done();
      Sheet sheet = new Visit(plan).inScope(1_000).account(300, 0).open(Payer.POOL_FUND).settled();
      assertEquals(0, sheet.accountFirst());
      assertEquals(500, sheet.paid(Payer.POOL_FUND));
    }

    @Test
    void paysWhereThePoolIsNotOpen() {
      Plan plan =
          PlanText.plan()
              .offSiteFirst("1/10", "half-up-fen")
              .accountFirst(Purse.CURRENT_YEAR)
              .rate("1/2", "half-up-fen")
              .done();
      Sheet sheet =
          new Visit(plan).inScope(1_000).account(3_000, 0).open(Payer.PERSONAL_ACCOUNT).settled();
      assertEquals(1_000, sheet.accountFirst());
    }
  }

  @Nested
  @Tag("R-ACCT-02")
  @DisplayName("the account after the funds")
  class Account {

    @ParameterizedTest(name = "may pay {0}: {1}")
    @CsvSource({
      "DEDUCTIBLE, 200",
      "COINSURANCE, 400",
      "FIRST_SELF_PAY, 110",
      "OVER_LIMIT, 120",
      "OUT_OF_CATALOGUE, 130",
    })
    void paysWhatItMay(Part part, long paid) {
      Plan plan = text().account(List.of(part)).done();
      Sheet sheet = visit(plan).account(10_000, 0).settled();
      assertEquals(paid, sheet.paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(960 - paid, sheet.paid(Payer.CASH));
    }

    @Test
    void whatFundsPaidOfTheDeductibleItNeedNotPay() {
      Plan plan =
          text()
              .supplement("it", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "5/10")
              .account(List.of(Part.DEDUCTIBLE))
              .done();
      assertEquals(100, visit(plan).account(10_000, 0).settled().paid(Payer.PERSONAL_ACCOUNT));
    }

    @Test
    void whatFundsPaidOfTheFirstSelfPayItNeedNotPay() {
      Plan plan =
          PlanText.plan()
              .critical(java.util.EnumSet.allOf(BasePart.class), "b", "half-up-fen", false, "0=1/1")
              .cap("1050/1360")
              .account(ALL)
              .done();
      // The funds pay 1,050: all in scope, and 50 of the first self-pay.
      assertEquals(
          60 + 120 + 130, visit(plan).account(10_000, 0).settled().paid(Payer.PERSONAL_ACCOUNT));
    }

    @ParameterizedTest(name = "this year {0}, former years {1}: {2}")
    @CsvSource({"-5, 7, 2", "7, -5, 2", "-7, 5, 0", "5, -7, 0", "-5, 5, 0"})
    void spendsNoMoreThanBothPursesHoldTogether(long current, long past, long paid) {
      Plan plan = text().account(ALL).done();
      Sheet sheet = visit(plan).account(current, past).settled();
      assertEquals(paid, sheet.paid(Payer.PERSONAL_ACCOUNT));
    }

    @Test
    void anEmptyPurseOrOneBelowNothingPaysNothing() {
      Plan plan = text().account(ALL).done();
      assertEquals(0, visit(plan).account(-5, -5).settled().paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(
          List.of("BALANCE_ZERO min(9.60, 0.00) = 0.00"),
          visit(plan).account(0, 0).told("account"));
      assertEquals(
          List.of("OVERDRAWN min(9.60, 0.00) = 0.00"), visit(plan).account(-5, 0).told("account"));
      assertEquals(
          List.of("BALANCE_SHORT min(9.60, 0.07) = 0.07"),
          visit(plan).account(0, 7).told("account"));
      assertEquals(
          List.of("BALANCE_SHORT min(9.60, 0.05) = 0.05", "BALANCE_SHORT min(9.55, 0.07) = 0.07"),
          visit(plan).account(5, 7).told("account"));
      assertEquals(
          List.of("NONE min(9.60, 10.00) = 9.60"), visit(plan).account(1_000, 7).told("account"));
    }

    @Test
    void theFirstPurseIsToldOfWhereItIsNotEmpty() {
      Plan plan = text().account(ALL).done();
      assertEquals(
          List.of("NONE min(9.60, 10.00) = 9.60"), visit(plan).account(0, 1_000).told("account"));
      Plan nothing = PlanText.plan().rate("1/1", "half-up-fen").account(ALL).done();
      assertEquals(
          List.of("NOTHING_LEFT min(0.00, 5.00) = 0.00"),
          new Visit(nothing).inScope(1).account(500, 9).told("account"));
      assertEquals(List.of("NOTHING_LEFT –"), new Visit(nothing).inScope(1).told("account"));
    }

    @Test
    void aPlanMayNameOnePurse() {
      Plan plan = text().account(ALL, Purse.PAST_YEARS).done();
      Sheet sheet = visit(plan).account(500, 300).settled();
      assertEquals(300, sheet.paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(0, sheet.accountCurrentYear());
    }

    @Test
    void paysNothingWhereItIsNotOpen() {
      Plan plan = text().account(ALL).family(Part.OVER_LIMIT).done();
      Visit visit =
          visit(plan).account(1_000, 0).family(1_000).open(Payer.POOL_FUND, Payer.FAMILY_ACCOUNT);
      assertEquals(0, visit.settled().paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(120, visit.settled().paid(Payer.FAMILY_ACCOUNT));
      assertEquals(List.of("ACCOUNT_CLOSED –"), visit.told("account"));
    }
  }

  @Nested
  @DisplayName("items that no account may pay")
  class Never {

    @Test
    void areLeftToCash() {
      Plan plan = text().account(ALL).family(Part.OUT_OF_CATALOGUE).done();
      Sheet sheet =
          new Visit(plan)
              .line("A 10.00 1")
              .line("N 3.00 1")
              .line("C 2.00 1")
              .account(100, 0)
              .family(10_000)
              .settled();
      assertEquals(500, sheet.outOfCatalogue());
      assertEquals(100, sheet.paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(200, sheet.paid(Payer.FAMILY_ACCOUNT));
      assertEquals(300, sheet.linePaid(1, Payer.CASH));
      assertEquals(200, sheet.linePaid(2, Payer.FAMILY_ACCOUNT));
    }
  }

  @Nested
  @DisplayName("the family's accounts")
  class Family {

    @Test
    void payInTheirOrderWhatTheOwnAccountLeft() {
      Plan plan = text().account(ALL).family(Part.DEDUCTIBLE, Part.COINSURANCE).done();
      Sheet sheet = visit(plan).account(150, 100).family(60, -3, 100, 1_000).settled();
      // The own account took 200 of the deductible and 50 of the coinsurance.
      assertEquals(250, sheet.paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(350, sheet.paid(Payer.FAMILY_ACCOUNT));
      assertEquals(60, sheet.familyPaid(0));
      assertEquals(0, sheet.familyPaid(1));
      assertEquals(100, sheet.familyPaid(2));
      assertEquals(190, sheet.familyPaid(3));
    }

    @Test
    void payWhatTheOwnAccountMayNot() {
      Plan plan =
          text().account(List.of(Part.DEDUCTIBLE)).family(Part.DEDUCTIBLE, Part.OVER_LIMIT).done();
      Sheet sheet = visit(plan).account(1_000, 0).family(1_000).settled();
      assertEquals(200, sheet.paid(Payer.PERSONAL_ACCOUNT));
      assertEquals(120, sheet.paid(Payer.FAMILY_ACCOUNT));
    }

    @Test
    void payWithoutAnOwnAccount() {
      Plan plan = text().family(Part.DEDUCTIBLE).done();
      assertEquals(200, visit(plan).family(1_000).settled().paid(Payer.FAMILY_ACCOUNT));
      assertTrue(plan.knows(Payer.FAMILY_ACCOUNT));
      assertFalse(text().done().knows(Payer.FAMILY_ACCOUNT));
      assertTrue(plan.knows(Payer.POOL_FUND));
      assertFalse(plan.knows(Payer.MEDICAL_AID));
      assertFalse(plan.knows(Payer.PERSONAL_ACCOUNT));
      assertFalse(plan.knows(Payer.INSTITUTION));
      assertTrue(text().account(ALL).done().knows(Payer.PERSONAL_ACCOUNT));
      assertTrue(plan.knows(Payer.CASH));
    }

    @Test
    void sayWhyTheyPayNothing() {
      Plan plan = text().account(ALL).family(Part.DEDUCTIBLE).done();
      assertEquals(List.of("NO_FAMILY –"), visit(plan).told("family-account"));
      assertEquals(
          List.of("NOTHING_LEFT –"), visit(plan).account(200, 0).family(5).told("family-account"));
      assertEquals(
          List.of("PAYER_CLOSED –"),
          visit(plan).family(5).open(Payer.POOL_FUND).told("family-account"));
      assertEquals(
          List.of("BALANCE_SHORT min(2.00, 0.05) = 0.05", "BALANCE_ZERO min(1.95, 0.00) = 0.00"),
          visit(plan).family(5, 0).told("family-account"));
    }
  }

  @Nested
  @DisplayName("funds that an institution of this grade may not settle with")
  class Usable {

    @Test
    void areClosedWhateverTheVisitOpens() {
      Plan plan =
          PlanText.plan()
              .usable(Payer.PERSONAL_ACCOUNT, Payer.SUPPLEMENTS)
              .deductible(200, Per.VISIT)
              .rate("1/2", "half-up-fen")
              .supplement("it", Payer.SUPPLEMENTS, LayerBase.FIXED, "50")
              .aid("aid", LayerBase.REMAINING_IN_SCOPE, 0, "1/2", "half-up-fen")
              .account(ALL)
              .done();
      Sheet sheet = new Visit(plan).inScope(1_000).account(100, 0).settled();
      assertEquals(0, sheet.paid(Payer.POOL_FUND));
      assertEquals(50, sheet.paid(Payer.SUPPLEMENTS));
      assertEquals(0, sheet.paid(Payer.MEDICAL_AID));
      assertEquals(100, sheet.paid(Payer.PERSONAL_ACCOUNT));
      Sheet closed = new Visit(plan).inScope(1_000).account(100, 0).open(Payer.POOL_FUND).settled();
      assertEquals(1_000, closed.paid(Payer.CASH));
      assertEquals(List.of("PAYER_CLOSED –"), new Visit(plan).inScope(1).told("usable-funds"));
      assertEquals(
          List.of("NONE –"),
          new Visit(plan).inScope(1).open(Payer.SUPPLEMENTS).told("usable-funds"));
    }
  }
}
