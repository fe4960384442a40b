package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.reading.ReadingFailed;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Card files")
class CardFileTests {

  private static final String GOOD =
      """
      card:
        algorithm: sm4
        historical-bytes: "00815445538600320500000001"
        identifier: 320500D15600000500000001FFFFFFFF
        number: A00000011
        specification: "3.00"
        category: "3"
        issued: 2024-01-15
        valid-until: 2034-01-15
      holder:
        name: 测试甲
        identity-number: "329900198503120011"
        sex: "1"
        born: 1985-03-12
        ethnic-group: "01"
        birthplace: "329900"
      """;

  @Test
  void aCardWithoutPinAndFaultsIsACard() {
    CardProfile card = CardFile.read("card.yaml", GOOD);
    assertEquals(CardProfile.Faults.NONE, card.faults());
    assertEquals(Optional.empty(), card.pin().digits());
    assertEquals("20340115", card.chip().validUntil());
  }

  @Test
  void everyFaultCanBeWrittenDown() {
    CardProfile card =
        CardFile.read(
            "card.yaml",
            GOOD
                + """
                pin:
                  digits: "123456"
                  tries-left: 0
                faults:
                  removed-after: 5
                  dead-after: 9
                  slow: 40
                  garbled-length-at: 7
                  wrong-internal-authentication: true
                  application-blocked: true
                  card-blocked: true
                  answers-in-pieces: true
                """);
    assertEquals(
        new CardProfile.Faults(
            Optional.of(5),
            Optional.of(9),
            Optional.of(7),
            Duration.ofMillis(40),
            true,
            true,
            true,
            true),
        card.faults());
    assertEquals(0, card.pin().triesLeft());
    assertFalse(card.toString().contains("123456"));
    assertFalse(card.toString().contains("测试甲"));
  }

  @ParameterizedTest(name = "{0} becomes {1}: line {2}, column {3}")
  @CsvSource({
    "'sm4', 'sm5', 2, 14",
    "'00815445538600320500000001', '0081', 3, 21",
    "'\"3.00\"', '3.00', 6, 18", // a number that lost its quotes
    "'2034-01-15', '2034-02-30', 9, 16",
    "'sex: \"1\"', 'sex: \"3\"', 13, 8",
    "'  born:', '  birthday:', 14, 3",
    "'测试甲', '\"😀\"', 11, 9" // GBK cannot write it
  })
  void aMistakeIsNamedWithItsPlace(String good, String bad, int line, int column) {
    ReadingFailed failed =
        assertThrows(
            ReadingFailed.class, () -> CardFile.read("card.yaml", GOOD.replace(good, bad)));
    String place = "card.yaml:" + line + ':' + column + ": ";
    assertEquals(
        1,
        failed.faults().stream().filter(f -> f.toString().startsWith(place)).count(),
        failed.toString());
  }

  @Test
  void aCardNobodyBundledIsNotInvented() {
    assertThrows(IllegalArgumentException.class, () -> CardFile.bundled("../ceshi-jia"));
  }
}
