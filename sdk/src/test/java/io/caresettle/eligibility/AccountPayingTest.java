package io.caresettle.eligibility;

import static io.caresettle.eligibility.Verdicts.institution;
import static io.caresettle.eligibility.Verdicts.outpatient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.eligibility.AccountUse.Beneficiary;
import io.caresettle.eligibility.AccountUse.Purpose;
import io.caresettle.eligibility.AccountVerdict.Payable;
import io.caresettle.eligibility.AccountVerdict.Refused;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.money.Money;
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

@DisplayName("What an account pays besides care")
class AccountPayingTest {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

  /** An account of 1000 yuan, 400 of them from past years. */
  private static AccountVerdict ask(
      String area, Purpose purpose, Beneficiary whom, String product, String yuan) {
    Enrolment employee =
        new Enrolment(
            InsuredKind.EMPLOYER,
            InsuredCategory.ACTIVE,
            area,
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            Optional.of(LocalDate.of(2020, 1, 1)),
            List.of(),
            Money.parseYuan("1000.00"),
            Money.parseYuan("400.00"),
            Map.of(),
            OptionalInt.empty());
    return Verdicts.check()
        .payFromAccount(
            Verdicts.PATIENT,
            outpatient(DAY),
            institution(Kind.HOSPITAL, area, Grade.A),
            Entitlements.of(List.of(employee)),
            new AccountPayment(new AccountUse(purpose, whom), product, Money.parseYuan(yuan)),
            Set.of("HMB-1"));
  }

  /** SZ 43: any balance, for oneself. SH 24: past years' money, for near relatives too. */
  @ParameterizedTest
  @Tag("R-ACCT-05")
  @CsvSource({
    "320500, SELF,   HMB-1, 1000.00, any",
    "320500, SELF,   HMB-1, 1000.01, refused",
    "320500, PARENT, HMB-1, 69.00,   refused",
    "320500, SELF,   OTHER, 69.00,   refused",
    "310000, SELF,   HMB-1, 400.00,  past-years",
    "310000, PARENT, HMB-1, 400.00,  past-years",
    "310000, SELF,   HMB-1, 400.01,  refused",
    "320600, SELF,   HMB-1, 69.00,   refused",
  })
  void buysTheInsuranceThatTheAreaAllows(
      String area, Beneficiary whom, String product, String yuan, String how) {
    AccountVerdict verdict = ask(area, Purpose.INSURANCE, whom, product, yuan);
    if (how.equals("refused")) {
      assertEquals("R-ACCT-05", assertInstanceOf(Refused.class, verdict).rule());
    } else {
      assertEquals(
          how.equals("past-years"), assertInstanceOf(Payable.class, verdict).pastYearsOnly());
    }
  }

  /** SZ 16¶3: for oneself and the family; what an area does not say, it does not pay. */
  @ParameterizedTest
  @Tag("R-ACCT-06")
  @CsvSource({
    "320500, RESIDENT_PREMIUM,         CHILD, 400.00,  true",
    "320500, LONG_TERM_CARE_PREMIUM,   SELF,  100.00,  true",
    "320500, CRITICAL_ILLNESS_PREMIUM, SELF,  1000.01, false",
    "310000, RESIDENT_PREMIUM,         CHILD, 400.00,  false",
    "320600, RESIDENT_PREMIUM,         CHILD, 400.00,  false",
  })
  void paysThePremiumsThatTheAreaAllows(
      String area, Purpose purpose, Beneficiary whom, String yuan, boolean pays) {
    AccountVerdict verdict = ask(area, purpose, whom, "", yuan);
    if (pays) {
      assertInstanceOf(Payable.class, verdict);
    } else {
      assertEquals("R-ACCT-06", assertInstanceOf(Refused.class, verdict).rule());
    }
  }

  /** NT 37: wherever, whatever it costs. */
  @ParameterizedTest
  @Tag("R-ACCT-04")
  @CsvSource({"320600, FITNESS", "320500, WELLNESS", "310000, PUBLIC_HEALTH"})
  void paysNoGymAndNoWellness(String area, Purpose purpose) {
    AccountVerdict verdict = ask(area, purpose, Beneficiary.SELF, "GYM-1", "10.00");
    assertEquals("R-ACCT-04", assertInstanceOf(Refused.class, verdict).rule());
  }

  @Test
  void careIsSettledAndNotPaidForLikeAPremium() {
    Money amount = Money.parseYuan("1.00");
    assertThrows(
        IllegalArgumentException.class, () -> new AccountPayment(AccountUse.CARE, "", amount));
  }
}
