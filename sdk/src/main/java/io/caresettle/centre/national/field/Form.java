package io.caresettle.centre.national.field;

import java.util.OptionalInt;

/**
 * The form of a field, as far as a source states it.
 *
 * @param length the most characters, or the most digits of a number; empty where none is stated
 * @param decimals of a number, how many of its digits stand behind the point
 */
public record Form(Kind kind, OptionalInt length, int decimals) {

  /** What a field holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** Such as 2024-01-08. */
    DATE,
    /** Such as 2024-01-08 15:01:00. */
    DATE_TIME,
    /** An object, a list, or JSON as text. */
    OBJECT,
    UNSTATED
  }

  /** Nothing is stated. */
  public static final Form UNSTATED = new Form(Kind.UNSTATED, OptionalInt.empty(), 0);

  static Form of(String type, String length) {
    Kind kind =
        switch (type) {
          case "char", "text" -> Kind.TEXT;
          case "num", "int" -> Kind.NUMBER;
          case "date" -> Kind.DATE;
          case "datetime" -> Kind.DATE_TIME;
          case "object", "json" -> Kind.OBJECT;
          default -> Kind.UNSTATED;
        };
    if (length.isEmpty()) {
      return new Form(kind, OptionalInt.empty(), 0);
    }
    String[] parts = length.split(",", 2);
    // One source writes 2,000 for two thousand characters.
    boolean grouped = kind != Kind.NUMBER && parts.length == 2 && parts[1].length() == 3;
    int most = Integer.parseInt(grouped ? parts[0] + parts[1] : parts[0]);
    boolean decimals = parts.length == 2 && !grouped;
    return new Form(kind, OptionalInt.of(most), decimals ? Integer.parseInt(parts[1]) : 0);
  }

  /** This form, with what it does not state taken from {@code other}. */
  public Form orElse(Form other) {
    if (kind == Kind.UNSTATED) {
      return other;
    }
    return length.isPresent() || other.kind != kind
        ? this
        : new Form(kind, other.length, other.decimals);
  }

  /** This form with another length. */
  public Form ofLength(int most) {
    return new Form(kind == Kind.UNSTATED ? Kind.TEXT : kind, OptionalInt.of(most), decimals);
  }
}
