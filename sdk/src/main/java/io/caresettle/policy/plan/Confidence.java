package io.caresettle.policy.plan;

/** How sure we are that a figure is the one in the instrument. */
public enum Confidence {
  /** Read in the instrument itself. */
  HIGH,
  /** From a source that repeats it. */
  MEDIUM,
  /** From a source nobody could check. */
  LOW,
  /** No source at all. */
  NONE
}
