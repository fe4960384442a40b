package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Remark;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.policy.plan.WorkingLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Each step at its edges, one fen below, exactly, one fen above")
@Tag("R-SETL-06")
class StepEdgesTest {

  private static String yuan(Map<String, Money> sums, String name) {
    return sums.getOrDefault("outpatient." + name, Money.ZERO).toString();
  }

  private static String by(Payer payer, Estimate estimate) {
    return estimate.split().paidBy(payer).toString();
  }

  private static Remark remark(Estimate estimate, StepKind kind) {
    return estimate.working().stream()
        .filter(line -> line.basis().kind() == kind)
        .map(WorkingLine::remark)
        .findFirst()
        .orElseThrow();
  }

  @Nested
  @DisplayName("Suzhou, active, level 3: deductible 600, 60 %, at most 13,000 a year")
  class Suzhou {

    @ParameterizedTest(name = "in scope {0}, used {1}: deductible {2}, fund {3}, used then {4}")
    @CsvSource({
      // in scope, used before, deductible, fund, used after
      "599.99,     0.00, 599.99,   0.00, 599.99",
      "600.00,     0.00, 600.00,   0.00, 600.00",
      "600.01,     0.00, 600.00,   0.01, 600.00", //   0.6 fen rounds up
      "600.02,     0.00, 600.00,   0.01, 600.00", //   1.2 fen
      "1000.00,    0.00, 600.00, 240.00, 600.00",
      "1000.00, 599.99,    0.01, 599.99, 600.00", // 999.99 × 60 % = 599.994
      "1000.00, 600.00,    0.00, 600.00, 600.00",
      "1000.00, 600.01,    0.00, 600.00, 600.01", // more than the deductible of today
      "0.01,    600.00,    0.00,   0.01, 600.00",
      "0.00,      0.00,    0.00,   0.00,   0.00",
    })
    void theDeductible(String inScope, String used, String deductible, String fund, String after) {
      Estimate estimate =
          Cases.estimate(
              Cases.SUZHOU,
              Cases.person("0.00", Cases.BOTH, used + " in deductible-used"),
              "A " + inScope + " 1");
      assertEquals(deductible, estimate.cut().deductible().toString());
      assertEquals(fund, by(Payer.POOL_FUND, estimate));
      assertEquals(after, yuan(estimate.yearToDateAfter(), "deductible-used"));
      assertEquals(fund, yuan(estimate.yearToDateAfter(), "pool-paid"));
    }

    @ParameterizedTest(name = "paid this year {0}: fund {1} of 60.00, {2}")
    @CsvSource({
      "12939.99, 60.00, NONE",
      "12940.00, 60.00, NONE", //          exactly what is left
      "12940.01, 59.99, LIMIT_REACHED",
      "12999.99,  0.01, LIMIT_REACHED",
      "13000.00,  0.00, LIMIT_USED_UP",
      "13000.01,  0.00, LIMIT_USED_UP",
    })
    void theLimitOfPayments(String paid, String fund, Remark remark) {
      Estimate estimate =
          Cases.estimate(
              Cases.SUZHOU,
              Cases.person("0.00", Cases.BOTH, "600.00 in deductible-used", paid + " in pool-paid"),
              "A 100.00 1");
      assertEquals(fund, by(Payer.POOL_FUND, estimate));
      assertEquals(remark, remark(estimate, StepKind.PAYMENT_LIMIT));
      assertEquals(
          Money.parseYuan(paid).plus(Money.parseYuan(fund)).toString(),
          yuan(estimate.yearToDateAfter(), "pool-paid"));
    }

    @ParameterizedTest(name = "{0}, {1}: fund {2} of 1,000.00 above the deductible")
    @CsvSource({
      "ACTIVE,  LEVEL_1, 800.00",
      "ACTIVE,  LEVEL_2, 750.00",
      "ACTIVE,  LEVEL_3, 600.00",
      "RETIRED, LEVEL_1, 900.00",
      "RETIRED, LEVEL_2, 850.00",
      "RETIRED, LEVEL_3, 700.00",
    })
    void theRates(InsuredCategory category, InstitutionLevel level, String fund) {
      Estimate estimate =
          Cases.estimate(
              Cases.plan("320500", category, level),
              Cases.person("0.00", Cases.BOTH, "600.00 in deductible-used"),
              "A 1000.00 1");
      assertEquals(fund, by(Payer.POOL_FUND, estimate));
    }

    @ParameterizedTest(name = "balance {0}: account {1}, cash {2}, {3}")
    @CsvSource({
      "0.00,    0.00, 40.00, BALANCE_ZERO",
      "-5.00,   0.00, 40.00, OVERDRAWN", // SZ 54: the account pays nothing
      "39.99,  39.99,  0.01, BALANCE_SHORT",
      "40.00,  40.00,  0.00, NONE",
      "40.01,  40.00,  0.00, NONE",
    })
    void theAccount(String balance, String account, String cash, Remark remark) {
      Estimate estimate =
          Cases.estimate(
              Cases.SUZHOU,
              Cases.person(balance, Cases.BOTH, "600.00 in deductible-used"),
              "A 100.00 1");
      assertEquals(account, by(Payer.PERSONAL_ACCOUNT, estimate));
      assertEquals(cash, by(Payer.CASH, estimate));
      assertEquals(remark, remark(estimate, StepKind.ACCOUNT));
    }
  }

  @Nested
  @DisplayName("the lines of a bill")
  class Lines {

    @ParameterizedTest(name = "{0}: out {1}, over {2}, first {3}, in scope {4}")
    @CsvSource({
      "A 12.3456 2,                0.00,  0.00,  0.00,  24.69",
      "C 18.5 1,                  18.50,  0.00,  0.00,   0.00",
      "C 18.5 1 1000 1.00,        18.50,  0.00,  0.00,   0.00", // class C: no limit, no slice
      "B 100.00 1 1000,            0.00,  0.00, 10.00,  90.00",
      "B 0.0455 100 1000,          0.00,  0.00,  0.46,   4.09", // 0.455 rounds up
      "B 100.00 1 10000,           0.00,  0.00, 100.00,  0.00",
      "A 10.00 1 0 10.00,          0.00,  0.00,  0.00,  10.00", // at the limit
      "A 10.000001 1 0 10.00,      0.00,  0.00,  0.00,  10.00", // over by less than a fen
      "A 10.01 1 0 10.00,          0.00,  0.01,  0.00,  10.00",
      "A 9.99 1 0 10.00,           0.00,  0.00,  0.00,   9.99",
      "A 10.00 2 0 0.00,           0.00, 20.00,  0.00,   0.00", // a limit of nothing
      "B 120.4567 2 1000 110.00,   0.00, 20.91, 22.00, 198.00", // the limit before the slice
    })
    void areCutByScope(String line, String out, String over, String first, String inScope) {
      Estimate estimate = Cases.estimate(Cases.SUZHOU, Cases.person("0.00", Cases.BOTH), line);
      LineCut cut = estimate.lines().get(0);
      assertEquals(out, cut.outOfCatalogue().toString());
      assertEquals(over, cut.overLimit().toString());
      assertEquals(first, cut.firstSelfPay().toString());
      assertEquals(inScope, cut.inScope().toString());
      assertEquals(cut.amount(), estimate.cut().total());
    }

    @ParameterizedTest(name = "area test: {0}: over {1}, first {2}, in scope {3}")
    @CsvSource({
      "A 10.005 1 0 10.00,  0.00, 0.00, 10.01", // line half-up 10.01, over the limit 0.5 fen: down
      "A 10.015 1 0 10.00,  0.01, 0.00, 10.01", // 1.5 fen: down
      "B 0.01 1 5000,       0.00, 0.01,  0.00", // half a fen: up
    })
    void areRoundedAsThePackSays(String line, String over, String first, String inScope) {
      LineCut cut =
          Cases.estimate(Cases.TEST, Cases.person("0.00", Cases.BOTH), line).lines().get(0);
      assertEquals(over, cut.overLimit().toString());
      assertEquals(first, cut.firstSelfPay().toString());
      assertEquals(inScope, cut.inScope().toString());
    }
  }

  @Nested
  @DisplayName(
      "area test, active, level 1: deductible 200, 80 % rounded down, limits 1,000 and 700")
  class Fictitious {

    @ParameterizedTest(name = "counted {0}: fund {1} of 100.00, counted then {2}")
    @CsvSource({
      "899.99, 80.00, 999.99",
      "900.00, 80.00, 1000.00",
      "900.01, 79.99, 1000.00", // 99.99 × 80 % = 79.992, the fraction dropped
      "999.99,  0.00, 1000.00", // 0.01 × 80 % = 0.8 fen, dropped
      "999.98,  0.01, 1000.00", // 1.6 fen
      "1000.00, 0.00, 1000.00",
    })
    void theLimitOfCost(String counted, String fund, String after) {
      Estimate estimate =
          Cases.estimate(
              Cases.TEST,
              Cases.person(
                  "0.00",
                  Cases.BOTH,
                  "200.00 in deductible-used",
                  counted + " in in-scope-counted"),
              "A 100.00 1");
      assertEquals(fund, by(Payer.POOL_FUND, estimate));
      assertEquals(after, yuan(estimate.yearToDateAfter(), "in-scope-counted"));
    }

    @ParameterizedTest(name = "paid {0}: fund {1}")
    @CsvSource({"619.99, 80.00", "620.00, 80.00", "620.01, 79.99", "700.00, 0.00"})
    void theLimitOfPayments(String paid, String fund) {
      Estimate estimate =
          Cases.estimate(
              Cases.TEST,
              Cases.person("0.00", Cases.BOTH, "200.00 in deductible-used", paid + " in pool-paid"),
              "A 100.00 1");
      assertEquals(fund, by(Payer.POOL_FUND, estimate));
      // What the limit of payments cut off was counted as cost all the same.
      assertEquals("100.00", yuan(estimate.yearToDateAfter(), "in-scope-counted"));
    }

    @Test
    @DisplayName("the account pays deductible, coinsurance and first self-pay, and nothing else")
    void theAccountPaysWhatItMay() {
      Estimate estimate =
          Cases.estimate(
              Cases.TEST,
              Cases.person("1000.00", Cases.BOTH),
              "A 300.00 1", //               in scope
              "B 30.00 1 1000 20.00", //     10.00 over, 2.00 first, 18.00 in scope
              "C 7.00 1"); //                out
      // in scope 318.00, deductible 200.00, 118.00 × 80 % = 94.40, coinsurance 23.60
      assertEquals("94.40", by(Payer.POOL_FUND, estimate));
      assertEquals("225.60", by(Payer.PERSONAL_ACCOUNT, estimate)); // 200.00 + 23.60 + 2.00
      assertEquals("17.00", by(Payer.CASH, estimate)); //              10.00 + 7.00
    }
  }

  @Test
  @DisplayName("the pool fund is not open: no deductible, no fund, no accumulator moves")
  void aClosedPool() {
    for (Set<Payer> open : Set.of(Set.<Payer>of(), Set.of(Payer.PERSONAL_ACCOUNT))) {
      Estimate estimate =
          Cases.estimate(
              Cases.SUZHOU,
              Cases.person("50.00", open, "100.00 in deductible-used", "1.00 in pool-paid"),
              "A 1000.00 1");
      assertEquals("0.00", estimate.cut().deductible().toString());
      assertEquals("0.00", by(Payer.POOL_FUND, estimate));
      assertEquals("100.00", yuan(estimate.yearToDateAfter(), "deductible-used"));
      assertEquals("1.00", yuan(estimate.yearToDateAfter(), "pool-paid"));
      for (StepKind kind : List.of(StepKind.DEDUCTIBLE, StepKind.BANDS, StepKind.PAYMENT_LIMIT)) {
        assertEquals(Remark.POOL_CLOSED, remark(estimate, kind));
      }
      boolean account = open.contains(Payer.PERSONAL_ACCOUNT);
      assertEquals(account ? "50.00" : "0.00", by(Payer.PERSONAL_ACCOUNT, estimate));
      assertEquals(account ? "950.00" : "1000.00", by(Payer.CASH, estimate));
    }
  }

  @Test
  void sumsThePlanDoesNotKnowAreHandedOn() {
    Estimate estimate =
        Cases.estimate(
            Cases.SUZHOU, Cases.person("0.00", Cases.BOTH, "7.00 in something-else"), "A 1.00 1");
    assertEquals("7.00", yuan(estimate.yearToDateAfter(), "something-else"));
    assertTrue(estimate.testFigures());
  }

  @Test
  @DisplayName("an estimate whose cut, split and lines are of different bills cannot be made")
  void anEstimateIsOfOneBill() {
    Estimate one = Cases.estimate(Cases.SUZHOU, Cases.person("0.00", Cases.BOTH), "A 1.00 1");
    Estimate two = Cases.estimate(Cases.SUZHOU, Cases.person("0.00", Cases.BOTH), "A 2.00 1");
    for (Estimate[] mixed : new Estimate[][] {{two, one, one}, {one, two, one}, {one, one, two}}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new Estimate(
                  one.bill(),
                  mixed[0].cut(),
                  mixed[1].split(),
                  mixed[2].lines(),
                  List.of(),
                  Map.of(),
                  one.pack(),
                  true));
    }
  }
}
