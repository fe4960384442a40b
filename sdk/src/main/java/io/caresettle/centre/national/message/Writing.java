package io.caresettle.centre.national.message;

import java.util.Map;

/** Writes a message on one line; Chinese stays as it is. */
final class Writing {

  private Writing() {}

  static void write(Value value, StringBuilder out) {
    if (value instanceof Node node) {
      String comma = "{";
      for (Map.Entry<String, Value> member : node.members().entrySet()) {
        out.append(comma);
        quote(member.getKey(), out);
        out.append(':');
        write(member.getValue(), out);
        comma = ",";
      }
      out.append(node.members().isEmpty() ? "{}" : "}");
    } else if (value instanceof Value.Rows rows) {
      String comma = "[";
      for (Value row : rows.values()) {
        out.append(comma);
        write(row, out);
        comma = ",";
      }
      out.append(rows.values().isEmpty() ? "[]" : "]");
    } else if (value instanceof Value.Text text) {
      quote(text.text(), out);
    } else if (value instanceof Value.Digits digits) {
      out.append(digits.digits());
    } else if (value instanceof Value.Truth truth) {
      out.append(truth.truth());
    } else {
      out.append("null");
    }
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
          if (c < 0x20 || isLone(text, i)) {
            out.append("\\u").append(String.format("%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** A lone surrogate has no UTF-8. */
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
