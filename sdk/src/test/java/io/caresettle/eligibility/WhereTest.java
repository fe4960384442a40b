package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.HAINAN;
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
import static io.caresettle.money.Payer.MEDICAL_AID;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Entitlements.AidClass;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Graded;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.OffSite;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Where, by which agreement and grade, at home and away")
class WhereTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final LocalDate TO = LocalDate.of(2025, 8, 31);
  private static final Enrolment NANTONGER = insured(InsuredKind.EMPLOYER, NANTONG, LONG_AGO);
  private static final Enrolment SUZHOUER = insured(InsuredKind.EMPLOYER, SUZHOU, LONG_AGO);

  private static Institution hospital(String area) {
    return institution(Kind.HOSPITAL, area, Grade.A);
  }

  private static Agreement agreement(Suspension... suspensions) {
    return new Agreement(FROM, Optional.of(TO), List.of(suspensions), false, true);
  }

  /** R-INST-02, -07: without an agreement on the day nothing settles, not even the account. */
  @ParameterizedTest
  @Tag("R-INST-02")
  @CsvSource({
    "2025-05-31, none",
    "2025-06-01, both",
    "2025-08-31, both",
    "2025-09-01, none",
  })
  void anAgreementHasItsDays(LocalDate day, String open) {
    Eligibility eligibility =
        decide(outpatient(day), hospital(NANTONG).under(agreement()), NANTONGER);
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-INST-02", PERSONAL_ACCOUNT, eligibility);
    }
  }

  /** R-INST-01: no pharmacy takes anybody in, and a carer gives long-term care alone. */
  @ParameterizedTest
  @Tag("R-INST-01")
  @CsvSource({
    "HOSPITAL, INPATIENT, both",
    "PHARMACY, INPATIENT, none",
    "PHARMACY, FAMILY_BED, none",
    "CARER, OUTPATIENT, none",
    "HOSPITAL, OUTPATIENT, both",
  })
  void anInstitutionSettlesWhatItIsDesignatedFor(Kind kind, CareType type, String open) {
    Eligibility eligibility =
        decide(care(type, FROM), institution(kind, NANTONG, Grade.A), NANTONGER);
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-INST-01", PERSONAL_ACCOUNT, eligibility);
    }
  }

  @Test
  @Tag("R-INST-02")
  void anEmergencyElsewhereIsClaimedByHand() {
    Institution none = hospital(NANTONG).under();
    Eligibility eligibility = decide(outpatient(FROM).asEmergency(), none, NANTONGER);
    assertTrue(
        closedBy("R-INST-02", POOL_FUND, eligibility).remedy().orElseThrow().en().contains("hand"));
    assertTrue(eligibility.wouldPay().contains(POOL_FUND), "when it is claimed");
  }

  @ParameterizedTest
  @Tag("R-INST-07")
  @CsvSource({
    "institution, 2025-07-09, both",
    "institution, 2025-07-10, none",
    "institution, 2025-07-20, none",
    "institution, 2025-07-21, both",
    "department,  2025-07-09, both",
    "department,  2025-07-10, none",
    "department,  2025-07-20, none",
    "department,  2025-07-21, both",
    "prescriber,  2025-07-10, none",
    "prescriber,  2025-07-21, both",
    "another,     2025-07-10, both",
  })
  void whoIsSuspendedDrawsOnNoFund(String who, LocalDate day, String open) {
    Suspension days =
        new Suspension(
            LocalDate.of(2025, 7, 10), Optional.of(LocalDate.of(2025, 7, 20)), "JS 73¶1");
    Institution hospital =
        new Institution(
            "TEST00000001",
            "测试医院",
            NANTONG,
            NANTONG,
            Kind.HOSPITAL,
            InstitutionLevel.LEVEL_3,
            List.of(),
            List.of(who.equals("institution") ? agreement(days) : agreement()),
            Map.of("02", List.of(days)),
            Map.of("D0007", List.of(days)));
    Visit visit =
        switch (who) {
          case "department" -> outpatient(day).by("02", "D0001");
          case "prescriber" -> outpatient(day).by("01", "D0007");
          default -> outpatient(day).by("01", "D0001");
        };
    Eligibility eligibility = decide(visit, hospital, NANTONGER);
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      Finding closed = closedBy("R-INST-07", POOL_FUND, eligibility);
      assertEquals("JS 73¶1", closed.article());
      assertEquals(days.to(), closed.until());
    }
  }

  @ParameterizedTest
  @Tag("R-INST-08")
  @CsvSource({"320500, false, none", "320500, true, both", "310000, false, none"})
  void careOverTheInternetNeedsItsOwnAgreement(String area, boolean agreed, String open) {
    Institution online =
        hospital(area).under(new Agreement(LONG_AGO, Optional.empty(), List.of(), agreed, true));
    Enrolment enrolment = insured(InsuredKind.EMPLOYER, area, LONG_AGO);
    Eligibility eligibility = decide(outpatient(FROM).overTheInternet(), online, enrolment);
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-INST-08", POOL_FUND, eligibility);
    }
  }

  /** SZ 62: by grade and benefit. */
  @ParameterizedTest
  @Tag("R-INST-03")
  @CsvSource({
    "A, INPATIENT,          EMPLOYER, both",
    "A, INPATIENT,          RESIDENT, pool",
    "B, INPATIENT,          EMPLOYER, account",
    "B, INPATIENT,          RESIDENT, none",
    "B, FAMILY_BED,         EMPLOYER, account",
    "B, MATERNITY,          EMPLOYER, account",
    "B, SPECIAL_OUTPATIENT, EMPLOYER, both",
    "B, CHRONIC_OUTPATIENT, RESIDENT, pool",
    "C, SPECIAL_OUTPATIENT, EMPLOYER, account",
    "C, OUTPATIENT,         EMPLOYER, account",
    "C, OUTPATIENT,         RESIDENT, none",
    "D, OUTPATIENT,         EMPLOYER, account",
    "D, INPATIENT,          RESIDENT, none",
  })
  void aGradeOpensItsKindsOfBenefit(Grade grade, CareType care, InsuredKind kind, String open) {
    Visit visit = care(care, FROM).discharged(FROM).forDisease("M00500");
    Entitlements recognised =
        Entitlements.of(List.of(insured(kind, SUZHOU, LONG_AGO)))
            .withRecognitions(
                recognised(Recognition.Kind.SPECIAL), recognised(Recognition.Kind.CHRONIC));
    assertOpen(open, decide(visit, institution(Kind.HOSPITAL, SUZHOU, grade), recognised));
  }

  private static Recognition recognised(Recognition.Kind kind) {
    return new Recognition(
        "M00500",
        kind,
        LONG_AGO,
        Optional.empty(),
        "TEST00000001",
        InstitutionLevel.LEVEL_2,
        Optional.of(LONG_AGO));
  }

  @Test
  void gradeCOpensOutpatientPoolingWhereItsLimitIsKnown() {
    AreaLaw withLimit =
        new AreaLaw() {
          @Override
          public EntitlementRules on(String area, LocalDate day) {
            return TestLaw.LAW.on(area, day);
          }

          @Override
          public boolean knowsLimitOfGradeC(String area, LocalDate day) {
            return true;
          }
        };
    EligibilityCheck check = new EligibilityCheck(withLimit, EligibilityRules.all());
    Institution grade = institution(Kind.HOSPITAL, SUZHOU, Grade.C);
    assertOpen(
        "both",
        check.decide(
            Verdicts.PATIENT, outpatient(FROM), grade, Entitlements.of(List.of(SUZHOUER))));
  }

  @ParameterizedTest
  @Tag("R-INST-03")
  @CsvSource({"2025-08-31, both, A", "2025-09-01, account, D", "2025-10-01, account, D"})
  void gradesMoveUpAndDown(LocalDate day, String open, io.caresettle.policy.plan.Grade grade) {
    Institution moved =
        hospital(SUZHOU)
            .graded(
                new Graded(Grade.A, LONG_AGO, Optional.of(TO)),
                new Graded(
                    Grade.D, LocalDate.of(2025, 9, 1), Optional.of(LocalDate.of(2025, 9, 30))));
    Eligibility eligibility = decide(outpatient(day), moved, SUZHOUER);
    if (day.getMonthValue() == 10) {
      assertTrue(closedBy("R-INST-03", POOL_FUND, eligibility).en().contains("no grade"));
    } else {
      assertOpen(open, eligibility);
    }
    assertEquals(grade, eligibility.circumstances().grade());
  }

  /** R-TXN-07: a bill that is sent later is judged as it would have been then. */
  @Test
  @Tag("R-TXN-07")
  void aLateBillIsJudgedByTheDayOfService() {
    Institution moved =
        hospital(SUZHOU)
            .graded(
                new Graded(Grade.A, LONG_AGO, Optional.of(TO)),
                new Graded(Grade.D, LocalDate.of(2025, 9, 1), Optional.empty()));
    Visit then = outpatient(LocalDate.of(2025, 8, 15));
    Eligibility atOnce = decide(then, moved, SUZHOUER);
    Eligibility later = decide(then.uploaded(LocalDate.of(2025, 10, 1)), moved, SUZHOUER);
    assertEquals(atOnce.open(), later.open());
    assertEquals(atOnce.findings(), later.findings());
    assertOpen("both", later);
  }

  @ParameterizedTest
  @Tag("R-INST-04")
  @CsvSource({"320500, true", "320500, false", "320600, true", "320600, false"})
  void medicalAidPaysAtItsOwnHospitals(String area, boolean aidHospital) {
    Institution hospital =
        hospital(area)
            .under(new Agreement(LONG_AGO, Optional.empty(), List.of(), false, aidHospital));
    Entitlements destitute =
        Entitlements.of(List.of(insured(InsuredKind.RESIDENT, area, LONG_AGO)))
            .withAid(new AidClass("destitute", area, LONG_AGO, Optional.empty()));
    Eligibility eligibility = decide(outpatient(FROM), hospital, destitute);
    assertEquals(aidHospital, eligibility.open().contains(MEDICAL_AID));
    assertEquals("destitute", eligibility.circumstances().aid());
    if (!aidHospital) {
      closedBy("R-INST-04", MEDICAL_AID, eligibility);
    }
  }

  @Test
  @Tag("R-AID-04")
  void anAidClassOfAnotherAreaDoesNotCount() {
    Entitlements elsewhere =
        Entitlements.of(List.of(insured(InsuredKind.RESIDENT, NANTONG, LONG_AGO)))
            .withAid(new AidClass("destitute", SUZHOU, LONG_AGO, Optional.empty()));
    Eligibility eligibility = decide(outpatient(FROM), hospital(NANTONG), elsewhere);
    assertOpen("pool", eligibility);
    closedBy("R-AID-04", MEDICAL_AID, eligibility);
    assertEquals("none", eligibility.circumstances().aid());
  }

  @ParameterizedTest
  @Tag("R-YEAR-06")
  @CsvSource({"2025-05-31, false", "2025-06-01, true", "2025-08-31, true", "2025-09-01, false"})
  void aClassHoldsOnTheDayOfService(LocalDate day, boolean holds) {
    Entitlements dated =
        Entitlements.of(List.of(insured(InsuredKind.EMPLOYER, NANTONG, LONG_AGO)))
            .withAid(new AidClass("destitute", NANTONG, FROM, Optional.of(TO)))
            .withGroups(new Entitlements.Group("disabled-soldier", FROM, Optional.of(TO)));
    Eligibility eligibility = decide(outpatient(day), hospital(NANTONG), dated);
    assertEquals(holds, eligibility.open().contains(MEDICAL_AID));
    assertEquals(holds ? "destitute" : "none", eligibility.circumstances().aid());
    assertEquals(holds ? "disabled-soldier" : "none", eligibility.circumstances().group());
  }

  @Test
  void theStayIsCounted() {
    Entitlements stayed = Entitlements.of(List.of(NANTONGER)).withPriorStays(2);
    Visit stay = care(CareType.INPATIENT, FROM).discharged(TO);
    assertEquals(3, decide(stay, hospital(NANTONG), stayed).circumstances().stay());
    assertEquals(1, decide(outpatient(FROM), hospital(NANTONG), stayed).circumstances().stay());
  }

  private static Filing filing(String careArea, LocalDate filedOn) {
    return new Filing(
        "BA01", Filing.Kind.TEMPORARY, NANTONG, careArea, FROM, Optional.of(TO), filedOn);
  }

  /** R-OFF-03, -05: missing, for another place, of other days, ended yesterday, filed late. */
  @ParameterizedTest
  @Tag("R-OFF-03")
  @Tag("R-OFF-05")
  @CsvSource({
    "none,               '',     2025-05-01, 2025-06-01, 2025-06-01, none, UNREGISTERED",
    "day before,         320500, 2025-05-01, 2025-05-31, 2025-05-31, none, UNREGISTERED",
    "first day,          320500, 2025-05-01, 2025-06-01, 2025-06-01, both, TEMPORARY",
    "last day,           320500, 2025-05-01, 2025-08-31, 2025-08-31, both, TEMPORARY",
    "ended yesterday,    320500, 2025-05-01, 2025-09-01, 2025-09-01, none, UNREGISTERED",
    "the whole province, 320000, 2025-05-01, 2025-06-01, 2025-06-01, both, TEMPORARY",
    "another place,      310000, 2025-05-01, 2025-06-01, 2025-06-01, none, UNREGISTERED",
    "filed in the stay,  320500, 2025-07-05, 2025-07-01, 2025-07-10, both, TEMPORARY",
    "filed at discharge, 320500, 2025-07-10, 2025-07-01, 2025-07-10, both, TEMPORARY",
    "filed too late,     320500, 2025-07-11, 2025-07-01, 2025-07-10, none, UNREGISTERED",
  })
  void careElsewhereNeedsAFiling(
      String why,
      String careArea,
      LocalDate filedOn,
      LocalDate from,
      LocalDate to,
      String open,
      OffSite offSite) {
    Entitlements filed = Entitlements.of(List.of(NANTONGER));
    if (!careArea.isEmpty()) {
      filed = filed.withFilings(filing(careArea, filedOn));
    }
    Visit stay = care(CareType.INPATIENT, from).discharged(to);
    Eligibility eligibility = decide(stay, hospital(SUZHOU), filed);
    assertOpen(open, eligibility);
    assertEquals(offSite, eligibility.circumstances().offSite());
    if (open.equals("none")) {
      Finding closed = closedBy("R-OFF-03", POOL_FUND, eligibility);
      assertTrue(closed.remedy().isPresent());
      assertEquals(
          why.equals("ended yesterday"), closed.en().contains("ended on 2025-08-31"), closed.en());
    }
  }

  @ParameterizedTest
  @Tag("R-OFF-04")
  @CsvSource({"true, both, EMERGENCY", "false, none, UNREGISTERED"})
  void anEmergencyCountsAsFiled(boolean emergency, String open, OffSite offSite) {
    Visit visit = emergency ? outpatient(FROM).asEmergency() : outpatient(FROM);
    Eligibility eligibility = decide(visit, hospital(SUZHOU), NANTONGER);
    assertOpen(open, eligibility);
    assertEquals(offSite, eligibility.circumstances().offSite());
  }

  @Test
  void whereNobodySaysThatAnEmergencyCountsItNeedsAFilingToo() {
    Enrolment islander = insured(InsuredKind.EMPLOYER, HAINAN, LONG_AGO);
    Eligibility eligibility = decide(outpatient(FROM).asEmergency(), hospital(SUZHOU), islander);
    assertOpen("none", eligibility);
    assertTrue(closedBy("R-OFF-03", POOL_FUND, eligibility).en().contains("off-site.needs-filing"));
  }

  @ParameterizedTest
  @Tag("R-OFF-07")
  @CsvSource({"310118, both", "310101, none"})
  void inTheDemonstrationZoneNobodyFiles(String district, String open) {
    Institution there =
        new Institution(
            "TEST00000001",
            "测试医院",
            SHANGHAI,
            district,
            Kind.HOSPITAL,
            InstitutionLevel.LEVEL_3,
            List.of(),
            List.of(new Agreement(LONG_AGO, Optional.empty(), List.of(), false, true)),
            Map.of(),
            Map.of());
    assertOpen(open, decide(outpatient(FROM), there, SUZHOUER));
  }

  /** 就医地目录, 参保地待遇; within Jiangsu one catalogue. */
  @ParameterizedTest
  @Tag("R-OFF-01")
  @Tag("R-OFF-02")
  @CsvSource({
    "320600, 310000, 310000, R-OFF-01",
    "320600, 320500, 320000, R-OFF-02",
    "310000, 320500, 320500, R-OFF-01",
  })
  void theCatalogueIsThePlacesAndTheBenefitsAreHomes(
      String home, String place, String catalogue, String rule) {
    Enrolment enrolment = insured(InsuredKind.EMPLOYER, home, LONG_AGO);
    Eligibility eligibility = decide(outpatient(FROM), hospital(place), enrolment);
    assertEquals(catalogue, eligibility.catalogueArea());
    assertEquals(home, eligibility.enrolment().area());
    notice(rule, eligibility);
  }
}
