package io.caresettle.sim.centre;

/** What a centre asks of a cancellation (撤销) when the person has later visits in the year. */
public enum CancellationProfile {
  /** Later visits that stand are undone first; else it is refused. */
  LATEST_FIRST,
  /**
   * Later visits are judged again without it. Their receipts stay as they were signed; what the
   * funds paid too much or too little is booked as due between them and the person.
   */
  REPLAY,
  /** It is undone, and later visits stay as they were judged. */
  FREE
}
