package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.TestLaw.SHANGHAI;
import static io.caresettle.eligibility.TestLaw.SUZHOU;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static io.caresettle.money.Payer.CIVIL_SERVANT_SUBSIDY;
import static io.caresettle.money.Payer.CRITICAL_ILLNESS;
import static io.caresettle.money.Payer.LARGE_SUM_SUBSIDY;
import static io.caresettle.money.Payer.SUPPLEMENTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.eligibility.Entitlements.Application;
import io.caresettle.eligibility.Entitlements.Group;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who pays after the pool, and whose filing counts")
class WhoPaysAfterThePoolTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private static Entitlements employeeOf(String area) {
    return Entitlements.of(List.of(insured(InsuredKind.EMPLOYER, area, LONG_AGO)));
  }

  private static Eligibility at(String area, Entitlements entitlements) {
    return decide(outpatient(DAY), institution(Kind.HOSPITAL, area, Grade.A), entitlements);
  }

  /** SH 18¶2: the second layer is applied for, in the scheme and area that gives it. */
  @ParameterizedTest(name = "{0}")
  @Tag("R-CI-03")
  @CsvSource({
    "the day before, 310000, EMPLOYEE, 2026-03-09, true",
    "that day,       310000, EMPLOYEE, 2026-03-10, true",
    "the day after,  310000, EMPLOYEE, 2026-03-11, false",
    "other scheme,   310000, RESIDENT, 2026-03-01, false",
    "other area,     320500, EMPLOYEE, 2026-03-01, false",
  })
  void shanghaisSecondLayerOpensWithTheApplication(
      String why, String area, Scheme scheme, LocalDate from, boolean open) {
    Eligibility eligibility =
        at(
            SHANGHAI,
            employeeOf(SHANGHAI)
                .withApplications(new Application(scheme, area, from, Optional.empty())));
    assertEquals(open, eligibility.open().contains(LARGE_SUM_SUBSIDY));
    assertEquals(open, eligibility.open().contains(CRITICAL_ILLNESS));
    assertEquals(open, eligibility.wouldPay().contains(LARGE_SUM_SUBSIDY));
    if (!open) {
      closedBy("R-CI-03", LARGE_SUM_SUBSIDY, eligibility);
    }
  }

  @Test
  void elsewhereNobodyAppliesForTheSecondLayer() {
    assertEquals(true, at(SUZHOU, employeeOf(SUZHOU)).open().contains(LARGE_SUM_SUBSIDY));
  }

  /** SZ 18, 42, 48: each group has what the packs give it, and two groups have both. */
  @ParameterizedTest
  @CsvSource({
    "disabled-soldier,               false, false, disabled-soldier",
    "disabled-1,                     false, false, none",
    "civil-servant,                  true,  false, civil-servant",
    "employer-plan,                  false, true,  employer-plan",
    "civil-servant employer-plan,    true,  true,  civil-servant",
    "disabled-soldier civil-servant, true,  false, disabled-soldier",
    "disabled-1 employer-plan,       false, true,  employer-plan",
  })
  void aGroupOpensWhatThePacksGiveIt(
      String groups, boolean civil, boolean supplements, String counts) {
    Group[] all =
        Arrays.stream(groups.split(" "))
            .map(word -> new Group(word, LONG_AGO, Optional.empty()))
            .toArray(Group[]::new);
    Eligibility eligibility = at(SUZHOU, employeeOf(SUZHOU).withGroups(all));
    assertEquals(civil, eligibility.open().contains(CIVIL_SERVANT_SUBSIDY));
    assertEquals(supplements, eligibility.open().contains(SUPPLEMENTS));
    assertEquals(counts, eligibility.circumstances().group());
  }

  private static Filing filing(Filing.Kind kind, String careArea) {
    return new Filing(kind.name(), kind, NANTONG, careArea, LONG_AGO, Optional.empty(), LONG_AGO);
  }

  /** R-OFF-06: of several filings the one counts that takes the least off; no filing costs. */
  @ParameterizedTest
  @Tag("R-OFF-04")
  @CsvSource({
    "TEMPORARY, REFERRED,  false, REFERRED",
    "TEMPORARY, LONG_TERM, false, LONG_TERM",
    "TEMPORARY, EMERGENCY, false, EMERGENCY",
    "REFERRED,  EMERGENCY, false, EMERGENCY",
    "TEMPORARY, TEMPORARY, true,  EMERGENCY",
  })
  void anEmergencyBesideATemporaryFilingIsAnEmergency(
      Filing.Kind one, Filing.Kind other, boolean emergency, OffSite as) {
    Visit visit = emergency ? outpatient(DAY).asEmergency() : outpatient(DAY);
    Eligibility eligibility =
        decide(
            visit,
            institution(Kind.HOSPITAL, SUZHOU, Grade.A),
            employeeOf(NANTONG).withFilings(filing(one, SUZHOU), filing(other, SUZHOU)));
    assertEquals(as, eligibility.circumstances().offSite());
  }

  /**
   * A filing for a city covers its districts; one for a district covers neither city nor others.
   */
  @ParameterizedTest
  @Tag("R-OFF-03")
  @CsvSource({
    "320500, 320505, TEMPORARY",
    "320505, 320505, TEMPORARY",
    "320505, 320506, UNREGISTERED",
    "320505, 320500, UNREGISTERED",
    "320000, 320505, TEMPORARY",
    "320600, 320505, UNREGISTERED",
  })
  void aFilingCoversTheDistrictsOfItsPlace(String careArea, String district, OffSite as) {
    Institution plain = institution(Kind.HOSPITAL, SUZHOU, Grade.A);
    Institution there =
        new Institution(
            plain.code(),
            plain.name(),
            SUZHOU,
            district,
            Kind.HOSPITAL,
            plain.level(),
            plain.grades(),
            plain.agreements(),
            plain.departments(),
            plain.prescribers());
    Eligibility eligibility =
        decide(
            outpatient(DAY),
            there,
            employeeOf(NANTONG).withFilings(filing(Filing.Kind.TEMPORARY, careArea)));
    assertEquals(as, eligibility.circumstances().offSite());
  }
}
