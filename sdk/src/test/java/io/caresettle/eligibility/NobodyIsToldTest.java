package io.caresettle.eligibility;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.caresettle.identity.FamilyBinding;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.policy.plan.InstitutionLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the centre answers names nobody when it is printed")
class NobodyIsToldTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void neitherWhoNorWhatIllness() {
    Enrolment enrolment = Verdicts.insured(InsuredKind.EMPLOYER, TestLaw.NANTONG, DAY);
    Recognition recognition =
        new Recognition(
            "M00500",
            Recognition.Kind.SPECIAL,
            DAY,
            Optional.empty(),
            "TEST00000001",
            InstitutionLevel.LEVEL_2,
            Optional.of(DAY));
    String told =
        Entitlements.of(List.of(enrolment)).withRecognitions(recognition)
            + enrolment.toString()
            + new FamilyBinding("P0000042", FamilyBinding.Relation.CHILD, DAY, Optional.empty())
            + new CareFile(
                "P0000042",
                "test",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    assertFalse(told.contains("P0000042"), told);
    assertFalse(told.contains("M00500"), told);
    assertFalse(told.contains(enrolment.accountBalance().toString()), told);
  }
}
