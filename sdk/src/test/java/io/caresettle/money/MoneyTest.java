package io.caresettle.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Amounts, prices, quantities and their rounding")
class MoneyTest {

  @ParameterizedTest(name = "{0} yuan is {1} fen")
  @CsvSource({
    "0.00, 0",
    "0.01, 1",
    "105.30, 10530",
    "-0.05, -5",
    "-1.00, -100",
    "999999999999999.99, 99999999999999999",
  })
  void yuanIsReadAndWritten(String yuan, long fen) {
    assertEquals(fen, Money.parseYuan(yuan).fen());
    assertEquals(yuan, new Money(fen).toString());
  }

  @ParameterizedTest(name = "''{0}'' is no amount")
  @ValueSource(
      strings = {"", "1", "1.0", "1.000", ".50", "+1.00", "1,000.00", "1e2", " 1.00", "一.00"})
  void whatIsNoAmountIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Money.parseYuan(text));
  }

  @Test
  void sumsFailLoudlyInsteadOfWrapping() {
    Money most = new Money(Long.MAX_VALUE);
    assertThrows(ArithmeticException.class, () -> most.plus(new Money(1)));
    assertThrows(ArithmeticException.class, () -> new Money(Long.MIN_VALUE).minus(new Money(1)));
  }

  @Test
  void sumsDifferencesAndLimitsAreWhatTheySay() {
    Money more = new Money(300);
    Money less = new Money(100);
    assertEquals(new Money(400), more.plus(less));
    assertEquals(new Money(-200), less.minus(more));
    assertEquals(less, more.atMost(less));
    assertEquals(less, less.atMost(more));
    assertEquals(List.of(less, more), Stream.of(more, less).sorted().toList());
  }

  @Test
  void nothingIsNotNegative() {
    assertTrue(new Money(-1).isNegative());
    assertFalse(Money.ZERO.isNegative());
    assertFalse(new Money(1).isNegative());
  }

  @ParameterizedTest(name = "{0} fen × {1} of 10,000: half-up {2}, down {3}")
  @CsvSource({
    // fen, basis points, half-up, down
    "1, 4999, 0, 0", // 0.4999 fen
    "1, 5000, 1, 0", // the half goes up
    "1, 5001, 1, 0",
    "3, 5000, 2, 1", // 1.5
    "10, 9500, 10, 9", // 9.5
    "-1, 5000, -1, 0", // away from zero
    "-3, 5000, -2, -1",
    "60001, 6000, 36001, 36000", // 36,000.6
    "0, 10000, 0, 0",
    "123456, 10000, 123456, 123456",
  })
  void sharesAreRoundedAsNamed(long fen, int basisPoints, long halfUp, long down) {
    Rate rate = Rate.basisPoints(basisPoints);
    assertEquals(new Money(halfUp), new Money(fen).share(rate, Rounding.HALF_UP));
    assertEquals(new Money(down), new Money(fen).share(rate, Rounding.DOWN));
  }

  @ParameterizedTest(name = "{0} × {1} = {2}, or {3} with the fraction dropped")
  @CsvSource({
    // price, quantity, half-up, down
    "12.3456, 2, 24.69, 24.69", //       24.6912
    "0.005, 1, 0.01, 0.00", //           half a fen
    "0.004999, 1, 0.00, 0.00",
    "0.000001, 0.0001, 0.00, 0.00", //   ten decimals
    "0.999999, 0.9999, 1.00, 0.99", //   0.9998990001
    "120.4567, 2, 240.91, 240.91",
    "0.0455, 100, 4.55, 4.55",
    "3.3335, 3, 10.00, 10.00", //        10.0005
    "999999999999.999999, 1, 1000000000000.00, 999999999999.99", // past 64 bits on the way
    "123456789.123456, 99999.9999, 12345678899999.92, 12345678899999.92", // …99.9210876544
  })
  void linesAreExactToTenDecimals(String price, String quantity, String halfUp, String down) {
    UnitPrice unit = UnitPrice.parse(price);
    Quantity units = Quantity.parse(quantity);
    assertEquals(halfUp, unit.times(units, Rounding.HALF_UP).toString());
    assertEquals(down, unit.times(units, Rounding.DOWN).toString());
  }

  @Test
  void aLineThatFitsNoAmountFailsLoudly() {
    UnitPrice price = new UnitPrice(Long.MAX_VALUE);
    Quantity quantity = new Quantity(Long.MAX_VALUE);
    assertThrows(ArithmeticException.class, () -> price.times(quantity, Rounding.HALF_UP));
  }

  @ParameterizedTest(name = "''{0}'' is no price")
  @ValueSource(strings = {"", "-1", "1.", ".5", "1.0000001", "1e3", "1,5"})
  void whatIsNoPriceIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> UnitPrice.parse(text));
  }

  @ParameterizedTest(name = "''{0}'' is no quantity")
  @ValueSource(strings = {"", "0", "0.0000", "-1", "1.", "1.00001"})
  void whatIsNoQuantityIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text));
  }

  @ParameterizedTest(name = "a price of {0} is written {1}")
  @CsvSource({
    "12, 12.00",
    "12.3, 12.30",
    "0.1, 0.10",
    "0.000001, 0.000001",
    "12.345600, 12.3456",
    "1000000, 1000000.00",
  })
  void aPriceIsWrittenWithTwoDecimalsOrAllItHas(String read, String written) {
    assertEquals(written, UnitPrice.parse(read).toString());
  }

  @ParameterizedTest(name = "a quantity of {0} is written {1}")
  @CsvSource({"2, 2", "2.0, 2", "0.5, 0.5", "0.0001, 0.0001", "10, 10", "120.3400, 120.34"})
  void aQuantityIsWrittenWithoutNeedlessDecimals(String read, String written) {
    assertEquals(written, Quantity.parse(read).toString());
  }

  @Test
  void pricesAreOrderedByWhatTheyAre() {
    UnitPrice dear = UnitPrice.parse("9");
    UnitPrice cheap = UnitPrice.parse("10");
    assertEquals(List.of(dear, cheap), Stream.of(cheap, dear).sorted().toList());
  }

  @Test
  void aPriceOfNothingIsOneAndBelowNothingIsNone() {
    assertEquals("0.00", new UnitPrice(0).toString());
    assertThrows(IllegalArgumentException.class, () -> new UnitPrice(-1));
    assertEquals("0.0001", new Quantity(1).toString());
    assertThrows(IllegalArgumentException.class, () -> new Quantity(0));
  }

  @ParameterizedTest(name = "{0} × {1} ÷ {2} = {3}")
  @CsvSource({
    // The lower half of the product is nothing, but the product is not.
    "8589934592, 8589934592, 8589934592, 8589934592",
    "-4294967296, 4294967296, 4294967296, -4294967296",
    // The product is a bit too long for a long, but its upper half is nothing.
    "4294967296, 2147483648, 4294967296, 2147483648",
    // Half of the divisor no longer fits beside the dividend.
    "9223372036854775807, 1, 10, 922337203685477581",
    "4611686018427387903, 1, 9223372036854775807, 0",
    "4611686018427387904, 1, 9223372036854775807, 1",
  })
  void whatLiesAtTheEdgeOf64BitsIsRoundedRight(long a, long b, long divisor, long halfUp) {
    assertEquals(halfUp, Rounding.HALF_UP.scale(a, b, divisor));
  }
}
