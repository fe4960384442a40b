package io.caresettle.policy.plan;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Writes the sum of a working line. Only text: the amounts were made before. */
final class SumText {

  private SumText() {}

  static String of(WorkingLine line) {
    if (line.basis().kind() == StepKind.USABLE_FUNDS) {
      return "–"; // It has no sum; an amount of nothing would read as: no money may be used.
    }
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
          case CAP, EXACT -> yuan(a) + " × " + percent(b, line.divisor());
          case OTHER_SIDE -> yuan(a) + " − " + yuan(a) + " × " + percent(b, line.divisor());
          case QUOTIENT -> "Σ";
          case EXCESS ->
              "(" + new UnitPrice(a) + " − " + new UnitPrice(b) + ") × " + new Quantity(c);
          case SUM -> a == 0 && b != 0 ? terms(" + ", b, c, d) : terms(" + ", a, b, c, d);
          case REST -> terms(" − ", a, b, c, d);
          case LESSER -> "min(" + yuan(a) + ", " + left(b, c) + ")";
        };
    if (line.formula() == Formula.EXACT) {
      return left + exact(line).map(yuan -> " = " + yuan).orElse("");
    }
    String result = yuan(line.result().fen());
    return left.isEmpty() || left.equals(result) ? result : left + equal(line) + result;
  }

  /** What c leaves of b; where it leaves less than nothing, nothing. */
  private static String left(long b, long c) {
    String rest = yuan(b) + (c == 0 ? "" : " − " + yuan(c));
    return b < c ? "max(0.00, " + rest + ")" : rest;
  }

  /** The first term always, the others where there is something to add or subtract. */
  private static String terms(String sign, long first, long... others) {
    StringBuilder text = new StringBuilder(yuan(first));
    for (long other : others) {
      if (other != 0) {
        text.append(sign).append(yuan(other));
      }
    }
    return text.toString();
  }

  /** What stands between the sum and its result: where rounding came in, the exact result too. */
  private static String equal(WorkingLine line) {
    if (line.remainder() == 0) {
      return " = ";
    }
    return exact(line).map(yuan -> " = " + yuan + " ≈ ").orElse(" ≈ ");
  }

  /** The exact result, where it ends. */
  private static Optional<String> exact(WorkingLine line) {
    BigInteger exact =
        BigInteger.valueOf(line.result().fen())
            .multiply(BigInteger.valueOf(line.divisor()))
            .add(BigInteger.valueOf(line.remainder()));
    try {
      BigDecimal yuan =
          new BigDecimal(exact).divide(BigDecimal.valueOf(line.divisor())).movePointLeft(2);
      return Optional.of(grouped(yuan.toPlainString())); // Never less than two places.
    } catch (ArithmeticException endless) {
      return Optional.empty();
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
    return grouped(new Money(fen).toString());
  }

  private static String grouped(String plain) {
    StringBuilder text = new StringBuilder(plain);
    int first = plain.startsWith("-") ? 1 : 0;
    for (int at = plain.indexOf('.') - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
