package io.caresettle.sim.centre;

/** A bill that was begun at the centre and never brought to an end. */
public record Hanging(String institutionCode, String billNumber, Kind kind) {

  /** How far it came. */
  public enum Kind {
    /** There is a quote, and neither a settlement nor a reversal of it. */
    QUOTED_ONLY,
    /** A settle message was answered, the answer was lost, and nobody asked since. */
    ANSWER_UNHEARD
  }
}
