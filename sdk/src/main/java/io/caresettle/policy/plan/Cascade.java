package io.caresettle.policy.plan;

import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import io.caresettle.money.Rounding;
import java.math.BigInteger;
import java.util.List;

/** Bands with a rate each, and what they give of a stretch of cost. */
final class Cascade {

  /** So that a cost of some 10^12 fen times a numerator fits. */
  private static final long MOST_PARTS = 1_000_000;

  /** What nearly every rate is written in, and what divides most quickly. */
  static final long BASIS_POINTS = 10_000;

  private final long[] upTo;

  /** Of the side that is rounded: the fund's rates, or what they leave to the patient. */
  private final long[] side;

  private final long[] fund;
  private final long of;
  private final boolean perBand;
  private final boolean patientSide;
  private final RoundTo to;

  /**
   * @param upTo the last fen of each band; of the last {@link Long#MAX_VALUE}
   * @throws IllegalArgumentException when the bands do not ascend, or the rates have no common
   *     denominator of at most a million
   */
  Cascade(long[] upTo, List<Rate> rates, boolean perBand, boolean patientSide, RoundTo to) {
    this.upTo = upTo.clone();
    // Of one band both are the same, and this way shows one sum.
    this.perBand = perBand || upTo.length == 1;
    this.patientSide = patientSide;
    this.to = to;
    this.of = common(rates);
    this.fund = new long[upTo.length];
    this.side = new long[upTo.length];
    for (int k = 0; k < fund.length; k++) {
      fund[k] = rates.get(k).numerator() * (of / rates.get(k).denominator());
      side[k] = patientSide ? of - fund[k] : fund[k];
      if (upTo[k] < 0 || (k > 0 && upTo[k] <= upTo[k - 1])) {
        throw new IllegalArgumentException(
            "Bands ascend, but " + upTo[k] + " fen does not lie above the band before");
      }
    }
  }

  private static long common(List<Rate> rates) {
    long common = 1;
    for (Rate rate : rates) {
      // What this denominator has that the common one has not yet; it may be far too much.
      long more = new Rate(rate.denominator(), common).reduced().numerator();
      if (more > MOST_PARTS / common) {
        throw new IllegalArgumentException(
            "Rates need a common denominator of at most "
                + MOST_PARTS
                + ", found "
                + BigInteger.valueOf(common).multiply(BigInteger.valueOf(more)));
      }
      common *= more;
    }
    return BASIS_POINTS % common == 0 ? BASIS_POINTS : common;
  }

  /** The only band's rate, for a working that has nothing to multiply. */
  void nothing(Working working) {
    working.add(Formula.PRODUCT, Remark.NOTHING_LEFT, 0, fund[0], 0, 0, of, 0, 0);
  }

  /** Whether the working's last line shows all that {@link #give} answered. */
  boolean endsWithItsSum() {
    return !perBand;
  }

  /** How many bands there are. */
  int bands() {
    return upTo.length;
  }

  /**
   * What the bands give of the cost above {@code from} and up to {@code end}. Below zero where the
   * patient's side is rounded up to more than the cost.
   */
  long give(long from, long end, Working working) {
    long sum = 0;
    long exact = 0;
    long whole = 0;
    long start = 0;
    for (int k = 0; start < end; k++) { // The last band has no end.
      long length = Math.min(end, upTo[k]) - Math.max(from, start);
      start = upTo[k];
      if (length <= 0) {
        continue;
      }
      if (perBand) {
        long rounded = to.divide(length * side[k], of);
        long given = patientSide ? length - rounded : rounded;
        sum += given;
        if (working.isOn()) {
          working.add(
              patientSide ? Formula.OTHER_SIDE : Formula.PRODUCT,
              Remark.NONE,
              length,
              side[k],
              0,
              0,
              of,
              given,
              length * fund[k] - given * of);
        }
      } else {
        exact += length * side[k];
        whole += length;
        working.exact(length, side[k], of);
      }
    }
    return perBand ? sum : once(exact, whole, working);
  }

  /** Nothing is told of no cost: who reads it would look for what was added up. */
  private long once(long exact, long whole, Working working) {
    if (whole == 0) {
      return 0;
    }
    long rounded = to.divide(exact, of);
    if (working.isOn()) {
      working.add(Formula.QUOTIENT, Remark.NONE, exact, 0, 0, 0, of, rounded, exact - rounded * of);
    }
    if (!patientSide) {
      return rounded;
    }
    long given = whole - rounded;
    working.sum(Formula.REST, Remark.NONE, whole, rounded, 0, 0, given);
    return given;
  }

  /**
   * How much of the cost above {@code from} and up to {@code end} a payment answers to: the bands
   * it fills, and in the first that it does not fill the payment ÷ the rate, half up.
   */
  long reached(long from, long end, long paid) {
    long left = paid * of;
    long reached = 0;
    long start = 0;
    for (int k = 0; start < end; k++) { // The last band has no end.
      long length = Math.max(0, Math.min(end, upTo[k]) - Math.max(from, start));
      start = upTo[k];
      long cost = length * fund[k];
      if (cost > left) {
        return reached + Math.min(length, Rounding.HALF_UP.divide(left, fund[k]));
      }
      left -= cost;
      reached += length;
    }
    return reached;
  }
}
