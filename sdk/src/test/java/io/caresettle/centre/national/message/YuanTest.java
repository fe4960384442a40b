package io.caresettle.centre.national.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Amounts become whole fen without a binary fraction")
class YuanTest {

  @Test
  @DisplayName("text and number are read alike; nothing is no amount")
  void readsBoth() {
    assertEquals(Optional.of(10_530L), Yuan.fen(new Value.Text("105.30")));
    assertEquals(Optional.of(10_530L), Yuan.fen(new Value.Digits("105.3")));
    assertEquals(Optional.of(-5L), Yuan.fen(new Value.Text("-0.05")));
    assertEquals(Optional.of(100L), Yuan.fen(new Value.Digits("1")));
    assertEquals(Optional.empty(), Yuan.fen(new Value.Text("")));
    assertEquals(Optional.empty(), Yuan.fen(new Value.Nothing()));
  }

  @Test
  @DisplayName("what a fraction cannot hold is held: the largest amount and the one beside it")
  void isExact() {
    assertEquals(9_999_999_999_999_999L, Yuan.fen("99999999999999.99"));
    assertEquals(9_999_999_999_999_998L, Yuan.fen("99999999999999.98"));
  }

  @Test
  @DisplayName("three decimals, exponents, signs, blanks and commas are no amounts")
  void refusesTheRest() {
    for (String odd :
        List.of(
            "1.234",
            "1.2301",
            "1e3",
            "+1",
            " 1",
            "1 ",
            "1,000.00",
            ".5",
            "1.",
            "--1",
            "０.1",
            "1234567890123456",
            "NaN",
            "-")) {
      assertThrows(IllegalArgumentException.class, () -> Yuan.fen(odd), odd);
    }
  }

  @Test
  @DisplayName("zeros behind the fen change nothing, and are taken")
  void paddedWithZeros() {
    assertEquals(30_000L, Yuan.fen("300.0000"));
    assertEquals(123L, Yuan.fen("1.230"));
    assertEquals(-10L, Yuan.fen("-0.10000"));
  }

  @Test
  @DisplayName("what is written is read back, for any amount")
  void roundTrip() {
    Random random = new Random(8);
    for (int i = 0; i < 10_000; i++) {
      long fen = random.nextLong(-99_999_999_999_999_99L, 99_999_999_999_999_99L);
      assertEquals(fen, Yuan.fen(Yuan.text(fen)));
    }
    assertEquals("0.00", Yuan.text(0));
    assertEquals("-0.05", Yuan.text(-5));
  }
}
