package io.caresettle.eligibility;

import static io.caresettle.eligibility.TestLaw.HAINAN;
import static io.caresettle.eligibility.TestLaw.NANTONG;
import static io.caresettle.eligibility.TestLaw.SHANGHAI;
import static io.caresettle.eligibility.TestLaw.SUZHOU;
import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.eligibility.Verdicts.notice;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static io.caresettle.money.Payer.MEDICAL_AID;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Injury.Decision;
import io.caresettle.eligibility.Injury.OtherPayer;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.eligibility.ThirdPartyDeclaration.Cause;
import io.caresettle.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An injury, and a third party that may have to pay")
class ThirdPartyTest {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private static Eligibility injured(String area, Decision decision) {
    Optional<String> file = Optional.of("ZC1").filter(f -> decision == Decision.FUNDS_PAY_FIRST);
    Injury injury =
        Injury.decided(OtherPayer.UNKNOWN, new ThirdPartyDecision("SB1", decision, file));
    return decide(
        outpatient(DAY).with(injury),
        institution(Kind.HOSPITAL, area, Grade.A),
        insured(InsuredKind.EMPLOYER, area, LONG_AGO));
  }

  /** The centre decides, and a fund pays first only where a text says that it does. */
  @ParameterizedTest
  @Tag("R-SCOPE-03")
  @CsvSource({
    "320500, FUNDS_PAY,        both",
    "320500, FUNDS_PAY_FIRST,  both",
    "320500, FUNDS_DO_NOT_PAY, none",
    "320500, TO_BE_EXAMINED,   account",
    "460000, FUNDS_PAY_FIRST,  both",
    "310000, FUNDS_PAY,        both",
    "310000, FUNDS_PAY_FIRST,  none",
    "310000, TO_BE_EXAMINED,   account",
    "320600, FUNDS_PAY_FIRST,  account",
  })
  void theCentreDecidesWithinTheAreasWord(String area, Decision decision, String open) {
    assertOpen(open, injured(area, decision));
  }

  @Test
  @Tag("R-SCOPE-03")
  void whatAFundPaysFirstNamesTheFileOfItsRecovery() {
    for (String area : List.of(SUZHOU, HAINAN)) {
      Notice first = notice("R-SCOPE-03", injured(area, Decision.FUNDS_PAY_FIRST));
      assertTrue(first.zh().contains("追偿编号 ZC1"), first::zh);
      assertTrue(first.en().contains("file ZC1"), first::en);
    }
  }

  /** HN 15 binds every fund; NT 37 the basic ones. */
  @Test
  @Tag("R-SCOPE-03")
  void whatTheCentreRefusesIsClosedAsFarAsTheAreaSays() {
    closedBy("R-SCOPE-03", MEDICAL_AID, injured(HAINAN, Decision.FUNDS_DO_NOT_PAY));
    assertFalse(
        injured(NANTONG, Decision.FUNDS_DO_NOT_PAY).findings().stream()
            .anyMatch(f -> f.payer() == MEDICAL_AID && f.rule().equals("R-SCOPE-03")));
  }

  @Test
  @Tag("R-SCOPE-03")
  void whatIsExaminedIsSettledLater() {
    Finding waits = closedBy("R-SCOPE-03", POOL_FUND, injured(SHANGHAI, Decision.TO_BE_EXAMINED));
    assertTrue(waits.remedy().orElseThrow().en().contains("R-SETL-07"));
  }

  /** JSR 38: away from home the flags are sent with a declaration, even that nobody is liable. */
  @Test
  @Tag("R-SCOPE-04")
  void awayFromHomeEvenAnAccidentOfOnesOwnIsDeclared() {
    Visit visit = outpatient(DAY).filedAs("F1");
    Entitlements home =
        Entitlements.of(List.of(insured(InsuredKind.EMPLOYER, SUZHOU, LONG_AGO)))
            .withFilings(
                new Filing(
                    "F1",
                    Filing.Kind.LONG_TERM,
                    SUZHOU,
                    NANTONG,
                    LONG_AGO,
                    Optional.empty(),
                    LONG_AGO));
    Institution away = institution(Kind.HOSPITAL, NANTONG, Grade.A);
    Injury undeclared = new Injury(OtherPayer.NONE, Optional.empty());
    closedBy("R-SCOPE-04", POOL_FUND, decide(visit.with(undeclared), away, home));
    Injury declared = new Injury(OtherPayer.NONE, Optional.of("SB1"));
    assertTrue(decide(visit.with(declared), away, home).open().contains(POOL_FUND));
  }

  @Test
  void aDeclarationIsSignedBySomebodyAndAsksForNothingThatCannotBe() {
    assertEquals(
        "ThirdPartyDeclaration[TRAFFIC, UNKNOWN]",
        declared(OtherPayer.UNKNOWN, "测试乙", true).toString());
    assertThrows(IllegalArgumentException.class, () -> declared(OtherPayer.UNKNOWN, " ", true));
    assertThrows(IllegalArgumentException.class, () -> declared(OtherPayer.NONE, "测试乙", true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ThirdPartyDecision("SB1", Decision.FUNDS_PAY_FIRST, Optional.empty()));
  }

  private static ThirdPartyDeclaration declared(
      OtherPayer other, String declarant, boolean advance) {
    return new ThirdPartyDeclaration(
        Cause.TRAFFIC,
        other,
        DAY,
        "测试路口",
        "",
        Money.ZERO,
        advance,
        declarant,
        "配偶",
        Instant.parse("2025-06-01T02:00:00Z"));
  }
}
