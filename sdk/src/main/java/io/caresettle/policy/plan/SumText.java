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
    if (!line.done() && line.operands().stream().allMatch(operand -> operand == 0)) {
      return "–"; // Nothing was computed; the remark says why not.
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
    return left.isEmpty() ? result : left + equal(line) + result;
  }

  /** What stands between the sum and its result: where rounding came in, the exact result too. */
  private static String equal(WorkingLine line) {
    if (line.remainder() == 0) {
      return " = ";
    }
    BigInteger exact =
        BigInteger.valueOf(line.result().fen())
            .multiply(BigInteger.valueOf(line.divisor()))
            .add(BigInteger.valueOf(line.remainder()));
    try {
      BigDecimal yuan =
          new BigDecimal(exact).divide(BigDecimal.valueOf(line.divisor())).movePointLeft(2);
      return " = " + yuan.toPlainString() + " ≈ ";
    } catch (ArithmeticException endless) {
      return " ≈ ";
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
