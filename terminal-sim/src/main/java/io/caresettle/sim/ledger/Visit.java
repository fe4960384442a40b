package io.caresettle.sim.ledger;

import io.caresettle.sim.adjudicate.Claim;
import java.time.LocalDate;

/**
 * One bill of one person that is to be settled.
 *
 * @param settlement the id of its settlement
 * @param claim its sums of the year do not count: they are read from the ledger
 * @param discharge the last day of a stay; the day of service where there was none
 * @param stay the id of the stay that the bill belongs to; empty where there was none
 */
public record Visit(
    String settlement, String person, Claim claim, LocalDate discharge, String stay) {

  /**
   * @throws IllegalArgumentException when it ends before the bill's day
   */
  public Visit {
    if (discharge.isBefore(claim.date())) {
      throw new IllegalArgumentException(
          "Visit "
              + settlement
              + ": found a discharge on "
              + discharge
              + ", expected none before the bill's "
              + claim.date());
    }
  }

  /** A visit that is no stay. */
  public Visit(String settlement, String person, Claim claim) {
    this(settlement, person, claim, claim.date(), "");
  }
}
