package io.caresettle.settlement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The body of a record as text: one {@code name: value} a line, in the order they were put. Line
 * breaks and backslashes in values are escaped, so that a value can never look like another line.
 */
public final class TextBody {

  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * One value more.
   *
   * @throws IllegalArgumentException when the name is taken
   */
  public TextBody put(String name, Object value) {
    if (values.put(name, value.toString()) != null) {
      throw new IllegalArgumentException("The value " + name + " is there already");
    }
    return this;
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when a line has another form
   */
  public static TextBody parse(String text) {
    TextBody body = new TextBody();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        body.put(line.substring(0, colon), unescape(line.substring(colon + 2)));
      } else if (!line.isEmpty()) {
        throw new IllegalArgumentException("A line of a journal record has no name");
      }
    }
    return body;
  }

  /**
   * The value of this name.
   *
   * @throws IllegalArgumentException when it is not there
   */
  public String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A journal record lacks its " + name);
    }
    return value;
  }

  /** Nothing where it is not there. */
  public String getOrEmpty(String name) {
    return values.getOrDefault(name, "");
  }

  void forEach(BiConsumer<String, String> each) {
    values.forEach(each);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> text.append(name).append(": ").append(escape(value)).append('\n'));
    return text.toString();
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String value) {
    if (value.indexOf('\\') < 0) {
      // Nearly all are so, and whoever asks for a bill reads all of its records.
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        char escaped = value.charAt(i);
        text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
