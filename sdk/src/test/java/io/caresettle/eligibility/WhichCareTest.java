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
import static io.caresettle.money.Payer.CRITICAL_ILLNESS;
import static io.caresettle.money.Payer.MEDICAL_AID;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Injury.OtherPayer;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.eligibility.Visit.Excluded;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.InstitutionLevel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Which care the funds pay for")
class WhichCareTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final LocalDate TO = LocalDate.of(2025, 6, 30);

  private static Institution hospital(String area) {
    return institution(Kind.HOSPITAL, area, Grade.A);
  }

  private static Entitlements employee(String area) {
    return Entitlements.of(List.of(insured(InsuredKind.EMPLOYER, area, LONG_AGO)));
  }

  @ParameterizedTest
  @EnumSource(Excluded.class)
  @Tag("R-SCOPE-02")
  void fiveKindsAreNeverPaid(Excluded kind) {
    for (String area : List.of(SUZHOU, NANTONG, HAINAN, SHANGHAI)) {
      Eligibility eligibility =
          decide(outpatient(FROM).excludedAs(kind), hospital(area), employee(area));
      assertTrue(eligibility.cashOnly(), area);
      assertTrue(closedBy("R-SCOPE-02", POOL_FUND, eligibility).zh().contains(kind.zh()));
    }
  }

  /** Basic in Nantong, critical illness too in Suzhou, every fund in Hainan. */
  @Test
  @Tag("R-SCOPE-02")
  void howFarAnExclusionReachesIsTheAreasToSay() {
    Visit visit = outpatient(FROM).excludedAs(Excluded.WORK_INJURY);
    assertEquals(
        EnumSet.of(POOL_FUND, PERSONAL_ACCOUNT),
        closedIn(decide(visit, hospital(NANTONG), employee(NANTONG))));
    assertEquals(
        EnumSet.of(POOL_FUND, PERSONAL_ACCOUNT, CRITICAL_ILLNESS),
        closedIn(decide(visit, hospital(SUZHOU), employee(SUZHOU))));
    assertEquals(
        EnumSet.of(POOL_FUND, PERSONAL_ACCOUNT, CRITICAL_ILLNESS, MEDICAL_AID),
        closedIn(decide(visit, hospital(HAINAN), employee(HAINAN))));
  }

  private static Set<Payer> closedIn(Eligibility eligibility) {
    Set<Payer> closed = EnumSet.noneOf(Payer.class);
    eligibility.findings().stream()
        .filter(f -> f.rule().equals("R-SCOPE-02"))
        .forEach(f -> closed.add(f.payer()));
    return closed;
  }

  @ParameterizedTest
  @Tag("R-SCOPE-03")
  @CsvSource({
    "320500, '',  UNKNOWN,      account",
    "320500, SB1, NONE,         both",
    "320500, SB1, PAYS,         none",
    "320500, SB1, DOES_NOT_PAY, both",
    "320500, SB1, UNKNOWN,      both",
    "460000, SB1, UNKNOWN,      both",
    "310000, SB1, UNKNOWN,      none",
    "320600, SB1, UNKNOWN,      account",
  })
  void anInjuryIsDeclared(String area, String declaration, OtherPayer other, String open) {
    Injury injury = new Injury(other, Optional.of(declaration).filter(d -> !d.isEmpty()));
    Eligibility eligibility = decide(outpatient(FROM).with(injury), hospital(area), employee(area));
    assertOpen(open, eligibility);
    if (open.equals("account") || open.equals("none")) {
      closedBy("R-SCOPE-03", POOL_FUND, eligibility);
    } else if (other != OtherPayer.NONE) {
      assertTrue(notice("R-SCOPE-03", eligibility).en().contains("recovers"));
    }
  }

  /** R-SCOPE-10: missing, expired, of another disease, not uploaded, of the other list. */
  @ParameterizedTest(name = "{0}")
  @Tag("R-SCOPE-10")
  @CsvSource({
    "day before the first, M00500, SPECIAL, 2025-05-01, 2025-05-31, account",
    "first day,            M00500, SPECIAL, 2025-05-01, 2025-06-01, both",
    "last day,             M00500, SPECIAL, 2025-05-01, 2025-06-30, both",
    "day after the last,   M00500, SPECIAL, 2025-05-01, 2025-07-01, account",
    "another disease,      M01600, SPECIAL, 2025-05-01, 2025-06-01, account",
    "the other list,       M00500, CHRONIC, 2025-05-01, 2025-06-01, account",
    "uploaded that day,    M00500, SPECIAL, 2025-06-10, 2025-06-10, both",
    "uploaded later,       M00500, SPECIAL, 2025-06-11, 2025-06-10, account",
    "not uploaded,         M00500, SPECIAL, '',         2025-06-10, account",
  })
  void aSpecialDiseaseIsRecognisedFirst(
      String why,
      String disease,
      Recognition.Kind kind,
      String uploaded,
      LocalDate day,
      String open) {
    Entitlements recognised =
        employee(NANTONG)
            .withRecognitions(
                new Recognition(
                    disease,
                    kind,
                    FROM,
                    Optional.of(TO),
                    "TEST00000001",
                    InstitutionLevel.LEVEL_2,
                    Optional.of(uploaded).filter(u -> !u.isEmpty()).map(LocalDate::parse)));
    Visit visit = care(CareType.SPECIAL_OUTPATIENT, day).forDisease("M00500");
    Eligibility eligibility = decide(visit, hospital(NANTONG), recognised);
    assertOpen(open, eligibility);
    if (open.equals("account")) {
      assertEquals("NT 42¶1", closedBy("R-SCOPE-10", POOL_FUND, eligibility).article());
    }
  }

  /** NT 42: by a hospital of level 2 or higher. */
  @ParameterizedTest
  @Tag("R-SCOPE-10")
  @CsvSource({"LEVEL_1, account", "LEVEL_2, both", "LEVEL_3, both"})
  void aSpecialDiseaseIsRecognisedByALargerHospital(InstitutionLevel level, String open) {
    Entitlements recognised =
        employee(NANTONG)
            .withRecognitions(
                new Recognition(
                    "M00500",
                    Recognition.Kind.SPECIAL,
                    FROM,
                    Optional.of(TO),
                    "TEST00000001",
                    level,
                    Optional.of(FROM)));
    Visit visit = care(CareType.SPECIAL_OUTPATIENT, FROM).forDisease("M00500");
    assertOpen(open, decide(visit, hospital(NANTONG), recognised));
  }

  @Test
  @Tag("R-SCOPE-10")
  void withoutAnyRecognitionThereIsNone() {
    Visit visit = care(CareType.CHRONIC_OUTPATIENT, FROM).forDisease("M00500");
    assertOpen("account", decide(visit, hospital(NANTONG), employee(NANTONG)));
  }

  /** R-INST-05: NT 41(6), the family bed included. */
  @ParameterizedTest
  @Tag("R-INST-05")
  @CsvSource({
    "INPATIENT,  2025-05-20, 2025-05-31, both",
    "INPATIENT,  2025-05-20, 2025-06-02, account",
    "FAMILY_BED, 2025-06-10, 2025-06-12, account",
    "FAMILY_BED, 2025-06-30, 2025-07-03, both",
    "INPATIENT,  2025-06-29, 2025-07-03, account",
    "INPATIENT,  2025-07-01, 2025-07-03, both",
  })
  void aPersonLiesInOneInstitutionAtATime(
      CareType care, LocalDate admitted, LocalDate discharged, String open) {
    Entitlements elsewhere =
        employee(NANTONG).withStays(new Stay("TEST00000009", FROM, Optional.of(TO)));
    Eligibility eligibility =
        decide(care(care, admitted).discharged(discharged), hospital(NANTONG), elsewhere);
    assertOpen(open, eligibility);
    if (open.equals("account")) {
      assertTrue(closedBy("R-INST-05", POOL_FUND, eligibility).zh().contains("TEST00000009"));
    }
  }

  /** R-INST-06: only dual-channel drugs, in Suzhou with a certificate too. */
  @ParameterizedTest
  @Tag("R-INST-06")
  @CsvSource({
    "320600, 2025-05-31, plain,        both",
    "320600, 2025-06-01, plain,        account",
    "320600, 2025-06-30, plain,        account",
    "320600, 2025-07-01, plain,        both",
    "320600, 2025-06-15, dual-channel, both",
    "320600, 2025-06-15, certified,    account",
    "320500, 2025-06-15, plain,        account",
    "320500, 2025-06-15, certified,    both",
    "310000, 2025-06-15, certified,    account",
  })
  void whatIsBoughtOutsideDuringAStayIsNotPaid(
      String area, LocalDate day, String how, String open) {
    Visit visit =
        switch (how) {
          case "dual-channel" -> outpatient(day).ofDualChannelDrugs();
          case "certified" -> outpatient(day).certifiedByTheHospital();
          default -> outpatient(day);
        };
    Entitlements inside = employee(area).withStays(new Stay("TEST00000009", FROM, Optional.of(TO)));
    Eligibility eligibility = decide(visit, hospital(area), inside);
    assertOpen(open, eligibility);
    if (open.equals("account")) {
      assertEquals(Optional.of(TO), closedBy("R-INST-06", POOL_FUND, eligibility).until());
    }
  }

  /** R-DATA-08: 30 days after a newer catalogue, the old one is no basis any more. */
  @ParameterizedTest
  @Tag("R-DATA-08")
  @CsvSource({
    "320600, 2025-06-30, both",
    "320600, 2025-07-01, both",
    "320600, 2025-07-02, account",
    "310000, 2025-06-02, account",
  })
  void anOldCatalogueIsNoBasis(String area, LocalDate day, String open) {
    Eligibility eligibility =
        Verdicts.check()
            .decide(
                Verdicts.PATIENT,
                outpatient(day),
                hospital(area),
                employee(area),
                new AtTheCounter(Verdicts.BEFORE, Optional.of(FROM)));
    assertOpen(open, eligibility);
    if (open.equals("account")) {
      closedBy("R-DATA-08", POOL_FUND, eligibility);
    }
  }

  /** R-SCOPE-12: on its days an order lifts what it names, and is named. */
  @ParameterizedTest
  @Tag("R-SCOPE-12")
  @CsvSource({
    "2025-05-31, none",
    "2025-06-01, both",
    "2025-06-30, both",
    "2025-07-01, none",
  })
  void anEmergencyOrderIsNamed(LocalDate day, String open) {
    EmergencyOrder order =
        new EmergencyOrder(
            "苏医保应急〔2025〕1号",
            "疫情救治免备案",
            "no filing while the epidemic lasts",
            FROM,
            Optional.of(TO),
            Set.of(EligibilityRule.R_OFF_03));
    AreaLaw law =
        new AreaLaw() {
          @Override
          public EntitlementRules on(String area, LocalDate asked) {
            return TestLaw.LAW.on(area, asked);
          }

          @Override
          public List<EmergencyOrder> orders(String area) {
            return List.of(order);
          }
        };
    Eligibility eligibility =
        new EligibilityCheck(law, SwitchedEligibility.now())
            .decide(Verdicts.PATIENT, outpatient(day), hospital(SUZHOU), employee(NANTONG));
    assertOpen(open, eligibility);
    if (open.equals("both")) {
      assertTrue(notice("R-SCOPE-12", eligibility).zh().contains("苏医保应急〔2025〕1号"));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new EmergencyOrder(
                "1", "", "", FROM, Optional.empty(), Set.of(EligibilityRule.R_MON_03)));
  }

  /** R-MON-03: suspended 2025-06-01 to 2025-06-30. */
  @ParameterizedTest
  @Tag("R-MON-03")
  @CsvSource({
    "2025-05-31, NETWORKED,      both",
    "2025-06-01, NETWORKED,      none",
    "2025-06-30, NETWORKED,      none",
    "2025-07-01, NETWORKED,      both",
    "2025-06-15, LONG_TERM_CARE, both",
  })
  void aSuspendedPersonPaysAll(LocalDate day, Sanction.Scope scope, String open) {
    Entitlements sanctioned =
        employee(NANTONG)
            .withSanctions(new Sanction(FROM, Optional.of(TO), scope, "不合理配药", "NT 58¶2"));
    Eligibility eligibility = decide(outpatient(day), hospital(NANTONG), sanctioned);
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      Finding closed = closedBy("R-MON-03", PERSONAL_ACCOUNT, eligibility);
      assertEquals("NT 58¶2", closed.article());
      assertEquals(Optional.of(TO), closed.until());
      assertTrue(eligibility.cashOnly());
    }
  }
}
