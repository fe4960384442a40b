package io.caresettle.settlement;

/** What the operator wants of a bill whose fate is unknown. */
public enum Wish {
  /** Keep it if it settled; the patient still stands here. */
  WANTED,
  /** Undo it, whether it settled or not. */
  NOT_WANTED
}
