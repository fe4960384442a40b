package io.caresettle.operator;

/**
 * The body of an act as text: one {@code name: value} a line, in the order they were put. Line
 * breaks and backslashes in values are escaped, so that a value can never look like another line.
 */
public final class ActBody {

  private final StringBuilder text = new StringBuilder();

  /**
   * Adds a line.
   *
   * @param name letters, digits, dots and dashes
   */
  public ActBody put(String name, Object value) {
    String clear = value.toString();
    text.append(name)
        .append(": ")
        .append(clear.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
        .append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }

  /** Leaves the values out: they may be personal. */
  @Override
  public String toString() {
    return "ActBody[" + text.length() + " characters]";
  }
}
