package io.caresettle.sim.centre;

import io.caresettle.protocol.keys.EncryptionPair;

/**
 * The recovery pair of the invented institutions. A real institution keeps its pair far from every
 * terminal; this one lies in this jar for everybody to read, as all of the simulator's keys do.
 */
public final class TestRecoveryKey {

  private TestRecoveryKey() {}

  /** The pair itself, as its keeper has it; a terminal gets the public half. */
  public static EncryptionPair pair() {
    return TestKeys.keys("recovery").encryption();
  }
}
