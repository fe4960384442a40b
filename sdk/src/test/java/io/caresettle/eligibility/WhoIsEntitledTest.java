package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.TestLaw.SHANGHAI;
import static io.caresettle.eligibility.TestLaw.SUZHOU;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.care;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.eligibility.Verdicts.notice;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static io.caresettle.money.Payer.CASH;
import static io.caresettle.money.Payer.CRITICAL_ILLNESS;
import static io.caresettle.money.Payer.LARGE_SUM_SUBSIDY;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.eligibility.Interruption.Scope;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who may have what on which day")
class WhoIsEntitledTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private static Institution hospital(String area) {
    return institution(Kind.HOSPITAL, area, Grade.A);
  }

  private static Interruption gap(String from, String to, Cause cause, boolean afterwards) {
    return new Interruption(
        LocalDate.parse(from),
        Optional.of(LocalDate.parse(to)),
        cause == Cause.JUDGMENT || cause == Cause.ENDED ? Scope.ALL : Scope.POOL,
        cause,
        afterwards,
        "");
  }

  /** Arrived 2025-03-10: the account in that month, the pool from the next. */
  @ParameterizedTest
  @Tag("R-ELIG-04")
  @CsvSource({
    "2025-03-09, none",
    "2025-03-10, account",
    "2025-03-20, account",
    "2025-03-31, account",
    "2025-04-01, both",
  })
  void aFlexibleWorkersAccountInNantongBeginsBeforeThePool(LocalDate day, String open) {
    Enrolment flexible =
        new Enrolment(
            InsuredKind.FLEXIBLE,
            InsuredCategory.ACTIVE,
            NANTONG,
            LocalDate.of(2025, 4, 1),
            Optional.empty(),
            Optional.of(LocalDate.of(2025, 3, 10)));
    Eligibility eligibility = decide(outpatient(day), hospital(NANTONG), flexible);
    assertOpen(open, eligibility);
    if (open.equals("account")) {
      Finding pool = closedBy("R-ELIG-04", POOL_FUND, eligibility);
      assertEquals(Optional.of(LocalDate.of(2025, 3, 31)), pool.until());
    }
  }

  /** Nobody paid for 2025-05: R-ELIG-10, -12, -14. */
  @ParameterizedTest
  @Tag("R-ELIG-14")
  @CsvSource({
    "EMPLOYER, EMPLOYER_ARREARS, 2025-05-31, both",
    "EMPLOYER, EMPLOYER_ARREARS, 2025-06-01, account",
    "EMPLOYER, EMPLOYER_ARREARS, 2025-07-20, account",
    "EMPLOYER, EMPLOYER_ARREARS, 2025-07-21, both",
    "FLEXIBLE, OWN_ARREARS,      2025-05-31, both",
    "FLEXIBLE, OWN_ARREARS,      2025-06-01, account",
    "RESIDENT, OWN_ARREARS,      2025-06-01, none",
  })
  void arrearsStopThePoolAndLeaveTheAccount(
      InsuredKind kind, Cause cause, LocalDate day, String open) {
    Enrolment enrolment =
        insured(kind, SUZHOU, LONG_AGO).interrupted(gap("2025-06-01", "2025-07-20", cause, false));
    Eligibility eligibility = decide(outpatient(day), hospital(SUZHOU), enrolment);
    assertOpen(open, eligibility);
    if (!open.equals("both")) {
      Finding pool = closedBy("R-ELIG-14", POOL_FUND, eligibility);
      assertEquals(Optional.of(LocalDate.of(2025, 7, 20)), pool.until());
    }
  }

  @Test
  @Tag("R-ELIG-14")
  void arrearsThatLieInsideAStayStopItToo() {
    Enrolment enrolment =
        insured(InsuredKind.EMPLOYER, SUZHOU, LONG_AGO)
            .interrupted(gap("2025-06-05", "2025-06-08", Cause.EMPLOYER_ARREARS, false));
    Visit stay = care(CareType.INPATIENT, LocalDate.of(2025, 6, 1));
    assertOpen(
        "account", decide(stay.discharged(LocalDate.of(2025, 6, 20)), hospital(SUZHOU), enrolment));
    assertOpen(
        "both", decide(stay.discharged(LocalDate.of(2025, 6, 4)), hospital(SUZHOU), enrolment));
  }

  @Test
  void whereNobodySaysThatTheAccountStaysUsableItIsClosed() {
    Enrolment enrolment =
        insured(InsuredKind.EMPLOYER, SHANGHAI, LONG_AGO)
            .interrupted(gap("2025-06-01", "2025-07-20", Cause.EMPLOYER_ARREARS, false));
    Eligibility eligibility =
        decide(outpatient(LocalDate.of(2025, 6, 15)), hospital(SHANGHAI), enrolment);
    assertOpen("none", eligibility);
    Finding account = closedBy("R-ELIG-14", PERSONAL_ACCOUNT, eligibility);
    assertTrue(account.en().contains("suspended.account"), account.en());
  }

  /** Made up 2025-07-20: Suzhou pays afterwards, Shanghai does not; the centre says which. */
  @ParameterizedTest
  @Tag("R-ELIG-11")
  @Tag("R-ELIG-12")
  @CsvSource({
    "EMPLOYER_ARREARS, true,  R-ELIG-11",
    "EMPLOYER_ARREARS, false, ''",
    "OWN_ARREARS,      true,  R-ELIG-12",
    "OWN_ARREARS,      false, ''",
  })
  void aGapThatIsPayableAfterwardsSaysSo(Cause cause, boolean afterwards, String rule) {
    Enrolment enrolment =
        insured(InsuredKind.EMPLOYER, SUZHOU, LONG_AGO)
            .interrupted(gap("2025-06-01", "2025-07-20", cause, afterwards));
    Eligibility eligibility =
        decide(outpatient(LocalDate.of(2025, 6, 15)), hospital(SUZHOU), enrolment);
    Optional<Finding.Remedy> remedy = closedBy("R-ELIG-14", POOL_FUND, eligibility).remedy();
    assertEquals(
        rule, remedy.map(r -> r.en().replaceAll(".*\\((R-ELIG-\\d\\d), .*", "$1")).orElse(""));
    assertEquals(Optional.of(afterwards), eligibility.gap().map(Gap::payableAfterwards));
  }

  @ParameterizedTest
  @Tag("R-ELIG-15")
  @CsvSource({"EMPLOYER_ARREARS, EMPLOYER", "OWN_ARREARS, PERSON"})
  void whoBearsAGapIsTold(Cause cause, Gap.Bearer bearer) {
    Enrolment enrolment =
        insured(InsuredKind.EMPLOYER, SUZHOU, LONG_AGO)
            .interrupted(gap("2025-06-01", "2025-07-20", cause, false));
    Eligibility eligibility =
        decide(outpatient(LocalDate.of(2025, 6, 15)), hospital(SUZHOU), enrolment);
    Gap gap = eligibility.gap().orElseThrow();
    assertEquals(bearer, gap.bearer());
    assertTrue(gap.wouldPay().containsAll(List.of(POOL_FUND, PERSONAL_ACCOUNT)));
    assertTrue(gap.wouldPay().contains(CRITICAL_ILLNESS), "it runs with the pool");
    assertEquals(Set.of(CASH, PERSONAL_ACCOUNT), eligibility.open());
    assertEquals(
        Optional.empty(),
        decide(
                outpatient(LocalDate.of(2025, 6, 15)),
                institution(Kind.HOSPITAL, SUZHOU, Grade.D),
                enrolment)
            .gap(),
        "at a grade D institution the funds would not have paid anyway");
  }

  /** Judgment effective 2025-05-10, death, waiting: whatever the centre says and when. */
  @ParameterizedTest
  @Tag("R-ELIG-16")
  @Tag("R-ELIG-17")
  @Tag("R-ELIG-02")
  @Tag("R-ELIG-06")
  @CsvSource({
    "EMPLOYER, JUDGMENT, 2025-05-31, both,    ''",
    "EMPLOYER, JUDGMENT, 2025-06-01, none,    R-ELIG-16",
    "EMPLOYER, ENDED,    2025-05-31, both,    ''",
    "EMPLOYER, ENDED,    2025-06-01, none,    R-ELIG-17",
    "FLEXIBLE, WAITING,  2025-06-01, account, R-ELIG-02",
    "FLEXIBLE, WAITING,  2025-07-21, both,    ''",
    "RESIDENT, WAITING,  2025-07-20, none,    R-ELIG-06",
    "RESIDENT, WAITING,  2025-07-21, pool,    ''",
  })
  void whatTheCentreInterruptsIsClosedOnThoseDays(
      InsuredKind kind, Cause cause, LocalDate day, String open, String rule) {
    Enrolment enrolment =
        insured(kind, NANTONG, LONG_AGO).interrupted(gap("2025-06-01", "2025-07-20", cause, false));
    Eligibility eligibility = decide(outpatient(day), hospital(NANTONG), enrolment);
    assertOpen(open, eligibility);
    if (!rule.isEmpty()) {
      closedBy(rule, POOL_FUND, eligibility);
    }
    assertEquals(Optional.empty(), eligibility.gap(), "nobody is in arrears");
  }

  @Test
  @Tag("R-ELIG-21")
  void whoIsInsuredForStaysOnlyHasNoAccount() {
    Enrolment old =
        new Enrolment(
            InsuredKind.HOSPITAL_ONLY,
            InsuredCategory.RETIRED,
            NANTONG,
            LONG_AGO,
            Optional.empty(),
            Optional.of(LONG_AGO));
    LocalDate day = LocalDate.of(2025, 6, 1);
    Eligibility eligibility =
        decide(care(CareType.INPATIENT, day).discharged(day), hospital(NANTONG), old);
    assertOpen("pool", eligibility);
    closedBy("R-ELIG-21", PERSONAL_ACCOUNT, eligibility);
  }

  @Test
  @Tag("R-ELIG-20")
  void criticalIllnessRunsWithTheBasicInsurance() {
    Enrolment enrolment = insured(InsuredKind.EMPLOYER, NANTONG, LocalDate.of(2025, 3, 11));
    for (LocalDate day : List.of(LocalDate.of(2025, 3, 10), LocalDate.of(2025, 3, 11))) {
      Eligibility eligibility = decide(outpatient(day), hospital(NANTONG), enrolment);
      assertEquals(
          eligibility.open().contains(POOL_FUND), eligibility.open().contains(CRITICAL_ILLNESS));
    }
    assertTrue(
        decide(outpatient(LocalDate.of(2025, 3, 11)), hospital(NANTONG), enrolment)
            .open()
            .contains(LARGE_SUM_SUBSIDY));
  }

  /** R-DUAL-02: Suzhou lets the employee scheme pay; elsewhere two schemes are forbidden. */
  @ParameterizedTest
  @Tag("R-DUAL-02")
  @CsvSource({"320500, both", "320600, none", "460000, none", "310000, none", "331000, none"})
  void twoSchemesOnOneDay(String area, String open) {
    Eligibility eligibility =
        decide(
            outpatient(LocalDate.of(2025, 6, 1)),
            hospital(area),
            insured(InsuredKind.RESIDENT, area, LONG_AGO),
            insured(InsuredKind.EMPLOYER, area, LONG_AGO));
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-DUAL-02", POOL_FUND, eligibility);
      closedBy("R-DUAL-02", PERSONAL_ACCOUNT, eligibility);
    }
  }

  @Test
  @Tag("R-DUAL-01")
  void overlappingEnrolmentsAreTold() {
    Enrolment older = insured(InsuredKind.EMPLOYER, NANTONG, LONG_AGO);
    Enrolment newer = insured(InsuredKind.EMPLOYER, NANTONG, LocalDate.of(2025, 1, 1));
    Eligibility eligibility =
        decide(outpatient(LocalDate.of(2025, 6, 1)), hospital(NANTONG), older, newer);
    assertEquals(Optional.of(newer), eligibility.serving(), "what began last serves");
    assertTrue(notice("R-DUAL-01", eligibility).zh().contains("不得重复享受"));
  }

  /** R-DUAL-03: NT 41(5). */
  @Test
  @Tag("R-DUAL-03")
  void whoBecomesAnEmployeeDuringAStayHasTheResidentsBenefitsForIt() {
    Enrolment resident = until(insured(InsuredKind.RESIDENT, NANTONG, LONG_AGO), "2025-06-10");
    Enrolment employee = insured(InsuredKind.EMPLOYER, NANTONG, LocalDate.of(2025, 6, 11));
    Eligibility eligibility =
        decide(
            care(CareType.INPATIENT, LocalDate.of(2025, 6, 1))
                .discharged(LocalDate.of(2025, 6, 20)),
            hospital(NANTONG),
            resident,
            employee);
    assertEquals(Optional.of(resident), eligibility.serving());
    assertOpen("pool", eligibility);
    assertEquals("NT 41¶1", notice("R-DUAL-03", eligibility).article());
  }

  @Test
  @Tag("R-ELIG-22")
  void aStayThatOutlastsTheEnrolmentIsNotSettledDirectly() {
    Enrolment ended = until(insured(InsuredKind.EMPLOYER, NANTONG, LONG_AGO), "2025-06-10");
    Visit stay = care(CareType.INPATIENT, LocalDate.of(2025, 6, 1));
    assertOpen(
        "both", decide(stay.discharged(LocalDate.of(2025, 6, 10)), hospital(NANTONG), ended));
    Eligibility late = decide(stay.discharged(LocalDate.of(2025, 6, 11)), hospital(NANTONG), ended);
    assertOpen("none", late);
    closedBy("R-ELIG-22", POOL_FUND, late);
  }

  /** R-YEAR-01, -02: Nantong counts a stay in the year of discharge. */
  @ParameterizedTest
  @Tag("R-YEAR-01")
  @CsvSource({
    "320600, 2025-12-20, 2025-12-31, 2025",
    "320600, 2025-12-20, 2026-01-01, 2026",
    "320600, 2025-12-20, 2026-01-05, 2026",
    "320500, 2025-12-31, 2025-12-31, 2025",
    "320500, 2026-01-01, 2026-01-01, 2026",
  })
  void theSettlementYearIsTold(String area, LocalDate from, LocalDate to, int year) {
    Enrolment ofLastYear =
        new Enrolment(
            InsuredKind.EMPLOYER,
            InsuredCategory.ACTIVE,
            area,
            LONG_AGO,
            Optional.empty(),
            Optional.of(LONG_AGO),
            List.of(),
            Money.ZERO,
            Money.ZERO,
            Map.of(),
            OptionalInt.of(2025));
    Eligibility eligibility =
        decide(care(CareType.INPATIENT, from).discharged(to), hospital(area), ofLastYear);
    assertEquals(OptionalInt.of(year), eligibility.settlementYear());
    assertEquals(
        year != 2025, eligibility.notices().stream().anyMatch(n -> n.rule().equals("R-YEAR-01")));
  }

  @Test
  void whereNobodySaysWhenTheYearBeginsNoYearIsTold() {
    Eligibility eligibility =
        decide(
            outpatient(LocalDate.of(2025, 6, 1)),
            hospital(SHANGHAI),
            insured(InsuredKind.EMPLOYER, SHANGHAI, LONG_AGO));
    assertEquals(OptionalInt.empty(), eligibility.settlementYear());
  }

  private static Enrolment until(Enrolment enrolment, String last) {
    return new Enrolment(
        enrolment.kind(),
        enrolment.category(),
        enrolment.area(),
        enrolment.from(),
        Optional.of(LocalDate.parse(last)),
        enrolment.accountFrom());
  }
}
