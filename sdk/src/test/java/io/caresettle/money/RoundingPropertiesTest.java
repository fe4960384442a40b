package io.caresettle.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rounding of random products")
class RoundingPropertiesTest {

  @Test
  @DisplayName("agrees with an exact decimal computation, also past 64 bits")
  void roundingAgreesWithExactDecimals() {
    long seed = 20261120L;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      long a = random.nextLong() >> random.nextInt(63);
      long b = random.nextLong() >> (random.nextInt(62) + 1);
      long divisor = i % 3 == 0 ? 100_000_000 : 1 + random.nextInt(20_000);
      for (Rounding rounding : Rounding.values()) {
        BigDecimal exact =
            BigDecimal.valueOf(a)
                .multiply(BigDecimal.valueOf(b))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.valueOf(rounding.name()));
        String what = "seed " + seed + ": " + a + " × " + b + " ÷ " + divisor + ' ' + rounding;
        if (exact.toBigInteger().bitLength() < 64) {
          assertEquals(exact.longValueExact(), rounding.scale(a, b, divisor), what);
        } else {
          assertThrows(ArithmeticException.class, () -> rounding.scale(a, b, divisor), what);
        }
      }
    }
  }
}
