package io.caresettle.policy.plan;

import io.caresettle.money.RoundTo;
import io.caresettle.money.Rounding;

/** Computes a working line anew from what it shows. */
final class Replay {

  private Replay() {}

  static long of(WorkingLine line) {
    long a = line.operands().get(0);
    long b = line.operands().get(1);
    long c = line.operands().get(2);
    long d = line.operands().get(3);
    long divisor = line.divisor();
    RoundTo to = line.rounding().orElse(RoundTo.HALF_UP_FEN);
    return switch (line.formula()) {
      case WHOLE -> a;
      case PRODUCT -> to.scale(a, b, divisor);
      case EXCESS -> to.scale(a - b, c, divisor);
      case OTHER_SIDE -> a - to.scale(a, b, divisor);
      case QUOTIENT -> to.divide(a, divisor);
      case CAP, EXACT -> Rounding.DOWN.scale(a, b, divisor);
      case SUM -> a + b + c + d;
      case REST -> a - b - c - d;
      case LESSER -> Math.min(a, Math.max(0, b - c));
    };
  }
}
