package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_05;
import static io.caresettle.identity.People.NAME;
import static io.caresettle.identity.People.NUMBER;
import static io.caresettle.identity.People.OTHER_NUMBER;
import static io.caresettle.identity.People.card;
import static io.caresettle.identity.People.passed;
import static io.caresettle.identity.People.rolls;
import static io.caresettle.identity.People.stopped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.DocumentType;
import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.identity.Delegate.Authority;
import io.caresettle.problem.CredentialRefused.Reason;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-ID-05")
@DisplayName("R-ID-05: who acts for another shows both documents, and does what the text says")
class ActingForAnotherTest {

  /** Ten years old on the day of these stories. */
  private static final String CHILD = "32990020161120003X";

  private static final Optional<IdentityDocument> OWN =
      Optional.of(IdentityNumber.parse(OTHER_NUMBER));
  private static final Optional<IdentityDocument> PATIENTS =
      Optional.of(IdentityNumber.parse(NUMBER));

  private final People people = new People();

  @Test
  @DisplayName("a delegate buys medicine, and is not treated in the patient's place")
  void onlyBuys() {
    Delegate son = delegate(OWN, PATIENTS, "子女", Authority.ENTRUSTED);
    assertTrue(passed(decide(Purpose.PURCHASE, son)).verdict().byDelegate());
    stopped(R_ID_05, Reason.DELEGATE_MAY_ONLY_BUY, decide(Purpose.TREATMENT, son));
    stopped(R_ID_05, Reason.DELEGATE_MAY_ONLY_BUY, decide(Purpose.CARE_START, son));
  }

  @Test
  @DisplayName("a delegate may come with a passport")
  void byPassport() {
    Optional<IdentityDocument> passport =
        Optional.of(IdentityDocument.of(DocumentType.PASSPORT, "E12345678"));
    passed(decide(Purpose.PURCHASE, delegate(passport, PATIENTS, "朋友", Authority.ENTRUSTED)));
    stopped(
        R_ID_05,
        Reason.DELEGATE_DOCUMENTS_MISSING,
        decide(Purpose.PURCHASE, delegate(OWN, passport, "朋友", Authority.ENTRUSTED)));
  }

  @Test
  @DisplayName("relation and reason are recorded, or nothing is sold")
  void relation() {
    stopped(
        R_ID_05,
        Reason.DELEGATE_DOCUMENTS_MISSING,
        decide(Purpose.PURCHASE, delegate(OWN, PATIENTS, " ", Authority.ENTRUSTED)));
  }

  @Test
  @DisplayName("the guardian of somebody who cannot act comes with both documents, for anything")
  void guardian() {
    Authority by = Authority.GUARDIAN_OF_INCAPACITATED;
    Patient patient = passed(decide(Purpose.TREATMENT, delegate(OWN, PATIENTS, "配偶", by)));
    assertEquals(Optional.of(by), patient.verdict().delegate());
    stopped(
        R_ID_05,
        Reason.DELEGATE_DOCUMENTS_MISSING,
        decide(Purpose.TREATMENT, delegate(Optional.empty(), PATIENTS, "配偶", by)));
  }

  @Test
  @DisplayName("nobody is the guardian of a minor who is forty")
  void ofAge() {
    stopped(
        R_ID_05,
        Reason.NOT_A_MINOR,
        decide(Purpose.TREATMENT, delegate(OWN, PATIENTS, "父母", Authority.GUARDIAN_OF_MINOR)));
  }

  @Test
  @DisplayName("a mother comes with her child, and both documents")
  void minor() {
    Optional<IdentityDocument> childs = Optional.of(IdentityNumber.parse(CHILD));
    Delegate mother = delegate(OWN, childs, "母亲", Authority.GUARDIAN_OF_MINOR);
    passed(
        people.check.decide(
            new Presented(card(NAME, CHILD, CardProof.PSAM), Purpose.TREATMENT, "a"),
            rolls(NAME, CHILD),
            new Registration(
                "V1", PersonName.of(NAME), IdentityNumber.parse(CHILD), Optional.of(mother))));
  }

  private Decision decide(Purpose purpose, Delegate delegate) {
    return people.check.decide(
        new Presented(card(), purpose, "a"),
        rolls(),
        new Registration(
            "V1", PersonName.of(NAME), IdentityNumber.parse(NUMBER), Optional.of(delegate)));
  }

  private static Delegate delegate(
      Optional<IdentityDocument> own,
      Optional<IdentityDocument> principal,
      String relation,
      Authority authority) {
    return new Delegate(PersonName.of("测试子"), own, principal, relation, "行动不便", authority);
  }
}
