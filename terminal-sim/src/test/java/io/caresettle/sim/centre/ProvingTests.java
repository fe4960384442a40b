package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.PHARMACY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.wire.AuthenticateCard;
import io.caresettle.protocol.wire.AuthenticateCardAnswer;
import io.caresettle.protocol.wire.CardChallenge;
import io.caresettle.protocol.wire.CardCredential;
import io.caresettle.protocol.wire.CardFacts;
import io.caresettle.protocol.wire.CardVerdict;
import io.caresettle.protocol.wire.CardVerdict.Finding;
import io.caresettle.protocol.wire.ConfirmCard;
import io.caresettle.protocol.wire.ConfirmCardAnswer;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A card that the centre proves itself")
class ProvingTests {

  private static final ByteString ASKED_BY_CARD = bytes("0F1E2D3C4B5A6978");
  private static final ByteString WRONG = bytes("0000000000000000");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private final KeyDevice device = new KeyDevice();
  private CentreDesk desk;
  private TestTill till;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  private static CardFacts facts(String person) {
    return KeyDeviceTests.facts(CardFacts.Cipher.SM4, card(person).getCardIdentifier()).toBuilder()
        .setCardNumber(card(person).getCardNumber())
        .build();
  }

  private static CardCredential card(String number) {
    Rolls.Person person = Rolls.ofResources().person(number).orElseThrow();
    return CardCredential.newBuilder()
        .setCardIdentifier(person.card().identifier())
        .setCardNumber(person.card().number())
        .setIssuingArea(person.card().area())
        .setIdentityNumber(person.identity())
        .build();
  }

  private static AuthenticateCard.Builder shown(String request, CardFacts card) {
    return AuthenticateCard.newBuilder()
        .setRequestId(request)
        .setVisitNumber("V1")
        .setTerminalSlot(1)
        .setOperator("op-1")
        .setCard(card);
  }

  private AuthenticateCardAnswer ask(AuthenticateCard.Builder shown) {
    return TestTill.parse(
        AuthenticateCardAnswer.parser(),
        till.exchange(MessageType.AUTHENTICATE_CARD, till.nextId(), shown.build()));
  }

  private CardChallenge asked(String request, CardFacts card) {
    AuthenticateCardAnswer answer = ask(shown(request, card));
    assertTrue(answer.hasChallenge(), () -> answer.getRefusal().getCode());
    return answer.getChallenge();
  }

  /** What a genuine card answers. */
  private ByteString answer(CardFacts card, CardChallenge challenge) {
    return ByteString.copyFrom(
        device.authentication(
            card,
            KeyDevice.Root.IRK,
            challenge.getProcessFactor().toByteArray(),
            challenge.getOriginal().toByteArray()));
  }

  private static ConfirmCardAnswer confirm(
      TestTill from, String request, String id, ByteString answer) {
    ConfirmCard confirm =
        ConfirmCard.newBuilder()
            .setRequestId(request)
            .setAuthenticationId(id)
            .setCardAnswer(answer)
            .setCardChallenge(ASKED_BY_CARD)
            .build();
    return TestTill.parse(
        ConfirmCardAnswer.parser(),
        from.exchange(MessageType.CONFIRM_CARD, from.nextId(), confirm));
  }

  private CardVerdict proved(String person) {
    CardFacts card = facts(person);
    CardChallenge challenge = asked("q-" + person, card);
    ConfirmCardAnswer answer =
        confirm(till, "c-" + person, challenge.getAuthenticationId(), answer(card, challenge));
    assertTrue(answer.hasVerdict(), () -> answer.getRefusal().getCode());
    return answer.getVerdict();
  }

  private static void assertRefused(Reason reason, ConfirmCardAnswer answer) {
    assertEquals(reason.name(), answer.getRefusal().getCode());
  }

  @ParameterizedTest
  @EnumSource(
      value = CardFacts.Cipher.class,
      names = {"DES", "SM4"})
  @DisplayName("is genuine by its answer, and only then is told what opens it")
  void genuine(CardFacts.Cipher cipher) {
    CardFacts card = facts("P0000001").toBuilder().setCipher(cipher).build();
    CardChallenge challenge = asked("q", card);
    CardVerdict verdict =
        confirm(till, "c", challenge.getAuthenticationId(), answer(card, challenge)).getVerdict();
    assertEquals(Finding.GENUINE, verdict.getFinding());
    byte[] opens =
        device.authentication(
            card,
            KeyDevice.Root.RKSSSE,
            ASKED_BY_CARD.toByteArray(),
            verdict.getCryptogram().getOriginal().toByteArray());
    assertEquals(ByteString.copyFrom(opens), verdict.getCryptogram().getCryptogram());
  }

  @Test
  @DisplayName("with a wrong key is not genuine, and gets no cryptogram to study")
  void notGenuine() {
    CardChallenge challenge = asked("q", facts("P0000001"));
    CardVerdict verdict = confirm(till, "c", challenge.getAuthenticationId(), WRONG).getVerdict();
    assertEquals(Finding.NOT_GENUINE, verdict.getFinding());
    assertFalse(verdict.hasCryptogram());
  }

  @Test
  @DisplayName(
      "with a genuine chip, but another card's identifier, is not genuine and opens nothing")
  void anotherCardsIdentifier() {
    CardFacts claimed =
        facts("P0000002").toBuilder()
            .setHistoricalBytes(facts("P0000001").getHistoricalBytes())
            .build();
    CardChallenge challenge = asked("q", claimed);
    String id = challenge.getAuthenticationId();
    CardVerdict verdict = confirm(till, "c", id, answer(claimed, challenge)).getVerdict();
    assertEquals(Finding.NOT_GENUINE, verdict.getFinding());
    assertFalse(verdict.hasCryptogram());
    assertNotProved(
        till.lookUp("V1", card("P0000002").toBuilder().setAuthenticationId(id).build()));
  }

  @Test
  @DisplayName("is found lost or blocked only when it is genuine, and is not opened then")
  void lostOrBlocked() {
    CardVerdict lost = proved("P0000005");
    assertEquals(Finding.LOST, lost.getFinding());
    assertFalse(lost.hasCryptogram());
    desk.blockCard(card("P0000001").getCardIdentifier());
    CardVerdict blocked = proved("P0000001");
    assertEquals(Finding.BLOCKED, blocked.getFinding());
    assertFalse(blocked.hasCryptogram());
    CardChallenge challenge = asked("q", facts("P0000001"));
    CardVerdict copy = confirm(till, "c", challenge.getAuthenticationId(), WRONG).getVerdict();
    assertEquals(Finding.NOT_GENUINE, copy.getFinding());
  }

  @Test
  @DisplayName("is asked something new each time, and the same when the answer was lost")
  void challenges() {
    CardChallenge first = asked("q-1", facts("P0000001"));
    assertEquals(first, asked("q-1", facts("P0000001")));
    CardChallenge second = asked("q-2", facts("P0000001"));
    assertNotEquals(first.getProcessFactor(), second.getProcessFactor());
    assertNotEquals(first.getOriginal(), second.getOriginal());
    assertEquals("REQUEST_ID_REUSED", ask(shown("q-1", facts("P0000002"))).getRefusal().getCode());
    assertRefused(
        Reason.AUTHENTICATION_UNKNOWN, confirm(till, "c", "A0", answer(facts("P0000001"), first)));
  }

  @Test
  @DisplayName("gets one verdict, as often as the same request asks, also after a restart")
  void repeated() {
    CardFacts card = facts("P0000001");
    CardChallenge challenge = asked("q", card);
    String id = challenge.getAuthenticationId();
    ConfirmCardAnswer first = confirm(till, "c", id, answer(card, challenge));
    desk.close();
    open();
    clock.advance(Duration.ofMinutes(2));
    assertEquals(first, confirm(till, "c", id, answer(card, challenge)));
    assertRefused(Reason.AUTHENTICATION_USED, confirm(till, "c", id, WRONG));
    assertRefused(Reason.AUTHENTICATION_USED, confirm(till, "c-2", id, answer(card, challenge)));
  }

  @Test
  @DisplayName("cannot guess: a wrong answer is the only one there is")
  void oneTry() {
    CardFacts card = facts("P0000001");
    CardChallenge challenge = asked("q", card);
    String id = challenge.getAuthenticationId();
    confirm(till, "c", id, WRONG);
    assertRefused(Reason.AUTHENTICATION_USED, confirm(till, "c-2", id, answer(card, challenge)));
  }

  @Test
  @DisplayName("is proved to the terminal that was given the question, and to no other")
  void foreignTerminal() {
    CardFacts card = facts("P0000001");
    CardChallenge challenge = asked("q", card);
    String id = challenge.getAuthenticationId();
    ByteString answer = answer(card, challenge);
    assertRefused(
        Reason.AUTHENTICATION_UNKNOWN, confirm(till.withOtherKeys("TERMINAL-2"), "c", id, answer));
    assertRefused(
        Reason.AUTHENTICATION_UNKNOWN, confirm(new TestTill(desk, PHARMACY), "c", id, answer));
    assertEquals(Finding.GENUINE, confirm(till, "c", id, answer).getVerdict().getFinding());
  }

  @Test
  @DisplayName("answers within a minute or is asked anew")
  void late() {
    CardFacts card = facts("P0000001");
    CardChallenge challenge = asked("q", card);
    clock.advance(Duration.ofMinutes(1));
    assertRefused(
        Reason.AUTHENTICATION_EXPIRED,
        confirm(till, "c", challenge.getAuthenticationId(), answer(card, challenge)));
  }

  @Test
  @DisplayName("is looked up by that proof at its visit, by its terminal, while it holds")
  void lookedUp() {
    String id = proved("P0000001").getAuthenticationId();
    CardCredential card = card("P0000001").toBuilder().setAuthenticationId(id).build();
    LookUpAnswer found = till.lookUp("V1", card);
    assertEquals("测试甲", found.getPerson().getName());
    assertNotProved(till.lookUp("V2", card));
    assertNotProved(till.withOtherKeys("TERMINAL-2").lookUp("V1", card));
    assertNotProved(
        till.lookUp("V1", card("P0000002").toBuilder().setAuthenticationId(id).build()));
    clock.advance(Duration.ofMinutes(30));
    assertEquals("CARD_PROOF_EXPIRED", till.lookUp("V1", card).getRefusal().getCode());
  }

  @Test
  @DisplayName("that did not prove genuine is looked up by nobody")
  void notLookedUp() {
    CardChallenge challenge = asked("q", facts("P0000001"));
    String id = challenge.getAuthenticationId();
    CardCredential card = card("P0000001").toBuilder().setAuthenticationId(id).build();
    assertNotProved(till.lookUp("V1", card));
    confirm(till, "c", id, WRONG);
    assertNotProved(till.lookUp("V1", card));
  }

  @Test
  @DisplayName("and is said to be so is not looked up without the proof's id")
  void noWordWithoutProof() {
    CardCredential.Builder card = card("P0000001").toBuilder();
    assertNotProved(till.lookUp("V1", card.setProof(CardCredential.Proof.CENTRE).build()));
    assertTrue(till.lookUp("V1", card.setProof(CardCredential.Proof.PSAM).build()).hasPerson());
  }

  @Test
  @DisplayName("or a security module, is looked up by nobody while its issuer has blocked it")
  void blockedWhoeverProvedIt() {
    String id = proved("P0000001").getAuthenticationId();
    CardCredential card = card("P0000001");
    desk.blockCard(card.getCardIdentifier());
    assertEquals("CARD_BLOCKED", till.lookUp("V1", card).getRefusal().getCode());
    CardCredential proved = card.toBuilder().setAuthenticationId(id).build();
    assertEquals("CARD_BLOCKED", till.lookUp("V1", proved).getRefusal().getCode());
  }

  private static void assertNotProved(LookUpAnswer answer) {
    assertEquals("CARD_NOT_PROVED", answer.getRefusal().getCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"32050", "320500D15600000500000001FFFFFFF", ""})
  @DisplayName("tells who it is, or is asked nothing")
  void malformed(String identifier) {
    CardFacts card = facts("P0000001").toBuilder().setCardIdentifier(identifier).build();
    assertEquals("MALFORMED", ask(shown("q", card)).getRefusal().getCode());
    CardFacts ssf33 = facts("P0000001").toBuilder().setCipher(CardFacts.Cipher.SSF33).build();
    assertEquals("CARD_CIPHER", ask(shown("q", ssf33)).getRefusal().getCode());
  }
}
