package io.caresettle.sim.entitle;

/** Whether something may be used on the day, and why. */
public record Verdict(State state, Note because) {

  /** How it stands. */
  public enum State {
    /** It pays. */
    OPEN,
    /** It did not pay on the day, and pays now that the gap was made good in time. */
    PAYABLE_AFTERWARDS,
    /** It pays nothing. */
    CLOSED
  }

  static Verdict open(Note because) {
    return new Verdict(State.OPEN, because);
  }

  static Verdict closed(Note because) {
    return new Verdict(State.CLOSED, because);
  }

  /** Whether it pays on the day. */
  public boolean isOpen() {
    return state == State.OPEN;
  }
}
