package io.caresettle.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.TestCode;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.identity.RealNameVerdict.Compared;
import io.caresettle.identity.RealNameVerdict.Kind;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-ID-01, R-ID-02, R-ID-03, R-ID-05, R-ID-07. */
@Tag("R-ID-01")
@Tag("R-ID-02")
@Tag("R-ID-03")
@Tag("R-ID-05")
@Tag("R-ID-07")
class RealNameCheckTest {

  private static final String NAME = "测试甲";
  private static final String NUMBER = "329900198503120011";
  private static final String OTHER_NAME = "测试乙";
  private static final String OTHER_NUMBER = "329900196205070029";

  private static final Instant NOW = Instant.parse("2026-11-20T01:00:30Z");

  private static final Credential CODE =
      new TestCode(
          "CSTEST1.x.y",
          "TEST0001",
          Instant.parse("2026-11-20T01:00:00Z"),
          Instant.parse("2026-11-20T01:01:00Z"));

  @Test
  void aCardThatAgreesWithRollsAndRegistrationMakesAPatient() {
    Credential card = card(NAME, NUMBER);
    Patient patient = check(card, rolls(NAME, NUMBER), registered(NAME, NUMBER));
    assertEquals("P0000001", patient.personNumber());
    assertSame(card, patient.credential());
    RealNameVerdict verdict = patient.verdict();
    assertEquals(Kind.CARD, verdict.credential());
    assertEquals(
        List.of(
            Compared.CREDENTIAL_REGISTRATION,
            Compared.CREDENTIAL_ROLLS,
            Compared.ROLLS_REGISTRATION),
        verdict.agreed());
    assertFalse(verdict.byDelegate());
  }

  @Test
  void aCodeHasNothingButTheCentresAnswer() {
    Patient patient = check(CODE, rolls(NAME, NUMBER), registered(NAME, NUMBER));
    assertEquals(Kind.TEST_CODE, patient.verdict().credential());
    assertEquals(List.of(Compared.ROLLS_REGISTRATION), patient.verdict().agreed());
  }

  /** Each row: who stands on the card, on the rolls and in the registration; and which pairs. */
  @ParameterizedTest
  @CsvSource({
    "甲1, 甲1, 乙1, 'credential and registration: name; rolls and registration: name'",
    "甲1, 甲1, 甲2, 'credential and registration: number; rolls and registration: number'",
    "甲1, 甲1, 乙2, 'credential and registration: name and number;"
        + " rolls and registration: name and number'",
    "甲1, 乙1, 甲1, 'credential and the centre: name; rolls and registration: name'",
    "甲1, 甲2, 甲1, 'credential and the centre: number; rolls and registration: number'",
    "乙1, 甲1, 甲1, 'credential and registration: name; credential and the centre: name'",
    "甲2, 甲1, 甲1, 'credential and registration: number; credential and the centre: number'",
    "甲1, 甲2, 乙1, 'credential and registration: name; credential and the centre: number;"
        + " rolls and registration: name and number'",
    "码, 甲1, 乙1, 'rolls and registration: name'",
    "码, 甲1, 甲2, 'rolls and registration: number'",
    "码, 甲1, 乙2, 'rolls and registration: name and number'",
  })
  void everyPairThatDisagreesIsNamedAndNothingThatStandsThere(
      String credential, String rolls, String registration, String pairs) {
    Credential shown = credential.equals("码") ? CODE : card(name(credential), number(credential));
    CredentialRefused refused =
        refusal(
            shown,
            rolls(name(rolls), number(rolls)),
            registered(name(registration), number(registration)));
    assertEquals(Reason.NOT_THE_REGISTERED_PATIENT, refused.reason());
    String message = refused.toString();
    int named = 0;
    for (String pair : pairs.split("; *", -1)) {
      String[] where = pair.replace("the centre", "the centre's rolls").split(": ", -1);
      String what = where[1].contains(" and ") ? " differ" : " differs";
      assertTrue(message.contains(where[0] + ": " + where[1] + what), message);
      named++;
    }
    assertEquals(named, message.split(";", -1).length, message);
    for (String personal : List.of(NAME, OTHER_NAME, NUMBER, OTHER_NUMBER)) {
      assertFalse(message.contains(personal));
    }
  }

  private static String name(String who) {
    return who.startsWith("甲") ? NAME : OTHER_NAME;
  }

  private static String number(String who) {
    return who.endsWith("1") ? NUMBER : OTHER_NUMBER;
  }

  @Test
  void oneNameInTwoFormsOfUnicodeIsOneName() {
    String composed = "Z\u00FC";
    String decomposed = "Zu\u0308";
    Patient patient =
        check(card(decomposed, NUMBER), rolls(composed, NUMBER), registered(decomposed, NUMBER));
    assertEquals("Z*", patient.verdict().maskedName());
  }

  @Test
  void namesAreComparedExactly() {
    String dotted = "测试·甲";
    String otherDot = "测试•甲";
    assertEquals(
        Reason.NOT_THE_REGISTERED_PATIENT,
        refusal(card(dotted, NUMBER), rolls(dotted, NUMBER), registered(otherDot, NUMBER))
            .reason());
  }

  @Test
  void aCredentialThatWasReportedLostProvesNobody() {
    for (Credential shown : List.of(card(NAME, NUMBER), CODE)) {
      InsuredPerson lost = rolls(NAME, NUMBER, CredentialStanding.REPORTED_LOST);
      assertEquals(Reason.REPORTED_LOST, refusal(shown, lost, registered(NAME, NUMBER)).reason());
    }
  }

  @Test
  void anExpiredCredentialIsCalledByItsKind() {
    InsuredPerson expired = rolls(NAME, NUMBER, CredentialStanding.EXPIRED);
    Registration registration = registered(NAME, NUMBER);
    assertEquals(Reason.CARD_EXPIRED, refusal(card(NAME, NUMBER), expired, registration).reason());
    assertEquals(Reason.CODE_EXPIRED, refusal(CODE, expired, registration).reason());
  }

  @Test
  void aLostCredentialIsRefusedAsLostWhoeverShowsIt() {
    InsuredPerson lost = rolls(NAME, NUMBER, CredentialStanding.REPORTED_LOST);
    assertEquals(
        Reason.REPORTED_LOST,
        refusal(card(NAME, NUMBER), lost, registered(OTHER_NAME, OTHER_NUMBER)).reason());
  }

  @Test
  void aDelegateWithBothDocumentsMayBuy() {
    Registration registration = delegated(Optional.of(OTHER_NUMBER), Optional.of(NUMBER));
    Patient patient = check(card(NAME, NUMBER), rolls(NAME, NUMBER), registration);
    assertTrue(patient.verdict().byDelegate());
    assertTrue(patient.verdict().zh().contains("代办"));
    assertTrue(patient.verdict().en().contains("by a delegate"));
  }

  /** R-ID-05, the decision example: the son shows only his mother's card. */
  @Test
  void aDelegateWithoutBothDocumentsIsRefused() {
    assertDelegateRefused(Optional.empty(), Optional.of(NUMBER), "delegate's own");
    assertDelegateRefused(Optional.of(OTHER_NUMBER), Optional.empty(), "patient's document was");
    assertDelegateRefused(Optional.empty(), Optional.empty(), "delegate's own");
  }

  @Test
  void thePrincipalsDocumentMustBeThePatients() {
    assertDelegateRefused(
        Optional.of(OTHER_NUMBER), Optional.of("329900199602290045"), "not the registered");
  }

  @Test
  void oneDocumentCannotStandForTwoPersons() {
    assertDelegateRefused(Optional.of(NUMBER), Optional.of(NUMBER), "for both persons");
  }

  private static void assertDelegateRefused(
      Optional<String> own, Optional<String> principal, String why) {
    for (Credential shown : List.of(card(NAME, NUMBER), CODE)) {
      CredentialRefused refused = refusal(shown, rolls(NAME, NUMBER), delegated(own, principal));
      assertEquals(Reason.DELEGATE_DOCUMENTS_MISSING, refused.reason());
      assertTrue(refused.toString().contains(why), refused.toString());
      assertFalse(refused.toString().contains(NUMBER));
    }
  }

  @Test
  void documentsDoNotMendAMismatch() {
    Registration registration = delegated(Optional.of(OTHER_NUMBER), Optional.of(NUMBER));
    assertEquals(
        Reason.NOT_THE_REGISTERED_PATIENT,
        refusal(card(OTHER_NAME, OTHER_NUMBER), rolls(OTHER_NAME, OTHER_NUMBER), registration)
            .reason());
  }

  @Test
  @Tag("R-DATA-05")
  void theVerdictShowsMaskedDataOnly() {
    RealNameVerdict verdict =
        check(card(NAME, NUMBER), rolls(NAME, NUMBER), registered(NAME, NUMBER)).verdict();
    for (String shown : List.of(verdict.zh(), verdict.en(), verdict.toString())) {
      assertTrue(shown.contains("测**"), shown);
      assertTrue(shown.contains("329**************1"), shown);
      assertFalse(shown.contains(NAME));
      assertFalse(shown.contains(NUMBER));
    }
    assertTrue(verdict.zh().startsWith("实名核验通过"));
    assertTrue(verdict.zh().contains("R-ID-01"));
    assertTrue(verdict.en().contains("in person"));
  }

  private static Patient check(
      Credential credential, InsuredPerson person, Registration registration) {
    Presented shown = new Presented(credential, Purpose.PURCHASE, "counter 1");
    return new RealNameCheck(RealNameProfile.TEST, SwitchedRules.now(), () -> NOW)
        .decide(shown, person, registration)
        .orThrow();
  }

  private static CredentialRefused refusal(
      Credential credential, InsuredPerson person, Registration registration) {
    return assertThrows(CredentialRefused.class, () -> check(credential, person, registration));
  }

  private static Credential card(String name, String number) {
    return new SocialSecurityCard(
        "320500",
        "320500D15600000500000001FFFFFFFF",
        "A00000011",
        "3.00",
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2030, 1, 1),
        IdentityNumber.parse(number),
        PersonName.of(name),
        CardProof.PSAM);
  }

  private static InsuredPerson rolls(String name, String number) {
    return rolls(name, number, CredentialStanding.VALID);
  }

  private static InsuredPerson rolls(String name, String number, CredentialStanding standing) {
    return new InsuredPerson(
        "P0000001", PersonName.of(name), IdentityNumber.parse(number), standing);
  }

  private static Registration registered(String name, String number) {
    return new Registration("MZ0001", PersonName.of(name), IdentityNumber.parse(number));
  }

  private static Registration delegated(Optional<String> own, Optional<String> principal) {
    Delegate delegate =
        new Delegate(
            PersonName.of("测试子"),
            own.map(IdentityNumber::parse),
            principal.map(IdentityNumber::parse),
            "子女",
            "行动不便");
    return new Registration(
        "MZ0001", PersonName.of(NAME), IdentityNumber.parse(NUMBER), Optional.of(delegate));
  }
}
