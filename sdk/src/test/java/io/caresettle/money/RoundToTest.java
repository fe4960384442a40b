package io.caresettle.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rounding is named by its mode and its unit")
class RoundToTest {

  @Test
  void aPackCanNameTwelve() {
    assertEquals(
        List.of(
            "half-up-fen",
            "half-up-jiao",
            "half-up-yuan",
            "down-fen",
            "down-jiao",
            "down-yuan",
            "up-fen",
            "up-jiao",
            "up-yuan",
            "half-even-fen",
            "half-even-jiao",
            "half-even-yuan"),
        RoundTo.values().stream().map(RoundTo::toString).toList());
  }

  @Test
  void itsWordFindsItAgain() {
    for (RoundTo one : RoundTo.values()) {
      assertEquals(Optional.of(one), RoundTo.named(one.id()));
    }
    assertEquals(Optional.empty(), RoundTo.named("half-up"));
  }

  @ParameterizedTest(name = "{0}: 1,234.50 fen is {1}, 1,250.00 fen is {2}")
  @CsvSource({
    "half-up-fen, 1235, 1250",
    "half-up-jiao, 1230, 1250",
    "half-up-yuan, 1200, 1300",
    "down-yuan, 1200, 1200",
    "up-jiao, 1240, 1250",
    "half-even-fen, 1234, 1250",
    "half-even-yuan, 1200, 1200",
  })
  void aSumIsRoundedToTheUnit(String word, long first, long second) {
    RoundTo rounding = RoundTo.named(word).orElseThrow();
    assertEquals(first, rounding.divide(12_345, 10));
    assertEquals(second, rounding.divide(12_500, 10));
    assertEquals(first, rounding.scale(2_469, 5, 10));
    assertEquals(second, rounding.scale(2_500, 5, 10));
  }

  @Test
  void aHalfGoesToTheEvenNeighbourAndNothingElseDoes() {
    assertEquals(2, Rounding.HALF_EVEN.divide(15, 10));
    assertEquals(2, Rounding.HALF_EVEN.divide(25, 10));
    assertEquals(1, Rounding.HALF_EVEN.divide(14, 10));
    assertEquals(3, Rounding.HALF_EVEN.divide(26, 10));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 5, 1_000})
  void anotherUnitIsRefused(long unit) {
    assertThrows(IllegalArgumentException.class, () -> new RoundTo(Rounding.DOWN, unit));
  }
}
