package io.caresettle.policy.plan;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes the sum of a working line. Only text: the amounts were made before. */
final class SumText {

  private SumText() {}

  static String of(WorkingLine line) {
    if (line.operands().stream().allMatch(operand -> operand == 0) && line.result().fen() == 0) {
      return "0.00";
    }
    long a = line.operands().get(0);
    long b = line.operands().get(1);
    long c = line.operands().get(2);
    long d = line.operands().get(3);
    String left =
        switch (line.formula()) {
          case WHOLE -> "";
          case PRODUCT ->
              line.basis().kind() == StepKind.LINE_TOTAL
                  ? new UnitPrice(a) + " × " + new Quantity(b)
                  : yuan(a) + " × " + percent(b, line.divisor());
          case EXCESS ->
              "(" + new UnitPrice(a) + " − " + new UnitPrice(b) + ") × " + new Quantity(c);
          case REST ->
              yuan(a) + " − " + yuan(b) + " − " + yuan(c) + (d == 0 ? "" : " − " + yuan(d));
          case LESSER -> "min(" + yuan(a) + ", " + yuan(b) + (c == 0 ? "" : " − " + yuan(c)) + ")";
        };
    String result = yuan(line.result().fen());
    return (left.isEmpty() ? result : left + " = " + result) + lost(line);
  }

  /** What rounding took or gave, in fen, where it did. */
  private static String lost(WorkingLine line) {
    if (line.remainder() == 0) {
      return "";
    }
    String sign = line.remainder() < 0 ? "−" : "+";
    return " [" + sign + fraction(Math.abs(line.remainder()), line.divisor()) + " fen]";
  }

  private static String fraction(long numerator, long denominator) {
    try {
      return BigDecimal.valueOf(numerator)
          .divide(BigDecimal.valueOf(denominator))
          .stripTrailingZeros()
          .toPlainString();
    } catch (ArithmeticException endless) {
      return numerator + "/" + denominator;
    }
  }

  private static String percent(long numerator, long denominator) {
    BigInteger hundredfold = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(100));
    try {
      return new BigDecimal(hundredfold)
              .divide(BigDecimal.valueOf(denominator))
              .stripTrailingZeros()
              .toPlainString()
          + " %";
    } catch (ArithmeticException endless) {
      return numerator + "/" + denominator;
    }
  }

  /** Yuan with commas between the thousands. */
  private static String yuan(long fen) {
    StringBuilder text = new StringBuilder(new Money(fen).toString());
    int first = fen < 0 ? 1 : 0;
    for (int at = text.length() - 6; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
