package io.caresettle.eligibility;

import static io.caresettle.eligibility.Verdicts.BEFORE;
import static io.caresettle.eligibility.Verdicts.DAY;
import static io.caresettle.eligibility.Verdicts.EMPLOYEE;
import static io.caresettle.eligibility.Verdicts.PATIENT;
import static io.caresettle.eligibility.Verdicts.PHARMACY;
import static io.caresettle.eligibility.Verdicts.RESIDENT;
import static io.caresettle.eligibility.Verdicts.assertClosedBy;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.prescribed;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.plan.CareType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-RX-01: what opens the pool at a pharmacy. */
@Tag("R-RX-01")
class PrescriptionTest {

  @Test
  void aPharmacyWithoutAPrescriptionSellsFromTheAccount() {
    Visit sale = new Visit("MZ0001", CareType.PHARMACY, DAY);
    Eligibility eligibility = decide(sale, PHARMACY, EMPLOYEE);
    assertOpen("account", eligibility);
    assertClosedBy("R-RX-01", "SZ 65", POOL_FUND, eligibility);
    assertOpen("none", decide(sale, PHARMACY, RESIDENT));
  }

  /** The day of service ends at midnight in China, 16:00 in Greenwich. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-19T02:00:00Z,           both",
    "2026-11-20T15:59:59.999999999Z, both",
    "2026-11-20T16:00:00Z,           account",
    "2026-11-21T02:00:00Z,           account",
  })
  void theReviewMayNotBeLaterThanTheDayOfService(Instant reviewed, String open) {
    assertOpen(open, decide(prescribed("PH-01", reviewed), PHARMACY, EMPLOYEE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T02:59:59Z, both",
    "2026-11-20T03:00:00Z, both",
    "2026-11-20T03:00:01Z, account",
  })
  void theReviewMayNotBeLaterThanTheHandingOut(Instant reviewed, String open) {
    Eligibility eligibility =
        Verdicts.check()
            .decide(
                PATIENT,
                prescribed("PH-01", reviewed),
                PHARMACY,
                Entitlements.of(List.of(EMPLOYEE)),
                new AtTheCounter(Instant.parse("2026-11-20T03:00:00Z"), Optional.empty()));
    assertOpen(open, eligibility);
  }

  @Test
  void aPrescriptionThatNobodySignedDoesNotCount() {
    Eligibility eligibility = decide(prescribed(" ", BEFORE), PHARMACY, EMPLOYEE);
    assertOpen("account", eligibility);
    assertTrue(assertClosedBy("R-RX-01", "SZ 65", POOL_FUND, eligibility).en().contains("signed"));
  }

  @Test
  void aPharmacyCannotPrescribeForItself() {
    OutsidePrescription own = new OutsidePrescription("RX1", PHARMACY.code(), "PH-01", BEFORE);
    Visit sale = new Visit("MZ0001", CareType.PHARMACY, DAY, Optional.of(own));
    assertOpen("account", decide(sale, PHARMACY, EMPLOYEE));
  }

  /** Bad input of every kind; each is a verdict, and none an exception. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "on its last day,         TEST00000001, true,  2026-11-20, OPEN,      both",
    "expired yesterday,       TEST00000001, true,  2026-11-19, OPEN,      account",
    "valid until tomorrow,    TEST00000001, true,  2026-11-21, OPEN,      both",
    "not designated,          TEST00000009, false, 2026-12-01, OPEN,      account",
    "used before,             TEST00000001, true,  2026-12-01, DISPENSED, account",
    "withdrawn,               TEST00000001, true,  2026-12-01, WITHDRAWN, account",
    "of nobody,               '',           true,  2026-12-01, OPEN,      account",
  })
  void onlyAnOpenPrescriptionOfADesignatedHospitalCounts(
      String why,
      String hospital,
      boolean designated,
      LocalDate until,
      OutsidePrescription.Standing standing,
      String open) {
    OutsidePrescription shown =
        new OutsidePrescription(
            "RX1", hospital, designated, Optional.of(until), standing, "PH-01", BEFORE);
    Visit sale = new Visit("MZ0001", CareType.PHARMACY, DAY, Optional.of(shown));
    Eligibility eligibility = decide(sale, PHARMACY, EMPLOYEE);
    assertOpen(open, eligibility);
    if (open.equals("account")) {
      assertTrue(assertClosedBy("R-RX-01", "SZ 65", POOL_FUND, eligibility).remedy().isPresent());
    }
  }
}
