package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.CardAlgorithm;
import io.caresettle.credential.card.CardPins;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardWithPin;
import io.caresettle.credential.card.MeantCard;
import io.caresettle.credential.card.Pin;
import io.caresettle.credential.card.PinCounter;
import io.caresettle.credential.card.PinOutcome;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A virtual card is inserted at a counter")
@Timeout(180)
class CardReadingTests {

  private static final MeantCard JIA =
      new MeantCard("320500D15600000500000001FFFFFFFF", "A00000011");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final CardReader reader = new CardReader();
  private final Authenticator psam = new PsamAuthenticator(VirtualPsam.withTestRoots());

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ceshi-jia, 测试甲, 329900198503120011, A00000011",
    "ceshi-yi, 测试乙, 329900196205070029, A0000002X",
    "ceshi-bing, 测试丙, 329900201709180030, A00000038",
    "ceshi-ding, 测试丁, 329900199602290045, A00000046",
    "ceshi-yi-2, 测试乙, 329900196205070029, A00000054"
  })
  void everyInventedHolderIsRead(String file, String name, String identityNumber, String number) {
    VirtualCard card = new VirtualCard(CardFile.bundled(file));
    SocialSecurityCard read = read(card);
    assertEquals(name, read.name().reveal());
    assertEquals(identityNumber, read.identityNumber().reveal());
    assertEquals(number, read.cardNumber());
    assertFalse(card.holdsRights());
  }

  @Test
  void aCardPulledOutAtAnyMomentIsReportedAndTheNextPatientsCardIsRead() {
    VirtualCard whole = card();
    read(whole);
    int commands = whole.commandsReceived();
    assertTrue(commands >= 16, "a whole read takes " + commands);
    for (int n = 0; n < commands; n++) {
      VirtualCard pulled = card();
      pulled.removeAfter(n);
      assertFault(DeviceFault.Kind.CARD_REMOVED, pulled);
      assertFalse(pulled.holdsRights());
      assertEquals("A0000002X", read(new VirtualCard(CardFile.bundled("ceshi-yi"))).cardNumber());
      pulled.insert();
      assertEquals("A00000011", read(pulled).cardNumber());
    }
  }

  @Test
  void anAnswerGarbledAtAnyMomentIsNeverTakenForACard() {
    VirtualCard whole = card();
    read(whole);
    for (int n = 1; n <= whole.commandsReceived(); n++) {
      VirtualCard garbled = card();
      garbled.garbleLengthAt(n);
      RuntimeException end = assertThrows(RuntimeException.class, () -> read(garbled));
      // Where an answer has no length, the changed byte is one of a challenge or of a proof.
      assertTrue(
          end instanceof DeviceFault
              || (end instanceof CredentialRefused refused
                  && refused.reason() == Reason.CARD_NOT_GENUINE),
          () -> "command ended in " + end);
      assertFalse(garbled.holdsRights());
    }
  }

  @Test
  void aCopyWithoutTheKeyIsNotGenuineAndWinsNoRight() {
    VirtualCard copy = card();
    copy.answerInternalAuthenticationWrongly();
    assertRefused(Reason.CARD_NOT_GENUINE, copy);
    assertFalse(copy.holdsRights());
  }

  @Test
  void aZhejiangCardProvesItselfWithTheFactorOfItsProvince() {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Chip chip = jia.chip();
    VirtualCard card =
        new VirtualCard(jia.with(chipOf(chip, "330182" + chip.identifier().substring(6))));
    assertEquals("330182", read(card).issuingArea());
  }

  @Test
  void aBlockedApplicationAndABlockedCardAreRefused() {
    VirtualCard application = card();
    application.blockApplication();
    assertRefused(Reason.CARD_BLOCKED, application);
    VirtualCard whole = card();
    whole.blockCard();
    assertRefused(Reason.CARD_BLOCKED, whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-14", "2034-01-16"})
  void aCardOutsideItsDatesIsRefused(LocalDate today) {
    CredentialRefused refused =
        assertThrows(CredentialRefused.class, () -> reader.read(card(), psam, today));
    assertEquals(Reason.CARD_EXPIRED, refused.reason());
  }

  @Test
  void aHolderWhoContradictsTheNumberIsRefused() {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Holder h = jia.holder();
    assertRefused(
        Reason.CARD_DATA_INVALID,
        new VirtualCard(
            jia.with(
                new CardProfile.Holder(
                    h.name(), h.identityNumber(), "2", "01", "329900", h.born()))));
    assertRefused(
        Reason.CARD_DATA_INVALID,
        new VirtualCard(
            jia.with(
                new CardProfile.Holder(
                    h.name(), "329900198503120012", "1", "01", "329900", h.born()))));
  }

  @Test
  void aLongNameRunsOnIntoItsExtension() {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Holder h = jia.holder();
    String name = "A" + "测试".repeat(10);
    VirtualCard card =
        new VirtualCard(
            jia.with(
                new CardProfile.Holder(name, h.identityNumber(), "1", "01", "329900", h.born())));
    assertEquals(name, read(card).name().reveal());
  }

  @Test
  void aCardThatAnswersInPiecesIsReadAllTheSame() {
    VirtualCard card =
        new VirtualCard(
            CardFile.bundled("ceshi-jia").with(CardProfile.Faults.NONE.withAnswersInPieces()));
    assertEquals("A00000011", read(card).cardNumber());
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({"1.00, DES", "2.01, DES", "3.00, DES", "2.00, SM4"})
  void olderCardsAreReadByTheirOwnRules(String specification, CardAlgorithm algorithm) {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Chip c = jia.chip();
    CardProfile.Chip old =
        new CardProfile.Chip(
            algorithm,
            c.historicalBytes(),
            c.identifier(),
            c.number(),
            specification,
            c.category(),
            c.issued(),
            c.validUntil());
    SocialSecurityCard read = read(new VirtualCard(jia.with(old)));
    assertEquals("测试甲", read.name().reveal());
    assertEquals(specification, read.specification());
  }

  @Test
  void anOldPsamWithoutSm4IsAFaultOfTheTerminal() {
    Authenticator old = new PsamAuthenticator(VirtualPsam.withoutSm4());
    DeviceFault fault = assertThrows(DeviceFault.class, () -> reader.read(card(), old, TODAY));
    assertEquals(DeviceFault.Kind.PSAM_LACKS_ALGORITHM, fault.kind());
  }

  @ParameterizedTest(name = "version {0}")
  @ValueSource(ints = {1, 2, 3})
  void aPsamWithLaterRootsAsksForTheirVersion(int version) {
    Authenticator later = new PsamAuthenticator(VirtualPsam.withKeyVersion(version));
    assertEquals("A00000011", reader.read(card(), later, TODAY).cardNumber());
  }

  @ParameterizedTest(name = "SSF33 announced: {0}")
  @ValueSource(booleans = {true, false})
  void anSsf33CardIsRefusedByItsOwnReason(boolean announced) {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Chip c = jia.chip();
    CardProfile.Chip beijing =
        new CardProfile.Chip(
            CardAlgorithm.SSF33,
            c.historicalBytes(),
            "110100" + c.identifier().substring(6),
            c.number(),
            "2.00",
            c.category(),
            c.issued(),
            c.validUntil(),
            announced);
    assertRefused(Reason.CARD_ALGORITHM_UNAVAILABLE, new VirtualCard(jia.with(beijing)));
  }

  @Test
  void aDesCardThatAnnouncesNothingIsReadOutsideBeijing() {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Chip c = jia.chip();
    CardProfile.Chip silent =
        new CardProfile.Chip(
            CardAlgorithm.DES,
            c.historicalBytes(),
            c.identifier(),
            c.number() + "999",
            "1.00",
            c.category(),
            c.issued(),
            c.validUntil(),
            false);
    assertEquals(
        "A00000011", read(new VirtualCard(jia.with(silent))).cardNumber(), "nine of twelve count");
  }

  @Test
  void aDeadCardIsReportedLikeOneThatWasPulledOutAtAnyMomentAndTheNextIsRead() {
    VirtualCard whole = card();
    read(whole);
    for (int n = 0; n < whole.commandsReceived(); n++) {
      VirtualCard dying = card();
      dying.dieAfter(n);
      assertFault(DeviceFault.Kind.CARD_REMOVED, dying);
      assertFalse(dying.holdsRights());
      assertEquals("A0000002X", read(new VirtualCard(CardFile.bundled("ceshi-yi"))).cardNumber());
    }
  }

  @Test
  void aPinSessionPulledOutAtAnyMomentIsReportedAndTheNextPatientIsServed() {
    VirtualCard whole = card();
    reader.readWithPin(whole, psam, TODAY, pin("123456"));
    int commands = whole.commandsReceived();
    assertTrue(commands >= 22, "a read with PIN takes " + commands);
    for (int n = 0; n < commands; n++) {
      VirtualCard pulled = card();
      pulled.removeAfter(n);
      DeviceFault fault =
          assertThrows(
              DeviceFault.class, () -> reader.readWithPin(pulled, psam, TODAY, pin("123456")));
      assertEquals(DeviceFault.Kind.CARD_REMOVED, fault.kind());
      assertFalse(pulled.holdsRights());
      CardWithPin next =
          reader.readWithPin(
              new VirtualCard(CardFile.bundled("ceshi-yi-2")), psam, TODAY, pin("12345"));
      assertEquals(Optional.of("21"), next.medical().orElseThrow().insuredKind());
    }
  }

  @Test
  void aPinIsTriedChangedAndLockedAndEveryTimeTheCardIsLeftWithoutRights() {
    VirtualCard card = card();
    CardPins pins = new CardPins();
    assertEquals(new PinCounter(true, 3), pins.tries(card));
    assertEquals(new PinOutcome.Wrong(2), pins.verify(card, psam, TODAY, JIA, pin("111111")));
    assertEquals(new PinCounter(true, 2), pins.tries(card), "asking used none");
    assertEquals(
        new PinOutcome.Accepted(),
        pins.change(card, psam, TODAY, JIA, pin("123456"), pin("87654")));
    assertFalse(card.holdsRights());
    assertEquals(new PinOutcome.Accepted(), pins.verify(card, psam, TODAY, JIA, pin("87654")));
    assertFalse(card.holdsRights());
    for (PinOutcome expected :
        new PinOutcome[] {
          new PinOutcome.Wrong(2), new PinOutcome.Wrong(1), new PinOutcome.Locked()
        }) {
      assertEquals(expected, pins.verify(card, psam, TODAY, JIA, pin("123456")));
    }
    assertTrue(pins.tries(card).locked());
    assertEquals(new PinOutcome.Locked(), pins.verify(card, psam, TODAY, JIA, pin("87654")));
    assertEquals("A00000011", read(card).cardNumber(), "a locked PIN locks nothing else");
  }

  @Test
  void aPsamWithoutTheReadKeyCannotOpenAThirdGenerationCardAndNeedsNotForASecond() {
    Authenticator half = new PsamAuthenticator(VirtualPsam.withoutReadKey());
    DeviceFault fault = assertThrows(DeviceFault.class, () -> reader.read(card(), half, TODAY));
    assertEquals(DeviceFault.Kind.PSAM_LACKS_READ_KEY, fault.kind());
    VirtualCard second = new VirtualCard(CardFile.bundled("ceshi-yi-2"));
    assertEquals("A00000054", reader.read(second, half, TODAY).cardNumber());
  }

  @Test
  void aPsamThatWasPulledOutWorksAgainOnceItIsBack() {
    VirtualPsam chip = VirtualPsam.withTestRoots();
    Authenticator authenticator = new PsamAuthenticator(chip);
    reader.read(card(), authenticator, TODAY);
    chip.remove();
    DeviceFault fault =
        assertThrows(DeviceFault.class, () -> reader.read(card(), authenticator, TODAY));
    assertEquals(DeviceFault.Kind.PSAM_MISSING, fault.kind());
    chip.insert();
    assertEquals("A00000011", reader.read(card(), authenticator, TODAY).cardNumber());
  }

  private static CardProfile.Chip chipOf(CardProfile.Chip c, String identifier) {
    return new CardProfile.Chip(
        c.algorithm(),
        c.historicalBytes(),
        identifier,
        c.number(),
        c.specification(),
        c.category(),
        c.issued(),
        c.validUntil());
  }

  private static Pin pin(String digits) {
    return Pin.of(digits.toCharArray());
  }

  private static VirtualCard card() {
    return new VirtualCard(CardFile.bundled("ceshi-jia"));
  }

  private SocialSecurityCard read(VirtualCard card) {
    return reader.read(card, psam, TODAY);
  }

  private void assertRefused(Reason reason, VirtualCard card) {
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> read(card));
    assertEquals(reason, refused.reason(), refused.getMessage());
  }

  private void assertFault(DeviceFault.Kind kind, VirtualCard card) {
    DeviceFault fault = assertThrows(DeviceFault.class, () -> read(card));
    assertEquals(kind, fault.kind(), fault.getMessage());
  }
}
