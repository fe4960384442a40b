package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Gap;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Interruption;
import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.eligibility.Interruption.Scope;
import io.caresettle.eligibility.Sanction;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.split.BillRejected;
import io.caresettle.split.Estimate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("At the counter, the dates that the centre answers")
class EntitlementsAtTheCounterTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  @TempDir private Path folder;

  private static Enrolment employee(OptionalInt sumsOf, Interruption... interruptions) {
    return new Enrolment(
        InsuredKind.EMPLOYER,
        InsuredCategory.ACTIVE,
        "320500",
        LONG_AGO,
        Optional.empty(),
        Optional.of(LONG_AGO),
        List.of(interruptions),
        Money.parseYuan("1000.00"),
        Money.parseYuan("400.00"),
        Map.of(),
        sumsOf);
  }

  /** R-ELIG-15: nothing is paid by the pool, and the slip can say what it would have paid. */
  @Test
  void whatTheFundsWouldHavePaidIsWorkedOutAndPaidByNobody() {
    try (Till till = new Till(folder)) {
      till.centre.insure(
          Entitlements.of(
              List.of(
                  employee(
                      OptionalInt.empty(),
                      new Interruption(
                          LocalDate.of(2026, 11, 1),
                          Optional.empty(),
                          Scope.POOL,
                          Cause.EMPLOYER_ARREARS,
                          true,
                          "SZ 21¶1")))));
      Eligibility eligibility = till.eligibility();
      assertFalse(eligibility.open().contains(Payer.POOL_FUND));
      assertEquals(Optional.of(Gap.Bearer.EMPLOYER), eligibility.gap().map(Gap::bearer));
      var bill = Till.bill("B1", "9000.00");
      Estimate real = till.counter.estimate(eligibility, bill);
      Estimate notional = till.counter.notionalEstimate(eligibility, bill).orElseThrow();
      assertEquals(Money.ZERO, real.split().paidBy(Payer.POOL_FUND));
      assertTrue(notional.split().paidBy(Payer.POOL_FUND).fen() > 0);
      assertEquals(real.split().total(), notional.split().total());
    }
  }

  @Test
  void whereNobodyIsInArrearsNothingIsNotional() {
    try (Till till = new Till(folder)) {
      assertEquals(
          Optional.empty(),
          till.counter.notionalEstimate(till.eligibility(), Till.bill("B1", "9000.00")));
    }
  }

  /** R-YEAR-01: sums of last year make no estimate of this year's bill. */
  @Test
  void sumsOfAnotherYearAreNotCountedOn() {
    try (Till till = new Till(folder)) {
      till.centre.insure(Entitlements.of(List.of(employee(OptionalInt.of(2025)))));
      Eligibility eligibility = till.eligibility();
      var bill = Till.bill("B1", "9000.00");
      assertThrows(BillRejected.class, () -> till.counter.estimate(eligibility, bill));
    }
  }

  @Test
  void sumsOfThisYearAre() {
    try (Till till = new Till(folder)) {
      till.centre.insure(Entitlements.of(List.of(employee(OptionalInt.of(2026)))));
      assertTrue(
          till.counter
                  .estimate(till.eligibility(), Till.bill("B1", "9000.00"))
                  .split()
                  .paidBy(Payer.POOL_FUND)
                  .fen()
              > 0);
    }
  }

  /** R-MON-03: what the centre answers is obeyed. */
  @Test
  void aSuspendedPersonPaysInCash() {
    try (Till till = new Till(folder)) {
      till.centre.insure(
          Entitlements.of(List.of(employee(OptionalInt.empty())))
              .withSanctions(
                  new Sanction(
                      LocalDate.of(2026, 11, 1),
                      Optional.of(LocalDate.of(2026, 11, 20)),
                      Sanction.Scope.NETWORKED,
                      "",
                      "JS 77¶1")));
      assertTrue(till.eligibility().cashOnly());
    }
  }
}
