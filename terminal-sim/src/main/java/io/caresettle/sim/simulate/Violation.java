package io.caresettle.sim.simulate;

/**
 * A promise that was broken in a seed.
 *
 * @param invariant which promise
 * @param where the bill, message or ledger
 * @param at the virtual time
 */
public record Violation(long seed, String invariant, String where, String at, String what) {

  @Override
  public String toString() {
    return "seed " + seed + " at " + at + ": " + invariant + ": " + where + ": " + what;
  }
}
