package io.caresettle.sim.simulate;

/** Ends a process where it stands. No program can catch that, so nothing here may count on it. */
final class ProcessEnded extends Error {

  private static final long serialVersionUID = 1L;

  ProcessEnded() {
    super("The process ended", null, false, false);
  }
}
