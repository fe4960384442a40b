package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.HAINAN;
import static io.caresettle.eligibility.TestLaw.SHANGHAI;
import static io.caresettle.eligibility.Verdicts.insured;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Purpose;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.problem.Misuse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Long-term care by assessment and plan")
class LongTermCareTest {

  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final LocalDate TO = LocalDate.of(2025, 6, 30);
  private static final String CARER = "TEST00000005";

  private static Institution carer(Kind kind) {
    return new Institution(
        CARER, "测试护理站", SHANGHAI, kind, InstitutionLevel.LEVEL_1, Institution.Grade.A);
  }

  private static Entitlements planned(String area, String carer, Sanction... sanctions) {
    return Entitlements.of(List.of(insured(InsuredKind.RESIDENT, area, LocalDate.of(2020, 1, 1))))
        .withCarePlans(new CarePlan("HL1", 3, carer, FROM, Optional.of(TO), Set.of("HL-01")))
        .withSanctions(sanctions);
  }

  private static CareVerdict ask(
      LocalDate day, String item, Kind kind, Entitlements entitlements, Purpose purpose) {
    Patient patient = Verdicts.patientFor(purpose);
    return Verdicts.check()
        .longTermCare(
            patient, new CareVisit("MZ0001", day, "HL1", item), carer(kind), entitlements);
  }

  /** R-LTC-01: plan, carer, area, and a suspension of 2025-06-10 to 2025-06-20. */
  @ParameterizedTest
  @Tag("R-LTC-01")
  @CsvSource({
    "310000, CARER,    2025-05-31, false",
    "310000, CARER,    2025-06-01, true",
    "310000, CARER,    2025-06-09, true",
    "310000, CARER,    2025-06-10, false",
    "310000, CARER,    2025-06-20, false",
    "310000, CARER,    2025-06-21, true",
    "310000, CARER,    2025-06-30, true",
    "310000, CARER,    2025-07-01, false",
    "310000, HOSPITAL, 2025-06-01, false",
    "460000, CARER,    2025-06-01, false",
  })
  void careIsGivenByThePlanOfTheDay(String area, Kind kind, LocalDate day, boolean open) {
    Sanction sanction =
        new Sanction(
            LocalDate.of(2025, 6, 10),
            Optional.of(LocalDate.of(2025, 6, 20)),
            Sanction.Scope.LONG_TERM_CARE,
            "",
            "SH 62");
    CareVerdict verdict =
        ask(day, "HL-01", kind, planned(area, CARER, sanction), Purpose.CARE_START);
    assertEquals(open, verdict.open(), verdict.closedBy().toString());
    verdict.closedBy().forEach(why -> assertEquals("R-LTC-01", why.rule()));
  }

  @Test
  @Tag("R-LTC-02")
  void theCarerTheItemAndTheCheckAreThePlans() {
    for (CareVerdict verdict :
        List.of(
            ask(FROM, "HL-02", Kind.CARER, planned(SHANGHAI, CARER), Purpose.CARE_START),
            ask(FROM, "HL-01", Kind.CARER, planned(SHANGHAI, "OTHER"), Purpose.CARE_START),
            ask(FROM, "HL-01", Kind.CARER, planned(SHANGHAI, CARER), Purpose.TREATMENT))) {
      assertEquals(List.of("R-LTC-02"), verdict.closedBy().stream().map(Notice::rule).toList());
    }
  }

  @Test
  void ofAnotherVisitNothingIsSaid() {
    CareVisit other = new CareVisit("MZ0002", FROM, "HL1", "HL-01");
    Patient patient = Verdicts.patientFor(Purpose.CARE_START);
    Entitlements planned = planned(HAINAN, CARER);
    assertThrows(
        Misuse.class,
        () -> Verdicts.check().longTermCare(patient, other, carer(Kind.CARER), planned));
  }
}
