package io.caresettle.sim.proxy;

/** Which way a piece goes. */
public enum Direction {
  TO_CENTRE,
  TO_TERMINAL
}
