package io.caresettle.sim.national;

/** The platform says no, in the words of {@code err_msg}. */
final class SaysNo extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final boolean keeps;

  private SaysNo(String text, boolean keeps) {
    super(text, null, false, false);
    this.text = text;
    this.keeps = keeps;
  }

  /** Nothing was done. */
  SaysNo(String text) {
    this(text, false);
  }

  /** What was written on the way stays: a tombstone, a note for the bureau. */
  static SaysNo keeping(String text) {
    return new SaysNo(text, true);
  }

  String text() {
    return text;
  }

  boolean keeps() {
    return keeps;
  }
}
