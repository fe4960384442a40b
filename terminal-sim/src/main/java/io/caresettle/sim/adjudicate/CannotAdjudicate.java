package io.caresettle.sim.adjudicate;

/** The law gives no answer to this claim, or the pack or the claim cannot be read. */
public final class CannotAdjudicate extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is missing or wrong. */
  public enum Reason {
    /** A pack breaks the pack format. */
    MALFORMED_PACK,
    /** No pack serves this scheme, area, care and day. */
    NO_LAW,
    /** More than one pack serves them. */
    TWO_LAWS,
    /** The law names a number that nobody has published. */
    PARAMETER_NOT_PUBLISHED,
    /** A line names an item that the catalogue does not know. */
    UNKNOWN_ITEM,
    /** A line's total is not its price times its quantity. */
    LINE_TOTAL,
    /** A number, or a word, is not one that the law knows. */
    MALFORMED_CLAIM
  }

  private final Reason reason;
  private final String subject;

  CannotAdjudicate(Reason reason, String subject, String message) {
    super(message);
    this.reason = reason;
    this.subject = subject;
  }

  /** What is missing or wrong. */
  public Reason reason() {
    return reason;
  }

  /** What it is about: a line's id, a file's name, the name of a value. */
  public String subject() {
    return subject;
  }
}
