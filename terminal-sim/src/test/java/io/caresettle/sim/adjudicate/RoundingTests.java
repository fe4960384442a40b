package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A rounding goes where its word says")
class RoundingTests {

  @ParameterizedTest(name = "{1}/{2} fen by {0}: {3}")
  @CsvSource({
    "half-up-fen, 5, 2, 3",
    "half-up-fen, 249, 100, 2",
    "down-fen, 299, 100, 2",
    "up-fen, 201, 100, 3",
    "up-fen, 2, 1, 2",
    "half-even-fen, 5, 2, 2", // a half goes to the even fen
    "half-even-fen, 7, 2, 4",
    "half-even-fen, 251, 100, 3",
    "half-up-jiao, 15, 1, 20",
    "half-up-jiao, 149, 10, 10",
    "down-jiao, 19, 1, 10",
    "up-jiao, 11, 1, 20",
    "half-even-jiao, 25, 1, 20",
    "half-even-jiao, 35, 1, 40",
    "half-up-yuan, 150, 1, 200",
    "half-up-yuan, 149, 1, 100",
    "down-yuan, 199, 1, 100",
    "up-yuan, 101, 1, 200",
    "half-even-yuan, 250, 1, 200",
    "half-even-yuan, 2501, 10, 300",
  })
  void goesWhereItsWordSays(String word, long over, long under, long fen) {
    assertEquals(fen, Rounding.named(word).of(Fraction.of(over, under)).exact());
  }

  @ParameterizedTest
  @CsvSource({"half-up", "half-up-cent", "ceil-fen", "fen", "-fen"})
  void anotherWordIsRefused(String word) {
    LawBookTests.assertReason(CannotAdjudicate.Reason.MALFORMED_PACK, () -> Rounding.named(word));
  }

  @Test
  @DisplayName("lines are rounded to the fen only")
  void linesAreRoundedToTheFen() {
    Sketch sketch =
        new Sketch()
            .value("r", "basis-points", "5000")
            .lines("half-up-jiao", "line")
            .step("rate, payer: pool-fund, value: r, rounding: half-up-fen");
    LawBookTests.assertReason(CannotAdjudicate.Reason.MALFORMED_PACK, sketch::book);
  }
}
