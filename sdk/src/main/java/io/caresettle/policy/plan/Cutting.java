package io.caresettle.policy.plan;

import io.caresettle.money.RoundTo;
import java.util.Optional;

/** Steps that cut a bill, line by line, by what it is made of. */
public sealed interface Cutting extends Step {

  /** Amount of a line: unit price × quantity, rounded. The bill's total is the sum of these. */
  record LineTotal(Basis basis, RoundTo to) implements Cutting {
    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  /** Class C: the whole line is the patient's. */
  record OutOfCatalogue(Basis basis) implements Cutting {}

  /** What a unit costs above the limit, times the quantity, rounded. */
  record PriceLimit(Basis basis, RoundTo to) implements Cutting {
    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  /**
   * The patient's first slice of what the price limit left.
   *
   * @param byRateGroup rounded once for all lines of one rate, not line by line
   */
  record FirstSelfPay(Basis basis, RoundTo to, boolean byRateGroup) implements Cutting {
    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  /** What is left of each line, by subtraction, so that a line's parts always make the line. */
  record InScope(Basis basis) implements Cutting {}
}
