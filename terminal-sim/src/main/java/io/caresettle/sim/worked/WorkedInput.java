package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an example's bill is made of, and how the person stood before it.
 *
 * @param totals where there are no items
 * @param accumulators by name
 * @param balances by name; none where the example says nothing of them
 * @param families what each account of the family holds, in the order in which they pay
 * @param year the settlement year, where the policy asks for one
 */
record WorkedInput(
    List<Item> items,
    Optional<Totals> totals,
    Map<String, Money> accumulators,
    Map<String, Money> balances,
    List<Money> families,
    OptionalInt year) {

  static final String OWN = "personalAccount";
  static final String CURRENT = "personalAccountCurrentYear";
  static final String PAST = "personalAccountPastYears";

  WorkedInput {
    items = List.copyOf(items);
    accumulators = Map.copyOf(accumulators);
    balances = Map.copyOf(balances);
    families = List.copyOf(families);
  }

  /** One item; where only its amount is known, one unit at that price. */
  record Item(
      String category, UnitPrice price, Quantity quantity, Optional<UnitPrice> priceLimit) {}

  /** The four parts. */
  record Totals(Money outOfCatalogue, Money overLimit, Money firstSelfPay, Money inScope) {
    Money total() {
      return outOfCatalogue.plus(overLimit).plus(firstSelfPay).plus(inScope);
    }
  }

  /** What the person's own account holds of this year; all of it where nobody tells them apart. */
  Money currentYear() {
    return balance(OWN).plus(balance(CURRENT));
  }

  Money pastYears() {
    return balance(PAST);
  }

  Money accumulator(String name) {
    return accumulators.getOrDefault(name, Money.ZERO);
  }

  private Money balance(String name) {
    return balances.getOrDefault(name, Money.ZERO);
  }
}
