package io.caresettle.sim.simulate;

/** How messages travel. Documents are signed in either case. */
public enum Crypto {
  /** Without the seal of a session. */
  STUB,
  /** Each sealed by one end of a real session and opened by the other. */
  REAL
}
