package io.caresettle.credential;

/** Who found a card genuine by its answer to INTERNAL AUTHENTICATION. */
public enum CardProof {
  /** The terminal's own security module, in a slot beside the card's. */
  PSAM,
  /** The centre, which asked the card through the terminal. */
  CENTRE,
  /**
   * Nobody: the card was only read. Comes from a reader with a test profile alone, and no patient
   * is identified by such a card outside tests.
   */
  NONE
}
