package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.TestLaw.SUZHOU;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.care;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.OffSite;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A stay is judged by all of its days")
class StaysTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate ADMITTED = LocalDate.of(2025, 12, 20);
  private static final LocalDate DISCHARGED = LocalDate.of(2026, 1, 5);
  private static final Visit OVER_NEW_YEAR =
      care(CareType.INPATIENT, ADMITTED).discharged(DISCHARGED);

  /** A resident's year, as the centre tells it: one enrolment for each premium. */
  private static Enrolment year(String area, int year) {
    return new Enrolment(
        InsuredKind.RESIDENT,
        InsuredCategory.ADULT,
        area,
        LocalDate.of(year, 1, 1),
        Optional.of(LocalDate.of(year, 12, 31)),
        Optional.empty(),
        List.of(),
        Money.ZERO,
        Money.ZERO,
        Map.of(),
        OptionalInt.of(year));
  }

  private static Interruption arrears(String from, String to) {
    return new Interruption(
        LocalDate.parse(from),
        Optional.of(LocalDate.parse(to)),
        Interruption.Scope.POOL,
        Interruption.Cause.OWN_ARREARS,
        false,
        "");
  }

  private static Institution hospital(String area) {
    return institution(Kind.HOSPITAL, area, Grade.A);
  }

  /** NT 41(3): the year of discharge has the numbers; NT 12: but no day is forgiven its arrears. */
  @ParameterizedTest(name = "{0}")
  @Tag("R-ELIG-14")
  @CsvSource({
    "in the first year,           2025-12-25, 2025-12-28, '',         '',         none",
    "on the day of admission,     2025-12-01, 2025-12-20, '',         '',         none",
    "before the admission,        2025-12-01, 2025-12-19, '',         '',         pool",
    "in the second year,          '',         '',         2026-01-03, 2026-01-04, none",
    "after the discharge,         '',         '',         2026-01-06, 2026-02-01, pool",
    "on New Year's Eve,           2025-12-31, 2025-12-31, '',         '',         none",
    "told of days it has not got, 2026-01-02, 2026-01-03, '',         '',         pool",
  })
  void anInterruptionInEitherYearClosesAStayOverNewYear(
      String when, String from, String to, String nextFrom, String nextTo, String open) {
    Enrolment first = year(NANTONG, 2025);
    Enrolment second = year(NANTONG, 2026);
    Eligibility eligibility =
        decide(
            OVER_NEW_YEAR,
            hospital(NANTONG),
            from.isEmpty() ? first : first.interrupted(arrears(from, to)),
            nextFrom.isEmpty() ? second : second.interrupted(arrears(nextFrom, nextTo)));
    assertOpen(open, eligibility);
    assertEquals(OptionalInt.of(2026), eligibility.enrolment().year());
  }

  /** Where no text counts a stay by its discharge, the day of service has the numbers. */
  @ParameterizedTest
  @Tag("R-YEAR-01")
  @CsvSource({"320600, 2026", "310000, 2025"})
  void theYearThatCountsHasTheNumbers(String area, int year) {
    Eligibility eligibility =
        decide(OVER_NEW_YEAR, hospital(area), year(area, 2025), year(area, 2026));
    assertOpen("pool", eligibility);
    assertEquals(OptionalInt.of(year), eligibility.enrolment().year());
  }

  @Test
  void aStayOfYearsNeedsEveryYear() {
    Visit long2 = care(CareType.INPATIENT, ADMITTED).discharged(LocalDate.of(2027, 2, 1));
    Institution hospital = hospital(NANTONG);
    Enrolment[] all = {year(NANTONG, 2025), year(NANTONG, 2026), year(NANTONG, 2027)};
    assertOpen("pool", decide(long2, hospital, all));
    Eligibility gap = decide(long2, hospital, all[0], all[2]);
    closedBy("R-ELIG-22", POOL_FUND, gap);
    Enrolment interrupted = all[1].interrupted(arrears("2026-06-01", "2026-06-30"));
    closedBy("R-ELIG-14", POOL_FUND, decide(long2, hospital, all[0], interrupted, all[2]));
  }

  /** R-INST-02: no day of a stay may lie outside every agreement; renewed ones join up. */
  @ParameterizedTest(name = "{0}")
  @Tag("R-INST-02")
  @CsvSource({
    "to the end,        2026-01-05, '',         both",
    "ends in the stay,  2026-01-04, '',         none",
    "renewed next day,  2025-12-31, 2026-01-01, both",
    "renewed too late,  2025-12-31, 2026-01-02, none",
  })
  void anAgreementIsNeededOnEveryDayOfAStay(
      String why, LocalDate until, String renewed, String open) {
    Agreement old = new Agreement(LONG_AGO, Optional.of(until), List.of(), false, true);
    Institution hospital =
        renewed.isEmpty()
            ? hospital(SUZHOU).under(old)
            : hospital(SUZHOU)
                .under(
                    old,
                    new Agreement(
                        LocalDate.parse(renewed), Optional.empty(), List.of(), false, true));
    Eligibility eligibility =
        decide(OVER_NEW_YEAR, hospital, insured(InsuredKind.EMPLOYER, SUZHOU, LONG_AGO));
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-INST-02", PERSONAL_ACCOUNT, eligibility);
    }
  }

  /** R-INST-07: a suspension of house, department or doctor that begins in the stay stops it. */
  @ParameterizedTest
  @Tag("R-INST-07")
  @CsvSource({
    "institution, 2026-01-05, none",
    "institution, 2026-01-06, both",
    "department,  2025-12-30, none",
    "prescriber,  2025-12-30, none",
    "nobody,      2025-12-30, both",
  })
  void aSuspensionThatBeginsInAStayStopsIt(String who, LocalDate from, String open) {
    Suspension days = new Suspension(from, Optional.empty(), "SZ 77");
    Institution plain = hospital(SUZHOU);
    Institution hospital =
        new Institution(
            plain.code(),
            plain.name(),
            SUZHOU,
            SUZHOU,
            Kind.HOSPITAL,
            plain.level(),
            plain.grades(),
            List.of(
                new Agreement(
                    LONG_AGO,
                    Optional.empty(),
                    who.equals("institution") ? List.of(days) : List.of(),
                    false,
                    true)),
            who.equals("department") ? Map.of("02", List.of(days)) : Map.of(),
            who.equals("prescriber") ? Map.of("D0007", List.of(days)) : Map.of());
    Eligibility eligibility =
        decide(
            OVER_NEW_YEAR.by("02", "D0007"),
            hospital,
            insured(InsuredKind.EMPLOYER, SUZHOU, LONG_AGO));
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-INST-07", POOL_FUND, eligibility);
    }
  }

  /** R-OFF-05: Jiangsu takes a filing by the discharge (JSR 25), Shanghai by the admission. */
  @ParameterizedTest
  @Tag("R-OFF-05")
  @CsvSource({
    "320600, 2026-01-05, both, TEMPORARY",
    "320600, 2026-01-06, none, UNREGISTERED",
    "310000, 2025-12-20, both, TEMPORARY",
    "310000, 2025-12-21, none, UNREGISTERED",
  })
  void aFilingThatBeginsInTheStay(String home, LocalDate begins, String open, OffSite offSite) {
    Filing filing =
        new Filing("BA01", Filing.Kind.TEMPORARY, home, SUZHOU, begins, Optional.empty(), ADMITTED);
    Eligibility eligibility =
        decide(
            OVER_NEW_YEAR,
            hospital(SUZHOU),
            Entitlements.of(List.of(insured(InsuredKind.EMPLOYER, home, LONG_AGO)))
                .withFilings(filing));
    assertOpen(open, eligibility);
    assertEquals(offSite, eligibility.circumstances().offSite());
  }
}
