package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_01;
import static io.caresettle.identity.IdentityRule.R_ID_02;
import static io.caresettle.identity.IdentityRule.R_ID_03;
import static io.caresettle.identity.IdentityRule.R_ID_08;
import static io.caresettle.identity.People.NAME;
import static io.caresettle.identity.People.NUMBER;
import static io.caresettle.identity.People.OTHER_NAME;
import static io.caresettle.identity.People.OTHER_NUMBER;
import static io.caresettle.identity.People.at;
import static io.caresettle.identity.People.card;
import static io.caresettle.identity.People.passed;
import static io.caresettle.identity.People.registered;
import static io.caresettle.identity.People.rolls;
import static io.caresettle.identity.People.stopped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.Credential;
import io.caresettle.credential.DocumentType;
import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.NameMatch;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.identity.FaceResult.Answer;
import io.caresettle.problem.CredentialRefused.Reason;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What proves who is there, and what does not")
class CredentialsThatProveTest {

  private static final String REAL = "320500198503120011";

  private final People people = new People();
  private final RealNameCheck production =
      new RealNameCheck(RealNameProfile.PRODUCTION, SwitchedRules.now(), () -> people.now);

  @Test
  @Tag("R-ID-02")
  @DisplayName("R-ID-02: outside tests a card that nobody proved proves nobody")
  void unprovedCard() {
    Credential read = card(NAME, REAL, CardProof.NONE);
    Registration registration = registered("V1", NAME, REAL);
    stopped(
        R_ID_02,
        Reason.CARD_NOT_PROVED,
        production.decide(at("a", read), rolls(NAME, REAL), registration));
    passed(people.check.decide(at("a", read), rolls(NAME, REAL), registration));
  }

  @Test
  @Tag("R-ID-02")
  @DisplayName("R-ID-02: outside tests a test code proves nobody")
  void testCode() {
    TestCode code = new TestCode("CSTEST1.x.y", "T1", people.now, people.now.plusSeconds(60));
    stopped(
        R_ID_02,
        Reason.TEST_CODE_OUTSIDE_TESTS,
        production.decide(at("a", code), rolls(NAME, REAL), registered("V1", NAME, REAL)));
  }

  @Test
  @DisplayName("R-ID-02: nothing that a person typed is a credential, and no check takes one")
  void typedNumber() {
    assertFalse(Credential.class.isAssignableFrom(IdentityDocument.class));
    assertFalse(IdentityDocument.class.isAssignableFrom(Credential.class));
    Stream<Method> toPatient =
        Arrays.stream(RealNameCheck.class.getMethods())
            .filter(m -> m.getReturnType() == Patient.class || m.getReturnType() == Decision.class);
    assertEquals(
        1, toPatient.peek(m -> assertSame(Presented.class, m.getParameterTypes()[0])).count());
    assertEquals(0, Patient.class.getConstructors().length);
  }

  @Test
  @Tag("R-ID-01")
  @DisplayName("R-ID-01: outside tests a number of no division is nobody's")
  void unassignedDivision() {
    RealNameVerdict verdict =
        stopped(
            R_ID_01,
            Reason.DOCUMENT_NOT_PLAUSIBLE,
            production.decide(at("a", card()), rolls(), registered("V1")));
    assertTrue(verdict.zh().startsWith("实名核验未通过"));
  }

  @Test
  @Tag("R-ID-01")
  @DisplayName("R-ID-01: a placeholder in a name is told as such, and who can mend it")
  void placeholder() {
    RealNameVerdict verdict =
        stopped(
            R_ID_01,
            Reason.NAME_NOT_COMPARABLE,
            people.check.decide(at("a", People.CODE), rolls("测?甲", NUMBER), registered("V1")));
    assertTrue(verdict.en().contains("placeholder"), verdict.en());
  }

  @Test
  @Tag("R-ID-01")
  @DisplayName("R-ID-01: a number of another kind of document is another document")
  void otherKind() {
    Registration permit =
        new Registration(
            "V1", PersonName.of(NAME), IdentityDocument.of(DocumentType.TAIWAN_PERMIT, "12345678"));
    RealNameVerdict verdict =
        stopped(
            R_ID_01,
            Reason.NOT_THE_REGISTERED_PATIENT,
            people.check.decide(at("a", People.CODE), rolls(), permit));
    assertTrue(verdict.en().contains("document kind differs"), verdict.en());
  }

  @Test
  @DisplayName("the verdict says on which rule of writing a match rests")
  void basis() {
    Patient patient =
        passed(
            people.check.decide(
                at("a", People.CODE),
                rolls("测试\u00B7甲", NUMBER),
                registered("V1", "测试\u30FB甲", NUMBER)));
    assertEquals(NameMatch.DOT, patient.verdict().namesBy());
    assertTrue(patient.verdict().zh().contains("间隔号写法一致"));
  }

  @Test
  @Tag("R-ID-03")
  @DisplayName("R-ID-03: a face that does not agree stops, whatever else agrees")
  void face() {
    stopped(
        R_ID_03,
        Reason.FACE_NOT_THE_HOLDER,
        people.check.decide(
            at("a", card()).with(face(Answer.NOT_SAME)), rolls(), registered("V1")));
    for (Answer answer : new Answer[] {Answer.SAME, Answer.UNCERTAIN}) {
      Patient patient =
          passed(
              people.check.decide(at("a", card()).with(face(answer)), rolls(), registered("V1")));
      assertTrue(patient.verdict().zh().contains(answer.zh()));
    }
    assertTrue(passed(people.good("a", "V1")).verdict().zh().contains("未做人脸比对"));
  }

  private FaceResult face(Answer answer) {
    return new FaceResult("F-1", answer, OptionalInt.of(500), people.now);
  }

  @Test
  @Tag("R-ID-08")
  @DisplayName("R-ID-08: long-term care asks at its start and at its end, as a hospital does")
  void longTermCare() {
    Presented start = new Presented(card(), Purpose.CARE_START, "a");
    Decision wrong =
        people.check.decide(start, rolls(), registered("V1", OTHER_NAME, OTHER_NUMBER));
    assertFalse(wrong.verdict().passed());
    Patient cared = passed(people.check.decide(start, rolls(), registered("V1")));
    passed(people.check.decide(start.endOfCareOf(cared), rolls(), registered("V1")));
  }

  @Test
  @Tag("R-ID-08")
  @DisplayName("R-ID-08: care ends with whom it began, at the same visit")
  void anotherAtTheEnd() {
    Presented start = new Presented(card(), Purpose.CARE_START, "a");
    Patient cared = passed(people.check.decide(start, rolls(), registered("V1")));
    Presented another =
        new Presented(card(OTHER_NAME, OTHER_NUMBER, CardProof.PSAM), Purpose.CARE_START, "a")
            .endOfCareOf(cared);
    stopped(
        R_ID_08,
        Reason.NOT_THE_SAME_AS_AT_START,
        people.check.decide(
            another, rolls(OTHER_NAME, OTHER_NUMBER), registered("V1", OTHER_NAME, OTHER_NUMBER)));
    stopped(
        R_ID_08,
        Reason.NOT_THE_SAME_AS_AT_START,
        people.check.decide(start.endOfCareOf(cared), rolls(), registered("V2")));
    Patient treated =
        passed(
            people.check.decide(
                new Presented(card(), Purpose.TREATMENT, "a"), rolls(), registered("V2")));
    stopped(
        R_ID_08,
        Reason.NOT_THE_SAME_AS_AT_START,
        people.check.decide(start.endOfCareOf(treated), rolls(), registered("V2")));
    stopped(
        R_ID_08,
        Reason.NOT_THE_SAME_AS_AT_START,
        people.check.decide(
            new Presented(card(), Purpose.CARE_END, "a", Optional.empty(), Optional.empty()),
            rolls(),
            registered("V3")));
  }
}
