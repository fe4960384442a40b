package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.CardConfirmation;
import io.caresettle.centre.CardVerdict.Finding;
import io.caresettle.centre.CodeRequest;
import io.caresettle.credential.CardProof;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.CodeUse.Business;
import io.caresettle.credential.CodeUse.Department;
import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.Authenticator.CardFacts;
import io.caresettle.credential.card.Block8;
import io.caresettle.credential.card.CardAlgorithm;
import io.caresettle.identity.Registration;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the centre itself finds of a credential")
@Timeout(150)
class CentreProofsTest {

  private static final NationalCode CODE = new NationalCode("1234567890123456789012345678");
  private static final String IDENTIFIER = "320500D15600000500000001FFFFFFFF";
  private static final CardFacts FACTS =
      new CardFacts(
          CardAlgorithm.SM4, "3.00", IDENTIFIER, "A00000011", "00815445538600320500000001");
  private static final Optional<Block8> ASKED = Optional.of(new Block8(9));

  private Till till;

  @BeforeEach
  void open(@TempDir Path folder) {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private static Registration registered(String visit) {
    return new Registration(
        visit, PersonName.of("测试甲"), IdentityNumber.parse("329900198503120011"));
  }

  private void identify(Credential shown, String visit) {
    var unused = till.counter.identify(shown, registered(visit));
  }

  private static SocialSecurityCard card(String identifier, CardProof proof) {
    return new SocialSecurityCard(
        "320500",
        identifier,
        "A00000011",
        "3.00",
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2030, 1, 1),
        IdentityNumber.parse("329900198503120011"),
        PersonName.of("测试甲"),
        proof);
  }

  private Optional<Authenticator.Opening> prove(String visit) {
    return till.counter.authenticator(visit).begin(FACTS).judge(new Block8(8), ASKED);
  }

  @Test
  void aNationalCodeIsBoundFirstAndLookedUpByItsBindingOnly() {
    identify(CODE, "V1");
    CodeRequest asked = till.centre.desk().codes().get(0);
    assertEquals(CODE, asked.code());
    assertEquals("V1", asked.asking().visitNumber());
    assertEquals(7, asked.asking().terminalSlot());
    assertEquals("op-7", asked.asking().operator());
    assertEquals(Till.INSTITUTION, asked.asking().institutionCode());
    assertEquals(Business.SETTLEMENT, asked.use().business());
    assertEquals(List.of("lookUp V1 binding-0"), till.centre.calls("lookUp"));
  }

  @Test
  void theRequestFollowsFromVisitAndCodeWhateverTheCodeIsShownForAndWhoeverRestarts() {
    identify(CODE, "V1");
    CodeUse registration =
        new CodeUse(Business.REGISTRATION, Optional.of(new Department("D1", "内科")), true);
    till.restart();
    var unused =
        till.counter.identify(CODE, registered("V1"), registration, Duration.ofSeconds(30));
    List<CodeRequest> asked = till.centre.desk().codes();
    assertEquals(asked.get(0).requestId(), asked.get(1).requestId());
    assertEquals(registration, asked.get(1).use());
    identify(CODE, "V2");
    identify(new NationalCode("other"), "V1");
    asked = till.centre.desk().codes();
    assertNotEquals(asked.get(0).requestId(), asked.get(2).requestId());
    assertNotEquals(asked.get(0).requestId(), asked.get(3).requestId());
    assertFalse(asked.get(0).requestId().contains(CODE.text()));
  }

  @Test
  void aCodeWhoseBindingNobodyHeardOfIsNotLookedUp() {
    till.centre.desk().setAnswering(false);
    assertThrows(CentreUnreachable.class, () -> identify(CODE, "V1"));
    assertEquals(List.of(), till.centre.calls("lookUp"));
    till.centre.desk().setAnswering(true);
    identify(CODE, "V1");
    assertEquals(List.of("lookUp V1 binding-0"), till.centre.calls("lookUp"));
  }

  @ParameterizedTest
  @CsvSource({
    "CODE_BOUND, CODE_BOUND_TO_ANOTHER_VISIT",
    "CODE_EXPIRED, CODE_EXPIRED",
    "BINDING_EXPIRED, CODE_EXPIRED",
    "CODE_UNKNOWN, UNKNOWN_TO_CENTRE"
  })
  void aCodeThatTheCentreRefusesIsTheTurnOfWhoeverShowedIt(String code, Reason reason) {
    till.centre.desk().refuse(code);
    assertEquals(
        reason, assertThrows(CredentialRefused.class, () -> identify(CODE, "V1")).reason());
    assertEquals(List.of(), till.centre.calls("lookUp"));
  }

  @Test
  void aCardThatTheCentreProvedIsLookedUpByThatProofAtThatVisit() {
    assertTrue(prove("V1").isPresent());
    identify(card(IDENTIFIER, CardProof.CENTRE), "V1");
    identify(card(IDENTIFIER, CardProof.PSAM), "V1");
    assertEquals(List.of("lookUp V1 auth-1", "lookUp V1"), till.centre.calls("lookUp"));
  }

  @Test
  void aCardThatTheCentreProvedElsewhereOrNeverIsNotLookedUpHere() {
    assertNotProved(card(IDENTIFIER, CardProof.CENTRE), "V1");
    assertTrue(prove("V1").isPresent());
    assertNotProved(card(IDENTIFIER, CardProof.CENTRE), "V2");
    assertNotProved(card("320500D15600000500000002FFFFFFFF", CardProof.CENTRE), "V1");
    assertEquals(List.of(), till.centre.calls("lookUp"));
  }

  private void assertNotProved(Credential shown, String visit) {
    assertEquals(
        Reason.CARD_NOT_PROVED,
        assertThrows(CredentialRefused.class, () -> identify(shown, visit)).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "CARD_NOT_PROVED, CARD_NOT_PROVED",
    "CARD_PROOF_EXPIRED, CARD_NOT_PROVED",
    "CARD_BLOCKED, CARD_BLOCKED"
  })
  void aProofThatTheCentreDoesNotTakeIsTheTurnOfWhoeverShowedTheCard(String code, Reason reason) {
    till.centre.desk().refuse(code);
    assertEquals(reason, assertThrows(CredentialRefused.class, () -> prove("V1")).reason());
  }

  @Test
  void whatOpensACardIsAskedForWithItsAnswerAndUnderAnIdOfItsOwn() {
    var unused = prove("V1");
    CardConfirmation first = till.centre.desk().confirmations().get(0);
    assertEquals("auth-1", first.authenticationId());
    assertEquals(new Block8(8), first.answerOfCard());
    assertEquals(ASKED, first.cardChallenge());
    assertEquals(FACTS, till.centre.desk().cards().get(0).card());
    assertNotEquals(first.requestId(), till.centre.desk().cards().get(0).requestId());
  }

  @ParameterizedTest
  @CsvSource({"NOT_GENUINE, CARD_NOT_GENUINE", "BLOCKED, CARD_BLOCKED", "LOST, REPORTED_LOST"})
  void aCardThatIsNoGoodIsRefusedAndItsProofForgotten(Finding finding, Reason reason) {
    till.centre.desk().find(finding);
    assertEquals(reason, assertThrows(CredentialRefused.class, () -> prove("V1")).reason());
    assertNotProved(card(IDENTIFIER, CardProof.CENTRE), "V1");
    assertEquals(List.of(), till.centre.calls("lookUp"));
    // The centre's own finding first, then that nothing proves the card.
    List<Act> verdicts = till.kept(ActKind.REAL_NAME_VERDICT);
    assertEquals(List.of("V1", "V1"), verdicts.stream().map(Act::visitNumber).toList());
    assertEquals(reason.name(), ActBody.read(verdicts.get(0).body()).get("reason"));
  }

  @Test
  void aCipherThatTheCentreDoesNotHaveIsAnUnsupportedCard() {
    till.centre.desk().refuse("CARD_CIPHER");
    assertEquals(
        Reason.CARD_UNSUPPORTED, assertThrows(CredentialRefused.class, () -> prove("V1")).reason());
  }

  @Test
  void theCentresTimeIsKnownFromSignInOnAndPassesWhateverTheWallClockDoes() {
    till.centre.setReachable(false);
    till.restart();
    assertEquals(Optional.empty(), till.terminal.centreTime());
    till.centre.setReachable(true);
    Instant then = till.clock.instant();
    till.terminal.signIn();
    assertEquals(Optional.of(then), till.terminal.centreTime());
    till.clock.set(Duration.ofHours(3));
    assertEquals(Optional.of(then), till.terminal.centreTime());
    till.clock.advance(Duration.ofMinutes(2));
    assertEquals(Optional.of(then.plus(Duration.ofMinutes(2))), till.terminal.centreTime());
  }
}
