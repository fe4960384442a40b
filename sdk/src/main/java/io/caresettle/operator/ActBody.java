package io.caresettle.operator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** What {@link #put} wrote, by name and in its order. A line that nothing wrote is left out. */
  public static Map<String, String> read(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        values.put(line.substring(0, colon), unescaped(line.substring(colon + 2)));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static String unescaped(String value) {
    StringBuilder clear = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        char escaped = value.charAt(i);
        clear.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
      } else {
        clear.append(c);
      }
    }
    return clear.toString();
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
