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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-RX-01: what opens the pool at a pharmacy. */
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
        EligibilityCheck.decide(
            PATIENT,
            prescribed("PH-01", reviewed),
            PHARMACY,
            List.of(EMPLOYEE),
            Instant.parse("2026-11-20T03:00:00Z"));
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
}
