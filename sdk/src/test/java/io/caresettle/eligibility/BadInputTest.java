package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.Verdicts.care;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.eligibility.Verdicts.notice;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.policy.plan.CareType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no honest counter asks; what is told of institutions, filings and classes is elsewhere. */
@DisplayName("Dates that cannot be")
class BadInputTest {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
  private static final Institution HOSPITAL = institution(Kind.HOSPITAL, NANTONG, Grade.A);
  private static final Enrolment ENROLMENT =
      insured(InsuredKind.EMPLOYER, NANTONG, LocalDate.of(1980, 1, 1));

  /** The patient was born on 1985-03-12. */
  @Test
  @Tag("R-ELIG-22")
  void nobodyIsTreatedBeforeTheirBirth() {
    Eligibility before =
        decide(Verdicts.outpatient(LocalDate.of(1985, 3, 11)), HOSPITAL, ENROLMENT);
    assertTrue(before.cashOnly());
    assertTrue(closedBy("R-ELIG-22", POOL_FUND, before).en().contains("birth"));
    assertTrue(
        decide(
                Verdicts.outpatient(LocalDate.of(1985, 3, 12)),
                HOSPITAL.under(
                    new Agreement(
                        LocalDate.of(1980, 1, 1), Optional.empty(), List.of(), false, false)),
                ENROLMENT)
            .open()
            .contains(POOL_FUND));
  }

  @Test
  @Tag("R-ELIG-22")
  void nobodyIsDischargedBeforeTheirAdmission() {
    Visit stay = care(CareType.INPATIENT, DAY);
    Eligibility backwards = decide(stay.discharged(DAY.minusDays(1)), HOSPITAL, ENROLMENT);
    assertTrue(closedBy("R-ELIG-22", POOL_FUND, backwards).en().contains("admission"));
    assertTrue(decide(stay.discharged(DAY), HOSPITAL, ENROLMENT).open().contains(POOL_FUND));
  }

  @Test
  @Tag("R-ELIG-22")
  void nothingIsSentBeforeItIsGiven() {
    Visit visit = Verdicts.outpatient(DAY);
    closedBy("R-ELIG-22", POOL_FUND, decide(visit.uploaded(DAY.minusDays(1)), HOSPITAL, ENROLMENT));
    assertTrue(decide(visit.uploaded(DAY), HOSPITAL, ENROLMENT).open().contains(POOL_FUND));
  }

  /** While it goes on, a stay can be looked ahead to; sent later it needs both days. */
  @Test
  @Tag("R-ELIG-22")
  void aStayWithoutDischargeIsALookAheadAndNoLateBill() {
    Visit stay = care(CareType.INPATIENT, DAY);
    Eligibility ahead = decide(stay, HOSPITAL, ENROLMENT);
    assertTrue(ahead.open().contains(POOL_FUND));
    assertTrue(notice("R-ELIG-22", ahead).en().contains("goes on"));
    Eligibility late = decide(stay.uploaded(DAY.plusDays(40)), HOSPITAL, ENROLMENT);
    assertTrue(closedBy("R-ELIG-22", POOL_FUND, late).en().contains("discharge"));
  }

  @Test
  void fewerStaysThanNoneCannotBe() {
    Entitlements none = Entitlements.of(List.of(ENROLMENT));
    assertEquals(
        "Expected no or some stays, but found -1",
        assertThrows(IllegalArgumentException.class, () -> none.withPriorStays(-1)).getMessage());
  }
}
