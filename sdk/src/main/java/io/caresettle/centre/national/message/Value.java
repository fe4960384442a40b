package io.caresettle.centre.national.message;

import java.util.List;
import java.util.Optional;

/** One value of a message, as it was written. */
public sealed interface Value
    permits Node, Value.Text, Value.Digits, Value.Truth, Value.Nothing, Value.Rows {

  /** A text. */
  record Text(String text) implements Value {}

  /** A number, as its digits: what it means is for whoever knows the field. */
  record Digits(String digits) implements Value {}

  /** {@code true} or {@code false}. */
  record Truth(boolean truth) implements Value {}

  /** {@code null}. */
  record Nothing() implements Value {}

  /** A list. */
  record Rows(List<Value> values) implements Value {

    public Rows {
      values = List.copyOf(values);
    }
  }

  /** What this says as text; a text, a number and a truth value are the same. Never empty. */
  default Optional<String> said() {
    if (this instanceof Text text) {
      return text.text().isEmpty() ? Optional.empty() : Optional.of(text.text());
    }
    if (this instanceof Digits digits) {
      return Optional.of(digits.digits());
    }
    return this instanceof Truth truth
        ? Optional.of(Boolean.toString(truth.truth()))
        : Optional.empty();
  }

  /** Whether this says nothing: null, an empty text, an object or a list without anything in it. */
  default boolean isEmpty() {
    if (this instanceof Node node) {
      return node.members().isEmpty();
    }
    if (this instanceof Rows rows) {
      return rows.values().isEmpty();
    }
    return said().isEmpty();
  }
}
