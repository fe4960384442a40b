package io.caresettle.centre.national.field;

/**
 * One row of one source.
 *
 * @param node the path below {@code input} or {@code output}, with points; empty for directly below
 * @param zh its Chinese name; empty where the source has none
 * @param flag whether it must be sent
 * @param coded whether its values come from a table
 * @param confirmed whether some source shows the node on the wire and the flag is unambiguous
 * @param source where it was read
 */
public record FieldRow(
    String transaction,
    Direction direction,
    String node,
    Edition edition,
    String name,
    String zh,
    Form form,
    Flag flag,
    boolean coded,
    boolean confirmed,
    String source) {

  /** What a source says of whether a field must be sent. */
  public enum Flag {
    REQUIRED,
    /** A mark that may mean something else. */
    UNCLEAR,
    /** It may be left out, or nothing is stated. */
    UNMARKED
  }
}
