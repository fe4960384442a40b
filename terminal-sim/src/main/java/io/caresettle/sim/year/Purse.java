package io.caresettle.sim.year;

import io.caresettle.sim.adjudicate.Judgement;

/**
 * What a personal account holds, in fen.
 *
 * @param current of this year's money; below zero where it was overdrawn before
 * @param past of past years'
 */
record Purse(long current, long past) {

  Purse plus(long fen) {
    return new Purse(current + fen, past);
  }

  /** After it paid its part of a bill. */
  Purse after(Judgement.Accounts paid) {
    return new Purse(current - paid.currentYear(), past - paid.pastYears());
  }

  /** Whether nothing was taken that was not there. */
  boolean heldEnough(Judgement.Accounts paid) {
    return paid.currentYear() <= Math.max(0, current)
        && paid.pastYears() <= Math.max(0, past)
        && paid.currentYear() + paid.pastYears() <= Math.max(0, current + past);
  }
}
