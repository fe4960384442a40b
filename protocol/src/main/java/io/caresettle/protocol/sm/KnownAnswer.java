package io.caresettle.protocol.sm;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** The fields of one test, read strictly: a test that cannot be read has failed. */
final class KnownAnswer {

  private final Map<String, ?> fields;

  KnownAnswer(Map<String, ?> fields) {
    this.fields = fields;
  }

  /** A field is missing, or not written as it must be. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
      super(what);
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  String text(String name) throws Unreadable {
    Object value = fields.get(name);
    if (value == null) {
      throw new Unreadable("The field " + name + " is missing");
    }
    return value.toString();
  }

  byte[] bytes(String name) throws Unreadable {
    try {
      return HexFormat.of().parseHex(text(name));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("The field " + name + " is not written in hex digits");
    }
  }

  /** As {@link #bytes}, where there is one length only. */
  byte[] bytes(String name, int length) throws Unreadable {
    byte[] bytes = bytes(name);
    if (bytes.length != length) {
      throw new Unreadable(
          "The field " + name + " has " + bytes.length + " bytes instead of " + length);
    }
    return bytes;
  }

  int count(String name) throws Unreadable {
    try {
      int count = Integer.parseInt(text(name));
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Falls through: the same sentence for zero and for no number.
    }
    throw new Unreadable("The field " + name + " is not a number of 1 or more");
  }

  /** Whether the answer is to be accepted. */
  boolean isValid() throws Unreadable {
    return switch (text("result")) {
      case "valid" -> true;
      case "invalid" -> false;
      default -> throw new Unreadable("The field result is neither valid nor invalid");
    };
  }

  /** As {@link #isValid}, in files that have valid tests only and need not say so. */
  boolean isValidUnlessSaid() throws Unreadable {
    return !has("result") || isValid();
  }

  /** Whether the field, if there is one, is {@code expected}. */
  boolean agrees(String name, byte[] expected) throws Unreadable {
    return !has(name) || Arrays.equals(bytes(name), expected);
  }
}
