package io.caresettle.eligibility;

import static io.caresettle.eligibility.Verdicts.BEFORE;
import static io.caresettle.eligibility.Verdicts.DAY;
import static io.caresettle.eligibility.Verdicts.EMPLOYEE;
import static io.caresettle.eligibility.Verdicts.FROM;
import static io.caresettle.eligibility.Verdicts.HOSPITAL;
import static io.caresettle.eligibility.Verdicts.PHARMACY;
import static io.caresettle.eligibility.Verdicts.RESIDENT;
import static io.caresettle.eligibility.Verdicts.SUZHOU;
import static io.caresettle.eligibility.Verdicts.assertClosedBy;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.enrolled;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static io.caresettle.eligibility.Verdicts.prescribed;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.Misuse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityCheckTest {

  /** R-ID-05: whoever is sent for medicine is not treated in the patient's place. */
  @Test
  void whoIsSentForMedicineSettlesNothingElse() {
    Patient sent = Verdicts.sentForMedicine();
    Entitlements enrolled = Entitlements.of(List.of(EMPLOYEE));
    CredentialRefused refused =
        assertThrows(
            CredentialRefused.class,
            () -> Verdicts.check().decide(sent, outpatient(DAY), HOSPITAL, enrolled));
    assertEquals(CredentialRefused.Reason.DELEGATE_MAY_ONLY_BUY, refused.reason());
    Visit purchase = new Visit("MZ0001", CareType.PHARMACY, DAY);
    assertTrue(Verdicts.check().decide(sent, purchase, PHARMACY, enrolled).open().size() > 1);
  }

  /** R-ELIG-22 with R-ELIG-01, -03, -05, -08, -16: the first and last day are inclusive. */
  @Tag("R-ELIG-22")
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "day before the first,    EMPLOYEE, 2025-03-11, ,           2025-03-10, none",
    "first day (R-ELIG-01),   EMPLOYEE, 2025-03-11, ,           2025-03-11, both",
    "flexible (R-ELIG-03),    EMPLOYEE, 2025-04-01, ,           2025-03-31, none",
    "flexible first,          EMPLOYEE, 2025-04-01, ,           2025-04-01, both",
    "resident (R-ELIG-05),    RESIDENT, 2025-01-01, 2025-12-31, 2024-12-31, none",
    "resident first,          RESIDENT, 2025-01-01, 2025-12-31, 2025-01-01, pool",
    "resident last,           RESIDENT, 2025-01-01, 2025-12-31, 2025-12-31, pool",
    "resident after,          RESIDENT, 2025-01-01, 2025-12-31, 2026-01-01, none",
    "freshman (R-ELIG-08),    RESIDENT, 2025-09-01, ,           2025-08-31, none",
    "freshman first,          RESIDENT, 2025-09-01, ,           2025-09-01, pool",
    "one day only,            EMPLOYEE, 2025-06-01, 2025-06-01, 2025-06-01, both",
    "prisoner (R-ELIG-16),    EMPLOYEE, 2020-01-01, 2025-05-31, 2025-05-31, both",
    "prisoner after,          EMPLOYEE, 2020-01-01, 2025-05-31, 2025-06-01, none",
  })
  void theDayOfServiceDecides(
      String why, Scheme scheme, LocalDate from, LocalDate to, LocalDate service, String open) {
    Enrolment enrolment =
        new Enrolment(
            scheme,
            InsuredCategory.ACTIVE,
            SUZHOU,
            from,
            Optional.ofNullable(to),
            false,
            Money.ZERO,
            Map.of());
    Eligibility eligibility = decide(outpatient(service), HOSPITAL, enrolment);
    assertOpen(open, eligibility);
    assertEquals(open.equals("none"), eligibility.serving().isEmpty());
    assertEquals(open.equals("none"), eligibility.cashOnly());
  }

  @Test
  void withoutAnyEnrolmentThereIsCashAndAReason() {
    Eligibility eligibility = decide(outpatient(DAY), HOSPITAL);
    assertOpen("none", eligibility);
    assertTrue(eligibility.cashOnly());
    assertClosedBy("R-ELIG-22", "SZ 19; SZ 29¶1; JS 15", POOL_FUND, eligibility);
    assertClosedBy("R-ELIG-22", "SZ 19; SZ 29¶1; JS 15", PERSONAL_ACCOUNT, eligibility);
    Misuse misuse = assertThrows(Misuse.class, eligibility::enrolment);
    assertTrue(misuse.toString().contains("cashOnly"));
  }

  /** R-DUAL-02. */
  @Tag("R-DUAL-02")
  @Test
  void ofTwoSchemesTheEmployeesServesInWhicheverOrderTheyCome() {
    for (List<Enrolment> both : List.of(List.of(EMPLOYEE, RESIDENT), List.of(RESIDENT, EMPLOYEE))) {
      Eligibility eligibility = decide(outpatient(DAY), HOSPITAL, Entitlements.of(both));
      assertEquals(EMPLOYEE, eligibility.enrolment());
      assertOpen("both", eligibility);
      assertEquals("R-DUAL-02", eligibility.findings().get(0).rule());
      assertEquals("SZ 53¶1", eligibility.findings().get(0).article());
    }
  }

  @Test
  void ofTwoSchemesOneThatHasEndedDoesNotCount() {
    Enrolment ended =
        new Enrolment(
            Scheme.EMPLOYEE,
            InsuredCategory.ACTIVE,
            SUZHOU,
            FROM,
            Optional.of(DAY.minusDays(1)),
            false,
            Money.ZERO,
            Map.of());
    Eligibility eligibility = decide(outpatient(DAY), HOSPITAL, ended, RESIDENT);
    assertEquals(RESIDENT, eligibility.enrolment());
    assertOpen("pool", eligibility);
  }

  /** R-ELIG-14, and R-ELIG-10 from the month after the unpaid one. */
  @Tag("R-ELIG-14")
  @Test
  void whileThePoolIsSuspendedTheAccountStaysUsable() {
    Eligibility eligibility =
        decide(outpatient(DAY), HOSPITAL, enrolled(Scheme.EMPLOYEE, SUZHOU, true));
    assertOpen("account", eligibility);
    assertFalse(eligibility.cashOnly());
    assertClosedBy("R-ELIG-14", "SZ 21", POOL_FUND, eligibility);
  }

  @Test
  void aSuspendedResidentHasNothing() {
    Eligibility eligibility =
        decide(outpatient(DAY), HOSPITAL, enrolled(Scheme.RESIDENT, SUZHOU, true));
    assertOpen("none", eligibility);
    assertClosedBy("R-ACCT-01", "SZ 16; JS 29", PERSONAL_ACCOUNT, eligibility);
  }

  @Test
  void noRuleEverOpensAnAccountThatAResidentDoesNotHave() {
    for (Grade grade : Grade.values()) {
      Eligibility eligibility =
          decide(outpatient(DAY), institution(Kind.HOSPITAL, SUZHOU, grade), RESIDENT);
      assertTrue(
          eligibility.findings().stream()
              .filter(finding -> finding.payer() == PERSONAL_ACCOUNT)
              .noneMatch(Finding::open));
    }
  }

  /** R-INST-03 and the decision examples for grade C. */
  @Tag("R-INST-03")
  @ParameterizedTest
  @CsvSource({
    "HOSPITAL, A, EMPLOYEE, both",
    "HOSPITAL, A, RESIDENT, pool",
    "HOSPITAL, B, EMPLOYEE, both",
    "HOSPITAL, B, RESIDENT, pool",
    "HOSPITAL, C, EMPLOYEE, account",
    "HOSPITAL, C, RESIDENT, none",
    "HOSPITAL, D, EMPLOYEE, account",
    "HOSPITAL, D, RESIDENT, none",
    "PHARMACY, B, EMPLOYEE, both",
    "PHARMACY, B, RESIDENT, pool",
    "PHARMACY, C, EMPLOYEE, account",
    "PHARMACY, C, RESIDENT, none",
    "PHARMACY, D, EMPLOYEE, account",
    "PHARMACY, D, RESIDENT, none",
  })
  void theGradeOfTheInstitutionDecidesWhatItMayDrawOn(
      Kind kind, Grade grade, Scheme scheme, String open) {
    Visit visit = kind == Kind.PHARMACY ? prescribed("PH-01", BEFORE) : outpatient(DAY);
    Eligibility eligibility =
        decide(visit, institution(kind, SUZHOU, grade), enrolled(scheme, SUZHOU, false));
    assertOpen(open, eligibility);
  }

  @Test
  void gradeCSaysThatItsLimitIsNotPublished() {
    Eligibility eligibility =
        decide(outpatient(DAY), institution(Kind.HOSPITAL, SUZHOU, Grade.C), EMPLOYEE);
    Finding closed = assertClosedBy("R-INST-03", "SZ 62¶1(3)", POOL_FUND, eligibility);
    assertTrue(closed.en().contains("parameter not published"));
    assertTrue(closed.zh().contains("参数未公布"));
  }

  @Test
  void gradesHoldInTheCitiesUnderSuzhouAndNowhereElse() {
    Institution kunshan = institution(Kind.HOSPITAL, "320583", Grade.D);
    assertOpen(
        "account", decide(outpatient(DAY), kunshan, enrolled(Scheme.EMPLOYEE, "320583", false)));
    Institution fictitious = institution(Kind.HOSPITAL, "test", Grade.D);
    assertOpen(
        "both", decide(outpatient(DAY), fictitious, enrolled(Scheme.EMPLOYEE, "test", false)));
  }

  @Test
  void whoIsInsuredTwiceIsServedByTheInstitutionsArea() {
    Enrolment fictitious = enrolled(Scheme.EMPLOYEE, "test", false);
    Institution there = institution(Kind.HOSPITAL, "test", Grade.A);
    assertEquals(fictitious, decide(outpatient(DAY), there, EMPLOYEE, fictitious).enrolment());
    assertEquals(EMPLOYEE, decide(outpatient(DAY), HOSPITAL, EMPLOYEE, fictitious).enrolment());
  }

  @Tag("R-OFF-03")
  @Test
  void whoIsInsuredElsewhereAndFiledNothingPaysHere() {
    Enrolment elsewhere = enrolled(Scheme.EMPLOYEE, "320600", false);
    Eligibility eligibility = decide(outpatient(DAY), HOSPITAL, elsewhere);
    assertOpen("none", eligibility);
    assertEquals(Optional.of(elsewhere), eligibility.serving());
    Finding closed = assertClosedBy("R-OFF-03", "NT 49¶1", POOL_FUND, eligibility);
    assertTrue(closed.en().contains("no off-site filing"));
    assertClosedBy("R-OFF-03", "NT 49¶1", PERSONAL_ACCOUNT, eligibility);
  }

  @Test
  void oneClosedDoorIsEnoughHoweverManyAreOpen() {
    Eligibility eligibility =
        decide(prescribed("PH-01", BEFORE), PHARMACY, enrolled(Scheme.EMPLOYEE, SUZHOU, true));
    assertOpen("account", eligibility);
    List<String> asked = eligibility.findings().stream().map(Finding::rule).distinct().toList();
    assertEquals(List.of("R-ELIG-22", "R-ELIG-14", "R-INST-03", "R-RX-01"), asked);
  }

  @Test
  void everyFindingSpeaksBothLanguages() {
    Eligibility eligibility =
        decide(new Visit("MZ0001", CareType.PHARMACY, DAY), PHARMACY, EMPLOYEE, RESIDENT);
    for (Finding finding : eligibility.findings()) {
      assertTrue(finding.zh().codePoints().anyMatch(Character::isIdeographic), finding.rule());
      assertTrue(finding.en().chars().allMatch(c -> c < 128), finding.en());
      assertTrue(finding.article().matches("(SZ|JS|NT) .+"), finding.article());
    }
  }

  @Test
  void aTicketOfAnotherVisitIsNotAccepted() {
    Visit other = new Visit("MZ0002", CareType.OUTPATIENT, DAY);
    assertThrows(Misuse.class, () -> decide(other, HOSPITAL, EMPLOYEE));
  }
}
