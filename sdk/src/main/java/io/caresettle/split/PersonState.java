package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the centre last said of the person's year: sums by accumulator, what the accounts hold, and
 * which payers serve this visit.
 *
 * @param yearToDate by name of the accumulator; one that is not named stands at zero
 * @param year the settlement year the sums are of, where it was said
 * @param currentYear what the account holds of this year's money; may be below zero: what one purse
 *     is overdrawn the other has not (SZ 54)
 * @param pastYears what it holds of former years' money
 * @param families accounts of the family that may pay, in that order
 * @param open payers that may be used; those the plan does not know are ignored
 */
public record PersonState(
    Map<String, Money> yearToDate,
    OptionalInt year,
    Money currentYear,
    Money pastYears,
    List<FamilyAccount> families,
    Set<Payer> open) {

  /**
   * @throws IllegalArgumentException when a sum of the year is negative, or two accounts of the
   *     family have one name
   */
  public PersonState {
    yearToDate = Map.copyOf(yearToDate);
    families = List.copyOf(families);
    open = Set.copyOf(open);
    yearToDate.forEach(
        (name, sum) -> {
          if (sum.isNegative()) {
            throw new IllegalArgumentException(
                "The sum of the year of "
                    + name
                    + " cannot be "
                    + sum
                    + " yuan; expected zero or more");
          }
        });
    Set<String> seen = new HashSet<>();
    for (FamilyAccount family : families) {
      if (!seen.add(family.id())) {
        throw new IllegalArgumentException("The family account " + family.id() + " occurs twice");
      }
    }
  }

  /** A person whose account nobody divided by years, without accounts of the family. */
  public PersonState(Map<String, Money> yearToDate, Money accountBalance, Set<Payer> open) {
    this(yearToDate, OptionalInt.empty(), accountBalance, Money.ZERO, List.of(), open);
  }

  /** What the person's own account holds, of all years together. */
  public Money accountBalance() {
    return currentYear.plus(pastYears);
  }
}
