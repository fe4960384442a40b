package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.TestLaw.SHANGHAI;
import static io.caresettle.eligibility.TestLaw.SUZHOU;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.care;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.outpatient;

import io.caresettle.eligibility.AccountUse.Beneficiary;
import io.caresettle.eligibility.AccountUse.Purpose;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.eligibility.Interruption.Scope;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worked examples of the rules, as a counter meets them: the centre has decided the dates, and
 * the verdict of a day follows from them, with the day before and the day after.
 */
@DisplayName("Decision examples at the counter")
class DecisionExamplesTest {

  private static Institution hospital(String area) {
    return institution(Kind.HOSPITAL, area, Grade.A);
  }

  private static Enrolment enrolment(InsuredKind kind, String area, String from, String account) {
    return new Enrolment(
        kind,
        InsuredCategory.ACTIVE,
        area,
        LocalDate.parse(from),
        Optional.empty(),
        Optional.of(account).filter(a -> !a.isEmpty()).map(LocalDate::parse));
  }

  @ParameterizedTest(name = "{0}: {1} on {5}")
  @CsvSource({
    // money arrived 2025-03-10
    "R-ELIG-01, EMPLOYER, 320500, 2025-03-11, 2025-03-11, 2025-03-10, none",
    "R-ELIG-01, EMPLOYER, 320500, 2025-03-11, 2025-03-11, 2025-03-11, both",
    "R-ELIG-01, EMPLOYER, 320500, 2025-03-11, 2025-03-11, 2025-03-12, both",
    "R-ELIG-03, FLEXIBLE, 320500, 2025-04-01, 2025-04-01, 2025-03-31, none",
    "R-ELIG-03, FLEXIBLE, 320500, 2025-04-01, 2025-04-01, 2025-04-01, both",
    "R-ELIG-03, FLEXIBLE, 320500, 2025-04-01, 2025-04-01, 2025-04-02, both",
    "R-ELIG-04, FLEXIBLE, 320600, 2025-04-01, 2025-03-10, 2025-03-09, none",
    "R-ELIG-04, FLEXIBLE, 320600, 2025-04-01, 2025-03-10, 2025-03-20, account",
    "R-ELIG-04, FLEXIBLE, 320600, 2025-04-01, 2025-03-10, 2025-04-01, both",
    // paid 2024-11-30
    "R-ELIG-05, RESIDENT, 320500, 2025-01-01, '',         2024-12-31, none",
    "R-ELIG-05, RESIDENT, 320500, 2025-01-01, '',         2025-01-01, pool",
    "R-ELIG-05, RESIDENT, 320500, 2025-01-01, '',         2025-01-02, pool",
    // paid 2025-02-28
    "R-ELIG-06, RESIDENT, 320500, 2025-03-01, '',         2025-02-28, none",
    "R-ELIG-06, RESIDENT, 320500, 2025-03-01, '',         2025-03-01, pool",
    "R-ELIG-06, RESIDENT, 320500, 2025-03-01, '',         2025-03-02, pool",
    // born 2025-01-15, paid in time
    "R-ELIG-07, RESIDENT, 320500, 2025-01-15, '',         2025-01-14, none",
    "R-ELIG-07, RESIDENT, 320500, 2025-01-15, '',         2025-01-15, pool",
    "R-ELIG-07, RESIDENT, 320500, 2025-01-15, '',         2025-01-20, pool",
    "R-ELIG-07, RESIDENT, 320600, 2025-01-15, '',         2025-01-20, pool",
    "R-ELIG-08, RESIDENT, 320500, 2025-09-01, '',         2025-08-31, none",
    "R-ELIG-08, RESIDENT, 320500, 2025-09-01, '',         2025-09-01, pool",
    "R-ELIG-08, RESIDENT, 320500, 2025-09-01, '',         2025-09-02, pool",
  })
  @Tag("R-ELIG-01")
  @Tag("R-ELIG-03")
  @Tag("R-ELIG-04")
  @Tag("R-ELIG-05")
  @Tag("R-ELIG-06")
  @Tag("R-ELIG-07")
  @Tag("R-ELIG-08")
  void fromTheFirstDayOn(
      String rule,
      InsuredKind kind,
      String area,
      String from,
      String account,
      LocalDate day,
      String open) {
    assertOpen(open, decide(outpatient(day), hospital(area), enrolment(kind, area, from, account)));
  }

  @ParameterizedTest(name = "{0}: on {4}")
  @CsvSource({
    // not paid for 2025-05
    "R-ELIG-10, EMPLOYER_ARREARS, 320500, true,  2025-05-31, both",
    "R-ELIG-10, EMPLOYER_ARREARS, 320500, true,  2025-06-01, account",
    // made up 2025-07-20; Shanghai says nothing of the account meanwhile
    "R-ELIG-11, EMPLOYER_ARREARS, 320500, true,  2025-06-15, account",
    "R-ELIG-11, EMPLOYER_ARREARS, 310000, false, 2025-06-15, none",
    // judgment effective 2025-05-10
    "R-ELIG-16, JUDGMENT,         320500, false, 2025-05-31, both",
    "R-ELIG-16, JUDGMENT,         320500, false, 2025-06-01, none",
  })
  @Tag("R-ELIG-10")
  @Tag("R-ELIG-11")
  @Tag("R-ELIG-16")
  void whileItIsInterrupted(
      String rule, Cause cause, String area, boolean afterwards, LocalDate day, String open) {
    Enrolment enrolment =
        enrolment(InsuredKind.EMPLOYER, area, "2020-01-01", "2020-01-01")
            .interrupted(
                new Interruption(
                    LocalDate.of(2025, 6, 1),
                    Optional.empty(),
                    cause == Cause.JUDGMENT ? Scope.ALL : Scope.POOL,
                    cause,
                    afterwards,
                    ""));
    Eligibility eligibility = decide(outpatient(day), hospital(area), enrolment);
    assertOpen(open, eligibility);
    if (rule.equals("R-ELIG-11")) {
      Assertions.assertEquals(
          Optional.of(afterwards), eligibility.gap().map(Gap::payableAfterwards));
    }
  }

  @Test
  @Tag("R-YEAR-02")
  void aStayInNantongCountsInTheYearOfDischarge() {
    Visit stay =
        care(CareType.INPATIENT, LocalDate.of(2025, 12, 20)).discharged(LocalDate.of(2026, 1, 5));
    Enrolment enrolment = enrolment(InsuredKind.EMPLOYER, NANTONG, "2020-01-01", "2020-01-01");
    Assertions.assertEquals(
        OptionalInt.of(2026), decide(stay, hospital(NANTONG), enrolment).settlementYear());
  }

  /** A resident's year ends in the stay, and the next follows at once: the next one serves. */
  @Test
  void aResidentsStayOverNewYearIsServedByTheYearOfDischarge() {
    Enrolment before =
        new Enrolment(
            InsuredKind.RESIDENT,
            InsuredCategory.ADULT,
            NANTONG,
            LocalDate.of(2025, 1, 1),
            Optional.of(LocalDate.of(2025, 12, 31)),
            Optional.empty());
    Enrolment after = enrolment(InsuredKind.RESIDENT, NANTONG, "2026-01-01", "");
    Visit stay =
        care(CareType.INPATIENT, LocalDate.of(2025, 12, 20)).discharged(LocalDate.of(2026, 1, 5));
    Eligibility eligibility = decide(stay, hospital(NANTONG), before, after);
    Assertions.assertEquals(Optional.of(after), eligibility.serving());
    assertOpen("pool", eligibility);
  }

  @Test
  @Tag("R-DUAL-02")
  void inSuzhouTheEmployeeSchemePays() {
    Enrolment employee = enrolment(InsuredKind.EMPLOYER, SUZHOU, "2020-01-01", "2020-01-01");
    Enrolment resident = enrolment(InsuredKind.RESIDENT, SUZHOU, "2025-01-01", "");
    Eligibility eligibility =
        decide(outpatient(LocalDate.of(2025, 6, 1)), hospital(SUZHOU), resident, employee);
    Assertions.assertEquals(Optional.of(employee), eligibility.serving());
  }

  @ParameterizedTest
  @CsvSource({
    "PHARMACY, C, RESIDENT, OUTPATIENT, none",
    // within its limit, which nobody published
    "HOSPITAL, C, EMPLOYER, OUTPATIENT, account",
    "HOSPITAL, B, EMPLOYER, INPATIENT,  account",
    "HOSPITAL, B, RESIDENT, INPATIENT,  none",
  })
  @Tag("R-INST-03")
  void gradesInSuzhou(Kind kind, Grade grade, InsuredKind insured, CareType care, String open) {
    LocalDate day = LocalDate.of(2025, 6, 1);
    String account = insured == InsuredKind.RESIDENT ? "" : "2020-01-01";
    assertOpen(
        open,
        decide(
            care(care, day).discharged(day),
            institution(kind, SUZHOU, grade),
            enrolment(insured, SUZHOU, "2020-01-01", account)));
  }

  @Test
  @Tag("R-INST-06")
  void aNantongInpatientWhoBuysAtAPharmacyTheSameDayHasNoPool() {
    LocalDate day = LocalDate.of(2025, 6, 1);
    OutsidePrescription signed =
        new OutsidePrescription(
            "RX1", "TEST00000001", "PH-01", Verdicts.BEFORE.minusSeconds(99_999_999));
    Entitlements inside =
        Entitlements.of(
                List.of(enrolment(InsuredKind.EMPLOYER, NANTONG, "2020-01-01", "2020-01-01")))
            .withStays(new Stay("TEST00000001", day, Optional.empty()));
    Visit sale = new Visit("MZ0001", CareType.PHARMACY, day, Optional.of(signed));
    assertOpen("account", decide(sale, institution(Kind.PHARMACY, NANTONG, Grade.B), inside));
  }

  @Test
  @Tag("R-ACCT-04")
  @Tag("R-ACCT-05")
  void whatAccountsRefuse() {
    LocalDate day = LocalDate.of(2025, 6, 1);
    Visit gym = outpatient(day).using(new AccountUse(Purpose.FITNESS, Beneficiary.SELF));
    assertOpen(
        "none",
        decide(
            gym,
            institution(Kind.PHARMACY, NANTONG, Grade.B),
            enrolment(InsuredKind.EMPLOYER, NANTONG, "2020-01-01", "2020-01-01")));
    Visit insurance = outpatient(day).using(new AccountUse(Purpose.INSURANCE, Beneficiary.SELF));
    assertOpen(
        "none",
        decide(
            insurance,
            hospital(SHANGHAI),
            enrolment(InsuredKind.EMPLOYER, SHANGHAI, "2020-01-01", "2020-01-01")));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-31, both",
    "2025-04-01, none",
    "2025-06-30, none",
    "2025-07-01, both",
  })
  @Tag("R-MON-03")
  void aSuspendedPersonPaysAllUntilTheLastDay(LocalDate day, String open) {
    Entitlements sanctioned =
        Entitlements.of(
                List.of(enrolment(InsuredKind.EMPLOYER, NANTONG, "2020-01-01", "2020-01-01")))
            .withSanctions(
                new Sanction(
                    LocalDate.of(2025, 4, 1),
                    Optional.of(LocalDate.of(2025, 6, 30)),
                    Sanction.Scope.NETWORKED,
                    "",
                    "NT 58¶2"));
    assertOpen(open, decide(outpatient(day), hospital(NANTONG), sanctioned));
  }
}
