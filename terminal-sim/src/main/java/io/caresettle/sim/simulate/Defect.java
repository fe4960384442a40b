package io.caresettle.sim.simulate;

/**
 * A rule of the design that is broken on purpose, at a seam and never in code that ships, to see
 * that the simulation notices.
 */
public enum Defect {
  /** None: the system as it is. */
  NONE,
  /** A restarted till forgets what it intended, and settles under a new message. */
  NEW_ID_AFTER_RESTART,
  /** "Not found" is taken for "did not settle", and the centre keeps no tombstones. */
  NOT_FOUND_IS_FAILED,
  /** A settlement is sent before its intent is durable. */
  SENT_BEFORE_DURABLE,
  /** The centre remembers in memory only which messages it answered. */
  CENTRE_DEDUP_IN_MEMORY,
  /** A reversal is believed to have worked after five tries. */
  REVERSAL_GIVEN_UP,
  /** The slip is printed as soon as the answer comes. */
  SLIP_BEFORE_DURABLE,
  /** A reversal is sent before its intent is durable. */
  REVERSAL_NOT_DURABLE,
  /** The centre loses its tombstones when it restarts. */
  LOST_TOMBSTONE,
  /** Two tills of one institution have one slot. */
  SLOT_COLLISION,
  /** The centre lets a quote be used again. */
  QUOTE_USED_TWICE,
  /** A caller books what settled, though it is being reversed. */
  LATE_ANSWER_WINS,
  /** A caller that ended settles under another bill number, without asking. */
  CALLER_SETTLES_AGAIN,
  /** What the centre has not seen is believed never to arrive. */
  ABSENT_TOO_EARLY
}
