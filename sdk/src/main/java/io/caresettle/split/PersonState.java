package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import java.util.Map;
import java.util.Set;

/**
 * What the centre last said of the person's year: sums by accumulator, the account's balance, and
 * which payers serve this visit.
 *
 * @param yearToDate by name of the accumulator; one that is not named stands at zero
 * @param accountBalance may be below zero: an overdrawn account pays nothing
 * @param open payers that may be used; those the plan does not know are ignored
 */
public record PersonState(Map<String, Money> yearToDate, Money accountBalance, Set<Payer> open) {

  /**
   * @throws IllegalArgumentException when a sum of the year is negative
   */
  public PersonState {
    yearToDate = Map.copyOf(yearToDate);
    open = Set.copyOf(open);
    yearToDate.forEach(
        (name, sum) -> {
          if (sum.isNegative()) {
            throw new IllegalArgumentException(
                "The sum of the year of " + name + " cannot be " + sum + " yuan");
          }
        });
  }
}
