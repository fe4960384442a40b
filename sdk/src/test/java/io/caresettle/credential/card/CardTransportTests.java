package io.caresettle.credential.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.problem.Misuse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Around a card's bytes")
class CardTransportTests {

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "B0280101130100000BB8000004E20000167632050000000116, INITIALIZE FOR PURCHASE",
    "B02C01000F00000001202406010930157B31868B08, DEBIT FOR PURCHASE",
    "B02800010B0100000BB832050000000110, INITIALIZE FOR LOAD",
    "B02A00000B2024060109301528A3287704, CREDIT FOR LOAD",
    "B026000104, GET BALANCE",
    "B02E000202000708, GET TRANSACTION PROOF",
    "8050010002, purchase of the financial application",
    "00DC0104050101, UPDATE RECORD",
    "0020000003123456, VERIFY",
    "805E010003112233, CHANGE PIN",
    "8416000004B4CB0971, CARD BLOCK",
    "84240000040102FF03, PIN UNBLOCK"
  })
  void whatMovesMoneyOrChangesACardNeverLeaves(String command, String name) {
    RecordedChip card = RecordedChip.card();
    CardTransport guarded = AllowedCommands.reading(card);
    assertThrows(Misuse.class, () -> guarded.transmit(RecordedChip.HEX.parseHex(command)), name);
    assertEquals(0, card.received.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80700100345A5A5A01", // INIT SAM FOR PURCHASE
        "80720000042828A344", // CREDIT SAM FOR PURCHASE
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
