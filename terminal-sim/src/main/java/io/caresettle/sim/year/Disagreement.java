package io.caresettle.sim.year;

/** The terminal and the centre, or the books and themselves, say two things of one bill. */
final class Disagreement extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Disagreement(String which, String what) {
    super(which + ": " + what);
  }
}
