package io.caresettle.centre;

import io.caresettle.money.Money;

/**
 * The sums of one clearing group on one day, without the money of what was undone.
 *
 * @param settled how many settlements stand
 * @param undone how many stood and were undone since, that day or later
 * @param total of all payers together
 * @param funds of all funds together
 * @param otherLayers what commercial insurers and mutual funds pay
 * @param institution what the institution bears itself
 */
public record GroupTotals(
    ClearingGroup group,
    int settled,
    int undone,
    Money total,
    Money funds,
    Money personalAccount,
    Money familyAccount,
    Money otherLayers,
    Money institution,
    Money cash) {

  /**
   * @throws IllegalArgumentException when a count is below zero, or the payers do not add up
   */
  public GroupTotals {
    Money sum =
        funds
            .plus(personalAccount)
            .plus(familyAccount)
            .plus(otherLayers)
            .plus(institution)
            .plus(cash);
    if (settled < 0 || undone < 0 || !sum.equals(total)) {
      throw new IllegalArgumentException("The sums of a group do not add up to its total");
    }
  }
}
