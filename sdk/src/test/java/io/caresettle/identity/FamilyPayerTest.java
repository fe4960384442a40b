package io.caresettle.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.TestCode;
import io.caresettle.identity.FamilyBinding.Relation;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.money.Money;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R-ID-06: a relative pays from the account,")
@Tag("R-ID-06")
class FamilyPayerTest {

  private static final Instant TEN = Instant.parse("2026-11-20T02:00:00Z");
  private static final Credential CODE =
      new TestCode("CSTEST1.x.y", "TEST0001", TEN, TEN.plusSeconds(60));
  private static final PersonName CHILD = PersonName.of("测试丙");
  private static final IdentityNumber CHILDS_NUMBER = IdentityNumber.parse("329900201709180030");
  private static final Patient PATIENT =
      new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), () -> TEN)
          .decide(
              new Presented(CODE, Purpose.TREATMENT, "c-1"),
              new InsuredPerson("P0000003", CHILD, CHILDS_NUMBER, CredentialStanding.VALID),
              new Registration("V1", CHILD, CHILDS_NUMBER))
          .orThrow();

  private static FoundPayer found(String payer, String patient, CredentialStanding standing) {
    return new FoundPayer(
        new FamilyBinding(payer, Relation.PARENT, LocalDate.of(2024, 1, 1), Optional.empty()),
        patient,
        PersonName.of("测试甲"),
        standing,
        Optional.of(TEN).filter(at -> standing == CredentialStanding.REPORTED_LOST),
        new Money(100_000));
  }

  private static FamilyPayer check(Credential shown, FoundPayer found) {
    return checks(RealNameProfile.TEST).payer(shown, found, PATIENT);
  }

  private static RealNameCheck checks(RealNameProfile profile) {
    return new RealNameCheck(profile, SwitchedRules.now(), () -> TEN);
  }

  private static Reason refused(RealNameCheck check, Credential shown, FoundPayer found) {
    return assertThrows(CredentialRefused.class, () -> check.payer(shown, found, PATIENT)).reason();
  }

  private static FoundPayer good() {
    return found("P0000001", "P0000003", CredentialStanding.VALID);
  }

  private static FoundPayer documented(String number) {
    FoundPayer good = good();
    return new FoundPayer(
        good.binding(),
        good.patientNumber(),
        good.name(),
        Optional.of(IdentityNumber.parse(number)),
        good.standing(),
        good.lostSince(),
        good.accountBalance());
  }

  @Test
  @Tag("R-ID-02")
  @DisplayName("but not with a credential that nobody proved, or that ran out")
  void paysWithNothingUnproved() {
    RealNameCheck production = checks(RealNameProfile.PRODUCTION);
    LocalDate long0 = LocalDate.of(2030, 1, 1);
    assertEquals(
        Reason.CARD_NOT_PROVED, refused(production, card("测试甲", CardProof.NONE, long0), good()));
    assertEquals(Reason.TEST_CODE_OUTSIDE_TESTS, refused(production, CODE, good()));
    assertEquals(
        Reason.CARD_EXPIRED,
        refused(
            checks(RealNameProfile.TEST),
            card("测试甲", CardProof.PSAM, LocalDate.of(2026, 11, 19)),
            good()));
  }

  @Test
  @Tag("R-ID-07")
  @DisplayName("but not with a credential that was reported lost here")
  void paysWithNothingLostHere() {
    RealNameCheck check = checks(RealNameProfile.TEST);
    check.reportLost(card("测试甲"));
    assertEquals(Reason.REPORTED_LOST, refused(check, card("测试甲"), good()));
  }

  @Test
  @Tag("R-ID-04")
  @DisplayName("but not after three failures, however good the next one is")
  void paysNotAfterFailures() {
    RealNameCheck check = checks(RealNameProfile.TEST);
    for (int i = 0; i < 3; i++) {
      assertEquals(Reason.NOT_A_FAMILY_PAYER, refused(check, card("测试乙"), good()));
    }
    assertEquals(Reason.REPEATED_FAILURES, refused(check, CODE, good()));
  }

  @Test
  @DisplayName("and is the one whose number stands on the card, in whatever writing of the name")
  void bearsNameAndNumber() {
    check(card("测试甲"), documented("329900198503120011"));
    assertEquals(
        Reason.NOT_A_FAMILY_PAYER,
        refused(checks(RealNameProfile.TEST), card("测试甲"), documented("329900196205070029")));
    assertEquals(
        Reason.NAME_NOT_COMPARABLE, refused(checks(RealNameProfile.TEST), card("测?甲"), good()));
    FoundPayer good = good();
    check(
        card("测\u30FB甲"),
        new FoundPayer(
            good.binding(),
            good.patientNumber(),
            PersonName.of("测\u00B7甲"),
            good.standing(),
            good.lostSince(),
            good.accountBalance()));
  }

  private static Credential card(String name) {
    return card(name, CardProof.PSAM, LocalDate.of(2030, 1, 1));
  }

  private static Credential card(String name, CardProof proof, LocalDate validUntil) {
    return new SocialSecurityCard(
        "320500",
        "320500D15600000500000001FFFFFFFF",
        "A00000011",
        "3.00",
        LocalDate.of(2020, 1, 1),
        validUntil,
        IdentityNumber.parse("329900198503120011"),
        PersonName.of(name),
        proof);
  }

  @Test
  @DisplayName("and the cashier sees a masked name, the relation and the article")
  void pays() {
    FamilyPayer payer = check(card("测试甲"), found("P0000001", "P0000003", CredentialStanding.VALID));
    assertEquals("P0000001", payer.personNumber());
    assertEquals(new Money(100_000), payer.accountBalance());
    assertEquals("家庭共济支付人：测**（患者的父母），仅可使用个人账户（R-ID-06 HN 24¶4(2); SZ 16¶2）", payer.zh());
    assertTrue(payer.en().contains("(the patient's parent); the account only"), payer.en());
    assertFalse((payer + payer.en() + payer.zh()).contains("测试甲"));
  }

  /** Each row: payer and patient as the centre answers, and who stands on the card. */
  @ParameterizedTest(name = "but not {0} for {1} with the card of {2}")
  @CsvSource({
    "P0000001, P0000004, 测试甲",
    "P0000003, P0000003, 测试甲",
    "P0000001, P0000003, 测试乙",
  })
  void paysForNobodyElse(String payer, String patient, String onCard) {
    FoundPayer found = found(payer, patient, CredentialStanding.VALID);
    CredentialRefused refused =
        assertThrows(CredentialRefused.class, () -> check(card(onCard), found));
    assertEquals(Reason.NOT_A_FAMILY_PAYER, refused.reason());
  }

  @ParameterizedTest(name = "but not with a credential that is {0}")
  @CsvSource({"REPORTED_LOST, REPORTED_LOST", "EXPIRED, CODE_EXPIRED"})
  @Tag("R-ID-02")
  @Tag("R-ID-07")
  void paysWithNoBadCredential(CredentialStanding standing, Reason reason) {
    FoundPayer found = found("P0000001", "P0000003", standing);
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> check(CODE, found));
    assertEquals(reason, refused.reason());
    assertEquals(
        standing == CredentialStanding.REPORTED_LOST,
        String.valueOf(refused.getMessage()).contains("挂失时间 2026-11-20 10:00"));
  }
}
