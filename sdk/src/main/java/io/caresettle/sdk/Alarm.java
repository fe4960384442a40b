package io.caresettle.sdk;

/**
 * Something at a terminal that a person has to do something about, in words that say what. It
 * stands until it is over, and whoever takes a shift is told and signs for it.
 *
 * @param zh for the operator's screen; names no person
 * @param en the same in English
 */
public record Alarm(Kind kind, String zh, String en) {

  /** What it is about. */
  public enum Kind {
    /** The centre takes this journal for a copy; it has another slot now, and disputed bills. */
    JOURNAL_IS_COPY,
    /** The same, and the institution has no slot left: nothing is settled or undone here. */
    NO_SLOT_LEFT,
    /** The centre does not let this terminal sign in. */
    SIGN_IN_REFUSED,
    /** This machine's clock stands a day or more before what it wrote last. */
    CLOCK_SET_BACK,
    /** The centre holds a settlement of which this journal knows nothing. */
    HELD_BY_CENTRE_ONLY,
    /** Costs that no fund settled wait too long to be told to the centre (NT 41). */
    COSTS_WAIT,
    /** The centre will not take such costs. */
    COSTS_REFUSED,
    /** Such costs wait, and nobody here can open their records any more. */
    COSTS_UNREADABLE
  }

  /** Both, as a screen shows them. */
  public String text() {
    return zh + " / " + en;
  }
}
