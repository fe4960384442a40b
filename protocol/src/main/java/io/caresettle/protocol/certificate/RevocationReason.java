package io.caresettle.protocol.certificate;

/** Why an authority took its word back. */
public enum RevocationReason {
  /**
   * The keys may be in other hands: the terminal was stolen. Also what any reason unknown here is.
   */
  KEY_COMPROMISE,
  /** There are newer certificates. */
  SUPERSEDED,
  /** The party does not exist any more. */
  CESSATION
}
