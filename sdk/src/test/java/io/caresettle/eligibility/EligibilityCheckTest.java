package io.caresettle.eligibility;

import static io.caresettle.split.Payer.CASH;
import static io.caresettle.split.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.split.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.Registration;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.Misuse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityCheckTest {

  private static final String SUZHOU = "320500";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

  private static final Enrolment EMPLOYEE = enrolled(Scheme.EMPLOYEE, SUZHOU, false);
  private static final Enrolment RESIDENT = enrolled(Scheme.RESIDENT, SUZHOU, false);
  private static final Institution HOSPITAL = institution(Kind.HOSPITAL, SUZHOU, Grade.A);
  private static final Institution PHARMACY = institution(Kind.PHARMACY, SUZHOU, Grade.B);

  private static final Instant BEFORE = Instant.parse("2026-11-20T02:00:00Z");
  private static final Patient PATIENT = patient();

  /** R-ELIG-22 with R-ELIG-01, -03, -05, -08, -16: the first and last day are inclusive. */
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
  @Test
  void ofTwoSchemesTheEmployeesServesInWhicheverOrderTheyCome() {
    for (List<Enrolment> both : List.of(List.of(EMPLOYEE, RESIDENT), List.of(RESIDENT, EMPLOYEE))) {
      Eligibility eligibility = EligibilityCheck.decide(PATIENT, outpatient(DAY), HOSPITAL, both);
      assertEquals(EMPLOYEE, eligibility.enrolment());
      assertOpen("both", eligibility);
      assertEquals("R-DUAL-02", eligibility.findings().get(0).rule());
      assertEquals("SZ 53", eligibility.findings().get(0).article());
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
    assertClosedBy("R-ACCT-01", "SZ 16", PERSONAL_ACCOUNT, eligibility);
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

  @Test
  void whoIsInsuredElsewhereCannotBeSettledHereYet() {
    Enrolment elsewhere = enrolled(Scheme.EMPLOYEE, "320600", false);
    Eligibility eligibility = decide(outpatient(DAY), HOSPITAL, elsewhere);
    assertOpen("none", eligibility);
    assertEquals(Optional.of(elsewhere), eligibility.serving());
    Finding closed = assertClosedBy("R-OFF-03", "JS 57¶1; SZ 73", POOL_FUND, eligibility);
    assertTrue(closed.en().contains("no off-site filing"));
    assertClosedBy("R-OFF-03", "JS 57¶1; SZ 73", PERSONAL_ACCOUNT, eligibility);
  }

  /** R-RX-01. */
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
      assertTrue(finding.article().matches("(SZ|JS) .+"), finding.article());
    }
  }

  @Test
  void aTicketOfAnotherVisitIsNotAccepted() {
    Visit other = new Visit("MZ0002", CareType.OUTPATIENT, DAY);
    assertThrows(Misuse.class, () -> decide(other, HOSPITAL, EMPLOYEE));
  }

  private static void assertOpen(String expected, Eligibility eligibility) {
    Set<Object> open =
        switch (expected) {
          case "both" -> Set.of(CASH, POOL_FUND, PERSONAL_ACCOUNT);
          case "pool" -> Set.of(CASH, POOL_FUND);
          case "account" -> Set.of(CASH, PERSONAL_ACCOUNT);
          case "none" -> Set.of(CASH);
          default -> throw new IllegalArgumentException(expected);
        };
    assertEquals(open, eligibility.open(), () -> eligibility.findings().toString());
  }

  private static Finding assertClosedBy(
      String rule, String article, Object payer, Eligibility eligibility) {
    List<Finding> closing =
        eligibility.findings().stream()
            .filter(f -> !f.open() && f.payer().equals(payer) && f.rule().equals(rule))
            .toList();
    assertEquals(1, closing.size(), () -> eligibility.findings().toString());
    assertEquals(article, closing.get(0).article());
    return closing.get(0);
  }

  private static Eligibility decide(Visit visit, Institution institution, Enrolment... enrolments) {
    return EligibilityCheck.decide(PATIENT, visit, institution, List.of(enrolments));
  }

  private static Visit outpatient(LocalDate day) {
    return new Visit("MZ0001", CareType.OUTPATIENT, day);
  }

  private static Visit prescribed(String pharmacist, Instant reviewed) {
    OutsidePrescription prescription =
        new OutsidePrescription("RX1", "TEST00000001", pharmacist, reviewed);
    return new Visit("MZ0001", CareType.PHARMACY, DAY, Optional.of(prescription));
  }

  private static Enrolment enrolled(Scheme scheme, String area, boolean poolSuspended) {
    return new Enrolment(
        scheme,
        InsuredCategory.ACTIVE,
        area,
        FROM,
        Optional.empty(),
        poolSuspended,
        Money.ZERO,
        Map.of());
  }

  private static Institution institution(Kind kind, String area, Grade grade) {
    return new Institution(
        kind == Kind.HOSPITAL ? "TEST00000001" : "TEST00000002",
        "测试机构",
        area,
        kind,
        InstitutionLevel.LEVEL_1,
        grade);
  }

  private static Patient patient() {
    PersonName name = PersonName.of("测试甲");
    IdentityNumber number = IdentityNumber.parse("329900198503120011");
    return RealNameCheck.verify(
        new InsuranceCode("CSTEST1.x.y", "TEST0001", BEFORE, BEFORE.plusSeconds(60)),
        new InsuredPerson("P0000001", name, number, InsuredPerson.CredentialStanding.VALID),
        new Registration("MZ0001", name, number));
  }
}
