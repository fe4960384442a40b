package io.caresettle.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object, written key by key in the order given.
 *
 * <p>Amounts go in as text, such as {@code "105.30"}: a reader must not pass them through a binary
 * fraction, so there is no way to put one.
 */
public final class Json {

  private final Map<String, Object> members = new LinkedHashMap<>();

  private Json() {}

  public static Json object() {
    return new Json();
  }

  public Json put(String key, String text) {
    return member(key, text);
  }

  public Json put(String key, long number) {
    return member(key, number);
  }

  public Json put(String key, boolean truth) {
    return member(key, truth);
  }

  public Json put(String key, Json object) {
    return member(key, object);
  }

  /** A list of objects. */
  public Json put(String key, List<Json> objects) {
    return member(key, List.copyOf(objects));
  }

  /** A list of texts. */
  public Json putTexts(String key, List<String> texts) {
    return member(key, List.copyOf(texts));
  }

  private Json member(String key, Object value) {
    if (members.putIfAbsent(key, value) != null) {
      throw new IllegalArgumentException("The key '" + key + "' is there already");
    }
    return this;
  }

  /** On one line. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(this, out, "", false);
    return out.toString();
  }

  /** On many lines, indented by two spaces. */
  public String pretty() {
    StringBuilder out = new StringBuilder();
    write(this, out, "\n", true);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out, String newLine, boolean pretty) {
    if (value instanceof Json json) {
      List<Runnable> members = new ArrayList<>();
      json.members.forEach(
          (key, member) ->
              members.add(
                  () -> {
                    quote(key, out);
                    out.append(pretty ? ": " : ":");
                    write(member, out, pretty ? newLine + "  " : "", pretty);
                  }));
      writeAll('{', '}', members, out, newLine, pretty);
    } else if (value instanceof List<?> list) {
      List<Runnable> elements = new ArrayList<>();
      for (Object element : list) {
        elements.add(() -> write(element, out, pretty ? newLine + "  " : "", pretty));
      }
      writeAll('[', ']', elements, out, newLine, pretty);
    } else if (value instanceof String text) {
      quote(text, out);
    } else {
      out.append(value);
    }
  }

  private static void writeAll(
      char open,
      char close,
      List<Runnable> parts,
      StringBuilder out,
      String newLine,
      boolean pretty) {
    out.append(open);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : ",").append(pretty ? newLine + "  " : "");
      parts.get(i).run();
    }
    out.append(parts.isEmpty() ? "" : newLine).append(close);
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // A lone surrogate has no UTF-8; U+2028 and U+2029 end lines in JavaScript.
          if (c < 0x20 || c == '\u2028' || c == '\u2029' || isLone(text, i)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
