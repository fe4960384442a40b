package io.caresettle.sim.simulate;

/** What a {@link Defect} is to tills at the sealed port, to those at the national one. */
public enum NationalDefect {
  /** None: the system as it is. */
  NONE,
  /** A reversal that is refused with a text that nobody knows is believed to have undone. */
  UNKNOWN_TEXT_IS_UNDONE,
  /** Nobody takes back the visits that were given up. */
  VISIT_LEFT,
  /** The calls of a visit are kept in memory only, and end with the process. */
  CALLS_FORGOTTEN,
  /** Settlements after the first go out under its message id. */
  ONE_ID_FOR_TWO,
  /** What a gateway says that heard nothing from the platform is taken for a refusal. */
  GATEWAY_IS_PLATFORM
}
