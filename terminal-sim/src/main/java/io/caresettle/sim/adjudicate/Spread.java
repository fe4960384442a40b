package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** How an amount is spread over lines, so that whole fen add up to it. */
enum Spread {
  /** Each line gets what the running sum of the weights makes due, less what is given already. */
  CUMULATIVE,
  /** Each line gets its whole fen; those left over go to the largest fractions. */
  LARGEST_REMAINDER;

  /** Spreads {@code amount} by {@code weights}; it is not more than all of them together. */
  List<Fraction> over(List<Fraction> weights, Fraction amount) {
    Fraction all = Fraction.ZERO;
    for (Fraction weight : weights) {
      all = all.plus(weight);
    }
    if (all.isZero()) {
      return new ArrayList<>(Collections.nCopies(weights.size(), Fraction.ZERO));
    }
    Fraction perWeight = amount.dividedBy(all);
    return this == CUMULATIVE
        ? cumulative(weights, perWeight)
        : largestRemainder(weights, perWeight, amount);
  }

  private static List<Fraction> cumulative(List<Fraction> weights, Fraction perWeight) {
    List<Fraction> shares = new ArrayList<>();
    Fraction running = Fraction.ZERO;
    Fraction given = Fraction.ZERO;
    for (Fraction weight : weights) {
      running = running.plus(weight);
      Fraction due = Rounding.DOWN_FEN.of(running.times(perWeight));
      shares.add(due.minus(given));
      given = due;
    }
    return shares;
  }

  private static List<Fraction> largestRemainder(
      List<Fraction> weights, Fraction perWeight, Fraction amount) {
    List<Fraction> shares = new ArrayList<>();
    List<Fraction> fractions = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    Fraction leftOver = amount;
    for (Fraction weight : weights) {
      Fraction due = weight.times(perWeight);
      Fraction whole = Rounding.DOWN_FEN.of(due);
      order.add(shares.size());
      shares.add(whole);
      fractions.add(due.minus(whole));
      leftOver = leftOver.minus(whole);
    }
    // A stable order: of equal fractions the lower line comes first.
    order.sort(Comparator.comparing(fractions::get, Comparator.reverseOrder()));
    for (int i = 0; i < leftOver.exact(); i++) {
      shares.set(order.get(i), shares.get(order.get(i)).plus(Fraction.ONE));
    }
    return shares;
  }
}
