package io.caresettle.sim.ledger;

/** What a centre does with the visits that were settled after one that is cancelled. */
public enum Profile {
  /** Only the newest settlement of the year may be cancelled. */
  LATEST_FIRST,
  /** The later visits are computed anew. */
  REPLAY,
  /** The later visits stay as they are. */
  FREE
}
