package io.caresettle.credential.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A holder's PIN and the card in the slot")
@Timeout(180)
class CardPinTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final MeantCard MEANT =
      new MeantCard("320500D15600000500000001FFFFFFFF", "A00000011");
  private static final String ASK = "00200000";
  private static final String VERIFY = "0020000003123456";
  private static final String CHANGE = "805E010007123456FF654321";
  private static final String DF04 = "00A4040006D1560000050300";

  private final List<CardTrace.Exchange> trace = new ArrayList<>();
  private final CardPins pins = new CardPins(trace::add);

  @ParameterizedTest(name = "{0}: set {1}, {2} left, locked {3}")
  @CsvSource({
    "63C3, true, 3, false",
    "63C1, true, 1, false",
    "63C0, true, 0, true",
    "6983, true, 0, true",
    "9000, false, 0, false"
  })
  void howManyTriesAreLeftIsAskedWithoutUsingOne(
      String answer, boolean set, int left, boolean locked) {
    RecordedChip card = RecordedChip.card().answering(ASK, answer);
    PinCounter counter = pins.tries(card);
    assertEquals(new PinCounter(set, left), counter);
    assertEquals(locked, counter.locked());
    assertEquals(ASK, card.received.get(card.received.size() - 1), "four bytes: no length, no PIN");
    assertEquals(2, card.resets());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"9000, Accepted[]", "63C2, Wrong[triesLeft=2]", "63C0, Locked[]", "6983, Locked[]"})
  void aPinIsGivenOnceAndTheOutcomeSaysWhatTheCardSaid(String answer, String outcome) {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C3").answering(VERIFY, answer);
    assertEquals(outcome, verify(card).toString());
    assertEquals(1, count(card, "0020000003"));
    assertEquals(2, card.resets(), "no right survives");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"63C0, Locked[]", "6983, Locked[]", "9000, NoPinSet[]"})
  void aCardThatTakesNoPinIsGivenNone(String standing, String outcome) {
    RecordedChip card = RecordedChip.card().answering(ASK, standing);
    assertEquals(outcome, verify(card).toString());
    assertEquals(outcome, change(card).toString());
    assertEquals(0, count(card, "0020000003"));
    assertEquals(0, count(card, "805E"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"9000, Accepted[]", "63C1, Wrong[triesLeft=1]", "63C0, Locked[]"})
  void aNewPinIsSentBesideTheCurrentOne(String answer, String outcome) {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C2").answering(CHANGE, answer);
    assertEquals(outcome, change(card).toString());
    assertEquals(1, count(card, CHANGE));
    assertEquals(2, card.resets());
  }

  @Test
  void aPinGoesToNoCopyOfACard() {
    RecordedChip copy = RecordedChip.card().provingItselfWith("50332A1A4873F91C9000");
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> verify(copy));
    assertEquals(Reason.CARD_NOT_GENUINE, refused.reason());
    assertEquals(0, count(copy, "0020"));
    assertEquals(2, copy.resets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A81", "9303"})
  void aBlockedCardIsRefusedAlsoInTheMidstOfAPinSession(String statusWord) {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C3").answering(VERIFY, statusWord);
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> verify(card));
    assertEquals(Reason.CARD_BLOCKED, refused.reason());
    assertEquals(2, card.resets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6700", "6A86", "63D0", "6C08"})
  void anAnswerNoCardMayGiveToAPinIsAGarbledAnswerAndNotASecondTry(String statusWord) {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C3").answering(VERIFY, statusWord);
    DeviceFault fault = assertThrows(DeviceFault.class, () -> verify(card));
    assertEquals(DeviceFault.Kind.GARBLED_ANSWER, fault.kind());
    assertEquals(1, count(card, "0020000003"));
    assertFalse(fault.toString().contains("123456"));
    assertEquals(2, card.resets());
  }

  @Test
  void aCardPulledOutAtAnyMomentOfAPinSessionIsReportedAsRemoved() {
    RecordedChip whole = RecordedChip.card().answering(ASK, "63C3").answering(CHANGE, "9000");
    change(whole);
    for (int n = 0; n < whole.received.size(); n++) {
      RecordedChip pulled =
          RecordedChip.card().answering(ASK, "63C3").answering(CHANGE, "9000").removedAfter(n);
      DeviceFault fault = assertThrows(DeviceFault.class, () -> change(pulled));
      assertEquals(DeviceFault.Kind.CARD_REMOVED, fault.kind());
    }
  }

  @Test
  void medicalFactsAreReadWithThePinAfterEverythingElse() {
    RecordedChip card = withMedicalArea().answering(VERIFY, "9000");
    CardWithPin read = readWithPin(card);
    assertEquals("A00000011", read.card().cardNumber());
    assertEquals(new PinOutcome.Accepted(), read.pin());
    MedicalFacts facts = read.medical().orElseThrow();
    assertEquals(Optional.of("310"), facts.insuranceType());
    assertEquals(Optional.of("10000"), facts.flags());
    assertEquals(Optional.of("320500"), facts.insuredArea());
    assertEquals(Optional.of("11"), facts.insuredKind());
    assertFalse(read.toString().contains("310"), read::toString);
    assertEquals(2, card.resets());
  }

  @Test
  void aWrongPinLeavesTheCardReadAndItsMedicalAreaUnasked() {
    RecordedChip card = withMedicalArea().answering(VERIFY, "63C2");
    CardWithPin read = readWithPin(card);
    assertEquals(new PinOutcome.Wrong(2), read.pin());
    assertEquals(Optional.empty(), read.medical());
    assertEquals(0, count(card, DF04));
  }

  @ParameterizedTest
  @CsvSource({
    "81, 00B281000A, 8108FFFFFFFFFFFFFFFF9000",
    "81, 00B281000A, 810820202020202020209000",
    "84, 00B2840005, 84030000009000",
    "84, 00B2840005, 6A83",
    "8C, 00B28C0003, 8C01FF9000",
    "8C, 00B28C0003, 6A83"
  })
  void anItemOfTheMedicalAreaThatIsEmptyOrMissingSpoilsNoGoodRead(
      String tag, String command, String answer) {
    RecordedChip card = withMedicalArea().answering(VERIFY, "9000").answering(command, answer);
    CardWithPin read = readWithPin(card);
    assertEquals(new PinOutcome.Accepted(), read.pin());
    MedicalFacts facts = read.medical().orElseThrow();
    assertEquals(!tag.equals("81"), facts.insuranceType().isPresent());
    assertEquals(!tag.equals("81"), facts.flags().isPresent());
    assertEquals(!tag.equals("84"), facts.insuredArea().isPresent());
    assertEquals(!tag.equals("8C"), facts.insuredKind().isPresent());
  }

  @Test
  void anotherCardThanTheOneMeantIsGivenNoPin() {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C3").answering(VERIFY, "9000");
    MeantCard other = new MeantCard(MEANT.identifier(), "A00000020");
    assertEquals(
        new PinOutcome.AnotherCard(), pins.verify(card, psam(), TODAY, other, pin("123456")));
    assertEquals(
        new PinOutcome.AnotherCard(),
        pins.change(card, psam(), TODAY, other, pin("123456"), pin("654321")));
    assertEquals(0, count(card, "0020"));
    assertEquals(0, count(card, "805E"));
    assertFalse(new PinOutcome.AnotherCard().opensFiles());
  }

  @Test
  void aReaderThatFailsAfterAChangedPinLeavesItChanged() {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C2").answering(CHANGE, "9000");
    CardTransport failing =
        new CardTransport() {
          @Override
          public byte[] reset() throws CardRemovedException {
            if (card.resets() == 1) {
              throw new DeviceFault(DeviceFault.Kind.READER_FAILED, "unplugged");
            }
            return card.reset();
          }

          @Override
          public byte[] transmit(byte[] command) throws CardRemovedException {
            return card.transmit(command);
          }

          @Override
          public void close() {}
        };
    assertEquals(
        new PinOutcome.Accepted(),
        pins.change(failing, psam(), TODAY, MEANT, pin("123456"), pin("654321")));
  }

  @Test
  void aCardWithoutAMedicalAreaHasNoMedicalFacts() {
    RecordedChip card =
        RecordedChip.card()
            .answering(ASK, "63C3")
            .answering(VERIFY, "9000")
            .answering(DF04, "6A82");
    assertEquals(Optional.empty(), readWithPin(card).medical());
  }

  @Test
  void noDigitOfAPinAndNotEvenTheirNumberIsToldAnywhere() {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C3").answering(VERIFY, "63C1");
    PinOutcome outcome = verify(card);
    String told = trace + outcome.toString() + outcome.zh() + outcome.en() + pin("123456");
    assertFalse(told.contains("123456"), told);
    for (CardTrace.Exchange exchange : trace) {
      if (exchange.command().equals("VERIFY")) {
        assertTrue(exchange.bytesSent() <= 5, exchange::toString);
      }
    }
    for (String bad : List.of("123", "12345678901234567", "12a4", "1234\uFF15")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> pin(bad));
      assertFalse(refused.toString().contains(bad));
    }
  }

  @Test
  void anOddPinIsFilledUpWithF() {
    RecordedChip card =
        RecordedChip.card().answering(ASK, "63C3").answering("0020000003" + "12345F", "9000");
    assertEquals(new PinOutcome.Accepted(), pins.verify(card, psam(), TODAY, MEANT, pin("12345")));
  }

  @Test
  void aPinThatWasClosedIsNotSentAsAWrongOne() {
    RecordedChip card = RecordedChip.card().answering(ASK, "63C3").answering(VERIFY, "63C2");
    Pin pin = pin("123456");
    pin.close();
    assertThrows(Misuse.class, () -> pins.verify(card, psam(), TODAY, MEANT, pin));
    assertEquals(0, count(card, "0020000003"));
    assertEquals(2, card.resets());
  }

  private static RecordedChip withMedicalArea() {
    return RecordedChip.card()
        .answering(ASK, "63C3")
        .answering(DF04, "6F088406D156000005039000")
        .answering("00B281000A", "810833313031303030309000")
        .answering("00B2840005", "84033205009000")
        .answering("00B28C0003", "8C01119000");
  }

  private PinOutcome verify(RecordedChip card) {
    return pins.verify(card, psam(), TODAY, MEANT, pin("123456"));
  }

  private PinOutcome change(RecordedChip card) {
    return pins.change(card, psam(), TODAY, MEANT, pin("123456"), pin("654321"));
  }

  private CardWithPin readWithPin(RecordedChip card) {
    return new CardReader(trace::add).readWithPin(card, psam(), TODAY, pin("123456"));
  }

  private static PsamAuthenticator psam() {
    return CardReaderTests.psam(RecordedChip.psam());
  }

  private static Pin pin(String digits) {
    return Pin.of(digits.toCharArray());
  }

  private static long count(RecordedChip card, String start) {
    return card.received.stream().filter(command -> command.startsWith(start)).count();
  }
}
