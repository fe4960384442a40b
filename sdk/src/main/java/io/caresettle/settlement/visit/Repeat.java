package io.caresettle.settlement.visit;

/** What the centre does with the same undo once more. */
enum Repeat {
  /** It is done once, and says so again. */
  HARMLESS,
  /** It is refused in a way that says that it was done. */
  REFUSED_AS_DONE,
  /** Nobody published it; treated as if it were done twice. */
  UNKNOWN;

  boolean maySendAgain() {
    return this != UNKNOWN;
  }
}
