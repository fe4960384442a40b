package io.caresettle.credential.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.problem.Misuse;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Around a card's bytes")
class CardTransportTests {

  /**
   * Every command of the standard that moves money or changes a card, and those of money beside.
   */
  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "B0280101130100000BB8000004E20000167632050000000116, INITIALIZE FOR PURCHASE",
    "B02C01000F00000001202406010930157B31868B08, DEBIT FOR PURCHASE",
    "B02800010B0100000BB832050000000110, INITIALIZE FOR LOAD",
    "B02A00000B2024060109301528A3287704, CREDIT FOR LOAD",
    "B026000104, GET BALANCE of the account",
    "B026000206, GET BALANCE of own pay",
    "B026000306, GET BALANCE of the pool",
    "B02E000202000708, GET TRANSACTION PROOF",
    "B0560000020101, UPDATE STARTING DAY",
    "B056010002, GET STARTING DAY",
    "805000020B0100000BB832050000000110, INITIALIZE FOR LOAD of the financial application",
    "805001020B0100000BB832050000000110, purchase of the financial application",
    "805C000204, balance of the financial application",
    "80E2000010, STORE DATA",
    "80A8000002830000, GET PROCESSING OPTIONS",
    "00DC0104050101, UPDATE RECORD",
    "04DC01040501010102030404, UPDATE RECORD with a MAC",
    "00D6850001FF, UPDATE BINARY",
    "04D685000501FF01020304, UPDATE BINARY with a MAC",
    "00E2000005, APPEND RECORD",
    "841E000104B4CB0971, APPLICATION BLOCK",
    "8418000004B4CB0971, APPLICATION UNBLOCK",
    "8416000004B4CB0971, CARD BLOCK",
    "8424000004712F257F, PIN UNBLOCK",
    "842400010CCBE09C7E1EDED0C9B4CB0971, PIN CHANGE under the unblock key",
    "805E00000712345601020304, RELOAD PIN",
    "805E010107123456FF654321, CHANGE PIN of another reference",
    "0020008103123456, VERIFY of another reference",
    "002C00000312345600, RESET RETRY COUNTER",
    "00B0850010, READ BINARY",
    "C0A40400, another class"
  })
  void whatMovesMoneyOrChangesACardNeverLeaves(String command, String name) {
    RecordedChip card = RecordedChip.card();
    for (CardTransport guarded :
        List.of(
            AllowedCommands.reading(card),
            AllowedCommands.verifying(card),
            AllowedCommands.changingPin(card))) {
      Misuse misuse =
          assertThrows(
              Misuse.class, () -> guarded.transmit(RecordedChip.HEX.parseHex(command)), name);
      if (command.length() > 10) {
        assertFalse(misuse.toString().contains(command.substring(10)), "no data in a message");
      }
    }
    assertEquals(0, card.received.size());
  }

  @ParameterizedTest(name = "{0}: reading {1}, PIN {2}, new PIN {3}")
  @CsvSource({
    "00200000, false, true, true",
    "0020000003123456, false, true, true",
    "805E010007123456FF654321, false, false, true",
    "00B2010012, true, true, true",
    "0084000008, true, true, true"
  })
  void aPinLeavesInAPinSessionAloneAndANewOneInASessionForThat(
      String command, boolean reading, boolean verifying, boolean changing)
      throws CardRemovedException {
    assertEquals(reading, leaves(AllowedCommands::reading, command));
    assertEquals(verifying, leaves(AllowedCommands::verifying, command));
    assertEquals(changing, leaves(AllowedCommands::changingPin, command));
  }

  private static boolean leaves(UnaryOperator<CardTransport> guard, String command)
      throws CardRemovedException {
    RecordedChip card = RecordedChip.card();
    try {
      guard.apply(card).transmit(RecordedChip.HEX.parseHex(command));
    } catch (Misuse refused) {
      assertEquals(List.of(), card.received);
      return false;
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80700100345A5A5A01", // INIT SAM FOR PURCHASE
        "80720000042828A344", // CREDIT SAM FOR PURCHASE
        "B0280101130100000BB8000004E20000167632050000000116",
        "00D6960001FF", // UPDATE BINARY
        "00200000",
        "00"
      })
  void aPsamTakesNoPartInPurchases(String command) {
    RecordedChip psam = RecordedChip.psam();
    CardTransport guarded = AllowedCommands.authenticating(psam);
    assertThrows(Misuse.class, () -> guarded.transmit(RecordedChip.HEX.parseHex(command)));
    assertEquals(0, psam.received.size());
  }

  @Test
  void aMisusedCommandNeverPrintsItsData() {
    Misuse misuse =
        assertThrows(
            Misuse.class,
            () ->
                AllowedCommands.reading(RecordedChip.card())
                    .transmit(RecordedChip.HEX.parseHex("0020000003123456")));
    assertEquals(-1, misuse.toString().indexOf("123456"));
  }

  @Test
  void theRestOfALongAnswerIsFetched() throws CardRemovedException {
    RecordedChip card =
        RecordedChip.card()
            .selectingAnswers("6104")
            .answering("00C0000004", "010203046102")
            .answering("00C0000002", "05069000");
    assertAnswer("0102030405069000", card, "00A404000F7378312E73682EC9E7BBE1B1A3D5CF00");
  }

  @Test
  void aCommandIsSentAgainWithTheLengthTheCardAsksFor() throws CardRemovedException {
    RecordedChip card = RecordedChip.card().answering("00B2010400", "6C12");
    card.answering("00B2010412", "0110320500D15600000500000001FFFFFFFF9000");
    assertAnswer("0110320500D15600000500000001FFFFFFFF9000", card, "00B2010400");
    assertEquals(2, card.received.size());
  }

  @Test
  void aCardThatAsksForAnotherLengthTwiceIsNotAskedAThirdTime() throws CardRemovedException {
    RecordedChip card =
        RecordedChip.card().answering("00B2010400", "6C12").answering("00B2010412", "6C13");
    assertAnswer("6C13", card, "00B2010400");
    assertEquals(2, card.received.size());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "00200000, VERIFY without data",
    "0020000003123456, VERIFY",
    "0020000003123405, VERIFY whose last byte looks like a length",
    "0082000A1009CE38BDEB55956BA1A2A3A4A5A6A7A8, EXTERNAL AUTHENTICATION",
    "00A4020002EF05, SELECT without an expected length",
    "805E010007123456FF654321, CHANGE PIN"
  })
  void aCommandThatEndsInDataIsNeverSentASecondTime(String command, String name)
      throws CardRemovedException {
    RecordedChip card = RecordedChip.card().answering(command, "6C05");
    assertAnswer("6C05", card, command);
    assertEquals(List.of(command), card.received, name);
  }

  @Test
  void aCommandWithDataAndAnExpectedLengthIsCorrectedInTheLengthAlone()
      throws CardRemovedException {
    RecordedChip card =
        RecordedChip.card()
            .answering("00880000101122334455667788887766554433221100", "6C08")
            .answering("00880000101122334455667788887766554433221108", "50332A1A4873F91D9000");
    assertAnswer("50332A1A4873F91D9000", card, "00880000101122334455667788887766554433221100");
  }

  @Test
  void aPieceThatIsAskedForByTheWrongLengthIsAskedForAgain() throws CardRemovedException {
    RecordedChip card =
        RecordedChip.card()
            .selectingAnswers("6100")
            .answering("00C0000000", "6C03")
            .answering("00C0000003", "0102039000");
    assertAnswer("0102039000", card, "00A404000F7378312E73682EC9E7BBE1B1A3D5CF00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "D2143569X, true", // the worked example of the standard
    "A00000011, true",
    "A0000002X, true",
    "A00000012, false",
    "D21435690, false",
    "A0000001, false",
    "a00000011, false"
  })
  void theCheckCharacterOfACardNumber(String number, boolean good) {
    assertEquals(good, CardNumbers.checks(number));
  }

  @ParameterizedTest(name = "{0}: F1 {1}, F2 {2}")
  @CsvSource({
    "320500, 3332303030307368, 3332303530307378",
    "330100, 3333303030307368, 3333303130307378", // Zhejiang: four digits and 00sx
    "330182, 3333303030307368, 3333303130307378"
  })
  void theDiversificationFactorsOfAnArea(String area, String province, String city) {
    Authenticator.CardFacts facts =
        new Authenticator.CardFacts(
            CardAlgorithm.SM4,
            "3.00",
            area + "D15600000500000001FFFFFFFF",
            "A00000011",
            "00815445538600320500000001");
    assertEquals(province, hex(facts.provinceFactor()));
    assertEquals(city, hex(facts.cityFactor()));
    assertEquals("8600320500000001", hex(facts.cardFactor()));
  }

  private static String hex(Block8 block) {
    return RecordedChip.HEX.formatHex(block.toBytes());
  }

  private static void assertAnswer(String expected, RecordedChip card, String command)
      throws CardRemovedException {
    assertArrayEquals(
        RecordedChip.HEX.parseHex(expected),
        new CompleteAnswers(card).transmit(RecordedChip.HEX.parseHex(command)));
  }
}
