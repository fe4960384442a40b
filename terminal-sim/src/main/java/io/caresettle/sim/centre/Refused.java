package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Refusal;

/** A refusal on its way to the answer; it never leaves the desk. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;

  Refused(Refusal refusal) {
    super(refusal.getCode(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
