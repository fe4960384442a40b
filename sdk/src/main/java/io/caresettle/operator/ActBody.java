package io.caresettle.operator;

import java.util.regex.Pattern;

/**
 * The body of an act as text: one {@code name: value} a line, in the order they were put. Line
 * breaks and backslashes in values are escaped, so that a value can never look like another line.
 */
public final class ActBody {

  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z.-]{1,64}");

  private final StringBuilder text = new StringBuilder();

  /**
   * Adds a line.
   *
   * @param name letters, digits, dots and dashes
   */
  public ActBody put(String name, Object value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A line of an act is named by letters, digits, dots, dashes");
    }
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
