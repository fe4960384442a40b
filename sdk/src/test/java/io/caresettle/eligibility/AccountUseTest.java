package io.caresettle.eligibility;

import static io.caresettle.eligibility.Verdicts.assertOpen;
import static io.caresettle.eligibility.Verdicts.closedBy;
import static io.caresettle.eligibility.Verdicts.decide;
import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.insured;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static io.caresettle.money.Payer.FAMILY_ACCOUNT;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.eligibility.AccountUse.Beneficiary;
import io.caresettle.eligibility.AccountUse.Purpose;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FamilyBinding.Relation;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.InsuredCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an account is used for, and whose")
class AccountUseTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final LocalDate TO = LocalDate.of(2025, 6, 30);

  private static Institution hospital(String area) {
    return institution(Kind.HOSPITAL, area, Grade.A);
  }

  /** NT 37: a gym card at a pharmacy is refused. */
  @ParameterizedTest
  @Tag("R-ACCT-04")
  @CsvSource({"FITNESS, none", "WELLNESS, none", "PUBLIC_HEALTH, none", "CARE, both"})
  void anAccountNeverPaysForFitness(Purpose purpose, String open) {
    Visit visit = outpatient(FROM).using(new AccountUse(purpose, Beneficiary.SELF));
    Eligibility eligibility =
        decide(visit, hospital("320600"), insured(InsuredKind.EMPLOYER, "320600", LONG_AGO));
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-ACCT-04", PERSONAL_ACCOUNT, eligibility);
    }
  }

  /** SH 24: past years' money only, for near relatives too; SZ 43; unsaid in Hainan. */
  @ParameterizedTest
  @Tag("R-ACCT-05")
  @CsvSource({
    "310000, 0.00,  SELF,          none",
    "310000, -0.01, SELF,          none",
    "310000, 0.01,  SELF,          account",
    "310000, 0.01,  NEAR_RELATIVE, account",
    "310000, 0.01,  SPOUSE,        account", // a near relative, too
    "320500, 0.00,  SELF,          account",
    "320500, 0.00,  SPOUSE,        none",
    "460000, 9.00,  SELF,          none",
  })
  void insuranceIsBoughtFromWhatTheAreaAllows(
      String area, String pastYears, Beneficiary whom, String open) {
    Enrolment enrolment =
        new Enrolment(
            InsuredKind.EMPLOYER,
            InsuredCategory.ACTIVE,
            area,
            LONG_AGO,
            Optional.empty(),
            Optional.of(LONG_AGO),
            List.of(),
            Money.parseYuan("500.00"),
            Money.parseYuan(pastYears),
            Map.of(),
            OptionalInt.empty());
    Visit visit = outpatient(FROM).using(new AccountUse(Purpose.INSURANCE, whom));
    Eligibility eligibility = decide(visit, hospital(area), enrolment);
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-ACCT-05", PERSONAL_ACCOUNT, eligibility);
    }
  }

  @ParameterizedTest
  @Tag("R-ACCT-06")
  @CsvSource({
    "320500, CRITICAL_ILLNESS_PREMIUM, account",
    "320500, LONG_TERM_CARE_PREMIUM,   account",
    "320500, RESIDENT_PREMIUM,         account",
    "310000, RESIDENT_PREMIUM,         none",
  })
  void premiumsArePaidWhereTheAreaSaysSo(String area, Purpose premium, String open) {
    Visit visit = outpatient(FROM).using(new AccountUse(premium, Beneficiary.SELF));
    Eligibility eligibility =
        decide(visit, hospital(area), insured(InsuredKind.EMPLOYER, area, LONG_AGO));
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      closedBy("R-ACCT-06", PERSONAL_ACCOUNT, eligibility);
    }
  }

  /** NT 22¶2: the retired alone, and for themselves; who works pays with the contributions. */
  @ParameterizedTest
  @Tag("R-ACCT-06")
  @CsvSource({
    "RETIRED, CRITICAL_ILLNESS_PREMIUM, SELF,   account",
    "RETIRED, CRITICAL_ILLNESS_PREMIUM, SPOUSE, none",
    "RETIRED, RESIDENT_PREMIUM,         SELF,   none",
    "ACTIVE,  CRITICAL_ILLNESS_PREMIUM, SELF,   none",
  })
  void inNantongTheRetiredPayTheirPremiumFromTheAccount(
      InsuredCategory category, Purpose premium, Beneficiary whom, String open) {
    Enrolment enrolment =
        new Enrolment(
            InsuredKind.EMPLOYER,
            category,
            "320600",
            LONG_AGO,
            Optional.empty(),
            Optional.of(LONG_AGO));
    Visit visit = outpatient(FROM).using(new AccountUse(premium, whom));
    Eligibility eligibility = decide(visit, hospital("320600"), enrolment);
    assertOpen(open, eligibility);
    if (open.equals("none")) {
      assertEquals("NT 22¶2", closedBy("R-ACCT-06", PERSONAL_ACCOUNT, eligibility).article());
    }
  }

  /** Hainan: spouse, parents and children; Shanghai says nothing for care. */
  @ParameterizedTest
  @Tag("R-ACCT-03")
  @CsvSource({
    "460000, SPOUSE, 2025-05-31, false",
    "460000, SPOUSE, 2025-06-01, true",
    "460000, SPOUSE, 2025-06-30, true",
    "460000, SPOUSE, 2025-07-01, false",
    "460000, OTHER,  2025-06-15, false",
    "320500, OTHER,  2025-06-15, true",
    "310000, SPOUSE, 2025-06-15, false",
  })
  void aRelativesAccountPaysWhereItIsBound(
      String area, Relation relation, LocalDate day, boolean open) {
    Entitlements bound =
        Entitlements.of(
            List.of(insured(InsuredKind.RESIDENT, area, LONG_AGO)),
            List.of(new FamilyBinding("P0000009", relation, FROM, Optional.of(TO))));
    Eligibility eligibility = decide(outpatient(day), hospital(area), bound);
    assertEquals(open, eligibility.open().contains(FAMILY_ACCOUNT));
    if (!open) {
      closedBy("R-ACCT-03", FAMILY_ACCOUNT, eligibility);
    }
  }

  @ParameterizedTest
  @Tag("R-ACCT-01")
  @CsvSource({"320500", "320600", "310000", "460000"})
  void aResidentHasNoAccount(String area) {
    Eligibility eligibility =
        decide(outpatient(FROM), hospital(area), insured(InsuredKind.RESIDENT, area, LONG_AGO));
    assertOpen("pool", eligibility);
    closedBy("R-ACCT-01", PERSONAL_ACCOUNT, eligibility);
  }
}
