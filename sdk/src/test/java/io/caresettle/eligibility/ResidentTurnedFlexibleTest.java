package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.policy.plan.InsuredCategory;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NT 12¶1: an account from the month of arrival, the pool from the month after. */
@DisplayName("A resident of Nantong who turned flexible worker")
class ResidentTurnedFlexibleTest {

  private static final LocalDate ARRIVED = LocalDate.of(2025, 3, 10);
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final Institution HOSPITAL =
      Verdicts.institution(Institution.Kind.HOSPITAL, NANTONG, Institution.Grade.A);
  private static final Enrolment RESIDENT =
      insured(InsuredKind.RESIDENT, NANTONG, LocalDate.of(2025, 1, 1));

  private static Enrolment flexible(LocalDate from) {
    return new Enrolment(
        InsuredKind.FLEXIBLE,
        InsuredCategory.ACTIVE,
        NANTONG,
        from,
        Optional.empty(),
        Optional.of(ARRIVED));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-09, pool, RESIDENT",
    "2025-03-10, pool, RESIDENT",
    "2025-03-31, pool, RESIDENT",
  })
  @DisplayName("is a resident until the pool of the other scheme begins")
  void untilTheOtherBegins(LocalDate day, String open, InsuredKind serving) {
    Eligibility verdict = decide(outpatient(day), HOSPITAL, RESIDENT, flexible(APRIL));
    assertOpen(open, verdict);
    assertEquals(serving, verdict.enrolment().kind());
  }

  @ParameterizedTest
  @CsvSource({"2025-03-31, pool", "2025-05-31, pool", "2025-06-01, none"})
  @DisplayName("and until a waiting is over; then two schemes are two")
  void untilTheWaitingIsOver(LocalDate day, String open) {
    Enrolment waits =
        flexible(ARRIVED)
            .interrupted(
                new Interruption(
                    ARRIVED,
                    Optional.of(LocalDate.of(2025, 5, 31)),
                    Interruption.Scope.POOL,
                    Interruption.Cause.WAITING,
                    false,
                    "JS 15¶2"));
    assertOpen(open, decide(outpatient(day), HOSPITAL, RESIDENT, waits));
  }

  @ParameterizedTest
  @Tag("R-DUAL-02")
  @CsvSource({"2025-04-01", "2025-04-02"})
  @DisplayName("from then on nobody may be in both")
  void fromThenOn(LocalDate day) {
    Eligibility verdict = decide(outpatient(day), HOSPITAL, RESIDENT, flexible(APRIL));
    assertOpen("none", verdict);
    closedBy("R-DUAL-02", POOL_FUND, verdict);
  }

  @ParameterizedTest
  @CsvSource({"2025-06-01, none"})
  @DisplayName("arrears end no enrolment: suspended for them in one scheme is still in both")
  void suspendedIsEnrolled(LocalDate day, String open) {
    Enrolment suspended =
        flexible(APRIL)
            .interrupted(
                new Interruption(
                    day,
                    Optional.empty(),
                    Interruption.Scope.POOL,
                    Interruption.Cause.OWN_ARREARS,
                    true,
                    "NT 12¶2"));
    assertOpen(open, decide(outpatient(day), HOSPITAL, RESIDENT, suspended));
  }
}
