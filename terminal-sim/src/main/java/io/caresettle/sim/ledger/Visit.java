package io.caresettle.sim.ledger;

import io.caresettle.sim.adjudicate.Claim;

/**
 * One bill of one person that is to be settled.
 *
 * @param settlement the id of its settlement
 * @param claim its sums of the year do not count: they are read from the ledger
 * @param stay the id of the stay that the bill belongs to; empty where there was none
 */
public record Visit(String settlement, String person, Claim claim, String stay) {

  /** A visit that is no stay. */
  public Visit(String settlement, String person, Claim claim) {
    this(settlement, person, claim, "");
  }
}
