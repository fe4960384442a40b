package io.caresettle.credential.card.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.CardAlgorithm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The texts and numbers of the standard's functions")
class StandardTextTests {

  private static final String BASIC =
      "320500|329900198503120011|A00000011|320500D15600000500000001FFFFFFFF|测试甲"
          + "|00815445538600320500000001|3.00|20240115|20340115|320500000001||";
  private static final String STEP1 =
      "320500|00815445538600320500000001|03|320500D15600000500000001FFFFFFFF"
          + "|1122334455667788|8877665544332211|0F1E2D3C4B5A6978|A1A2A3A4A5A6A7A8|";
  private static final String STEP1_OLDER =
      "320500|00815445538600320500000001|01|320500D15600000500000001FFFFFFFF"
          + "|1122334455667788|8877665544332211|||";

  @Test
  void basicDataAreWrittenAsTheyWereRead() {
    BasicData data = BasicData.parse(BASIC);
    assertEquals("329900198503120011", data.identityNumber());
    assertEquals("测试甲", data.name());
    assertEquals("00815445538600320500000001", data.historicalBytes());
    assertEquals("20340115", data.validUntil());
    assertEquals("320500000001", data.terminalNumber());
    assertEquals("", data.terminalDevice());
    assertEquals(BASIC, data.text());
    assertFalse(data.toString().contains("329900"), data::toString);
    assertFalse(data.toString().contains("测试甲"), data::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
        "320500|329900198503120011|A00000011|320500D15600000500000001FFFFFFFF|测试甲"
            + "|00815445538600320500000001|3.00|20240115|20340115|320500000001|",
        "320500|329900198503120011|A00000011|320500D15600000500000001FFFFFFFF|测试甲"
            + "|00815445538600320500000001|3.00|20240115|20340115|320500000001||x",
        "320500|329900198503120011|A00000011|320500D15600000500000001FFFFFFFF|测试甲"
            + "|00815445538600320500000001|3.00|2024-01-15|20340115|320500000001||",
        "32050|329900198503120011|A00000011|320500D15600000500000001FFFFFFFF|测试甲"
            + "|00815445538600320500000001|3.00|20240115|20340115|320500000001||"
      })
  void aTextOfAnotherFormIsNoBasicDataAndItsItemsAreNotTold(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> BasicData.parse(text));
    assertFalse(refused.toString().contains("329900198503120011"));
  }

  @Test
  void aBarInsideAnItemIsNotWritten() {
    BasicData d = BasicData.parse(BASIC);
    BasicData barred =
        new BasicData(
            d.area(),
            d.identityNumber(),
            d.cardNumber(),
            d.cardIdentifier(),
            "测|甲",
            d.historicalBytes(),
            d.specification(),
            d.issued(),
            d.validUntil(),
            d.terminalNumber(),
            d.terminalDevice());
    assertThrows(IllegalArgumentException.class, barred::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {STEP1, STEP1_OLDER})
  void step1IsWrittenAsItWasRead(String text) {
    assertEquals(text, HsmStep1.parse(text).text());
  }

  @Test
  void step1NamesTheCipherAndLeavesOutWhatIsNotLocked() {
    assertEquals(CardAlgorithm.SM4, HsmStep1.parse(STEP1).cardAlgorithm());
    assertEquals(CardAlgorithm.DES, HsmStep1.parse(STEP1_OLDER).cardAlgorithm());
    assertEquals("", HsmStep1.parse(STEP1_OLDER).externalFactor());
    assertThrows(
        IllegalArgumentException.class,
        () -> HsmStep1.parse(STEP1.replace("|A1A2A3A4A5A6A7A8|", "||")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50332A1A4873F91D8877665544332211|09CE38BDEB55956BA1A2A3A4A5A6A7A8|",
        "50332A1A4873F91D8877665544332211||"
      })
  void step2IsWrittenAsItWasRead(String text) {
    HsmStep2 step2 = HsmStep2.parse(text);
    assertEquals("50332A1A4873F91D", step2.internal());
    assertEquals("8877665544332211", step2.internalOriginal());
    assertEquals(text, step2.text());
    assertFalse(step2.toString().contains("50332A1A4873F91D"));
  }

  @ParameterizedTest(name = "{0} is status word {1}")
  @CsvSource({
    "-25536, 63C0", "-25537, 63C1", "-25538, 63C2", "-26368, 6700", "-26881, 6901",
    "-27009, 6981", "-27010, 6982", "-27011, 6983", "-27012, 6984", "-27013, 6985",
    "-27016, 6988", "-27264, 6A80", "-27265, 6A81", "-27266, 6A82", "-27267, 6A83",
    "-27272, 6A88", "-37634, 9302", "-37635, 9303", "-37891, 9403", "-37894, 9406"
  })
  void everyOtherCodeIsMinusTheStatusWord(int value, String statusWord) {
    int word = Integer.parseInt(statusWord, 16);
    assertEquals(new ReturnCode(value), ReturnCode.ofStatusWord(word));
    assertEquals(word, new ReturnCode(value).statusWord().orElseThrow());
    assertTrue(new ReturnCode(value).error().isEmpty());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "-1, WRONG_CARD_TYPE",
    "-2, NO_CARD",
    "-3, NOT_POWERED",
    "-4, NO_ANSWER",
    "-5, LIBRARY",
    "-11, READER_LINK",
    "-12, NOT_CONNECTED",
    "-13, NOT_SUPPORTED",
    "-14, PARAMETER",
    "-15, CHECKSUM",
    "-20, CARD_ID_FORMAT",
    "-21, NOT_GENUINE",
    "-22, DIFFERS_FROM_CARD",
    "-23, INPUT_INVALID",
    "-24, PSAM_KEY_LEVEL",
    "-25, DIFFERS_FROM_HSM",
    "-31, PIN_CANCELLED",
    "-32, PIN_TIMEOUT",
    "-33, PIN_LENGTH",
    "-34, PINS_DIFFER",
    "-41, DATA",
    "-42, DATA_UNUSABLE",
    "-51, PIN_WRONG",
    "-52, PIN_LOCKED",
    "-2201, NO_PSAM",
    "-2202, PSAM_LACKS_ALGORITHM",
    "-2203, PSAM_LACKS_READ_KEY",
    "-2204, HSM_NOT_NEEDED"
  })
  void theTableOfErrors(int value, StandardError error) {
    assertEquals(error, new ReturnCode(value).error().orElseThrow());
    assertEquals(new ReturnCode(value), ReturnCode.of(error));
    assertTrue(new ReturnCode(value).statusWord().isEmpty());
  }

  @Test
  void noNumberStandsForTwoErrors() {
    Set<Integer> values = new HashSet<>();
    for (StandardError error : StandardError.values()) {
      assertTrue(values.add(error.value()), error::name);
    }
    assertEquals(28, values.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2201, -6, -100, -2205, -24575, -40960, Integer.MIN_VALUE})
  void anyOtherNumberIsNoCode(int value) {
    assertThrows(IllegalArgumentException.class, () -> new ReturnCode(value));
  }

  @Test
  void aCallerTurnsToTheSecurityModuleOnTheseCodesAlone() {
    for (int value : List.of(-2201, -2202, -2203, -27272, -24)) {
      assertTrue(new ReturnCode(value).needsHsm(), () -> "" + value);
    }
    for (int value : List.of(0, -2, -21, -51, -52, -2204, -27265)) {
      assertFalse(new ReturnCode(value).needsHsm(), () -> "" + value);
    }
  }
}
