package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What an estimate knows of a bill beyond what the centre would say of it.
 *
 * @param supplements by name, in the plan's order; parts of what their payers pay
 * @param supplementPayers who pays each of them, by the same names
 * @param currentYear the part of the account's payment from this year's money
 * @param pastYears the part from former years' money
 * @param families by name, in the order in which they pay
 * @param offSiteFirst what care away from home took of the cost in scope first
 * @param aboveCeiling the cost in scope above the pool's ceiling
 * @param criticalBase what of this bill counts towards the year's own burden
 * @param settlementYear the year the bill counts in, where its days were said
 */
public record Detail(
    Map<String, Money> supplements,
    Map<String, Payer> supplementPayers,
    Money currentYear,
    Money pastYears,
    Map<String, Money> families,
    Money offSiteFirst,
    Money aboveCeiling,
    Money criticalBase,
    OptionalInt settlementYear,
    List<Warning> warnings) {

  public Detail {
    supplements = Collections.unmodifiableMap(new LinkedHashMap<>(supplements));
    supplementPayers = Map.copyOf(supplementPayers);
    families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    warnings = List.copyOf(warnings);
  }

  /** What follows from a split alone: nobody told the account's parts apart. */
  static Detail of(SettlementSplit split) {
    Money family = split.paidBy(Payer.FAMILY_ACCOUNT);
    return new Detail(
        Map.of(),
        Map.of(),
        split.paidBy(Payer.PERSONAL_ACCOUNT),
        Money.ZERO,
        family.fen() == 0 ? Map.of() : Map.of("family", family),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        OptionalInt.empty(),
        List.of());
  }

  /** The supplements that this payer pays, by name, in the plan's order. */
  public Map<String, Money> supplementsOf(Payer payer) {
    Map<String, Money> own = new LinkedHashMap<>();
    supplements.forEach(
        (name, amount) -> {
          if (supplementPayers.get(name) == payer) {
            own.put(name, amount);
          }
        });
    return own;
  }

  /** Whether its parts are parts of this split, to the fen. */
  boolean fits(SettlementSplit split) {
    Money named = sum(supplements);
    Money supplementing =
        split.paidBy(Payer.CIVIL_SERVANT_SUBSIDY).plus(split.paidBy(Payer.SUPPLEMENTS));
    return currentYear.plus(pastYears).equals(split.paidBy(Payer.PERSONAL_ACCOUNT))
        && sum(families).equals(split.paidBy(Payer.FAMILY_ACCOUNT))
        && named.compareTo(supplementing) <= 0;
  }

  private static Money sum(Map<String, Money> parts) {
    Money sum = Money.ZERO;
    for (Money part : parts.values()) {
      sum = sum.plus(part);
    }
    return sum;
  }
}
