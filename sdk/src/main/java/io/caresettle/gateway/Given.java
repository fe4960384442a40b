package io.caresettle.gateway;

import io.caresettle.money.Money;
import io.caresettle.reading.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One value of a request's body, and its place. Every getter answers the value in one form or stops
 * the request with its place, what was found and what was expected; {@link #nothingElse} stops it
 * at keys that nobody asked for.
 */
final class Given {

  /** What stands in a body and is never taken. */
  enum Odd {
    NULL,
    FRACTION
  }

  private final String pointer;
  private final Object value;
  private final Set<String> asked = new TreeSet<>();

  Given(String pointer, Object value) {
    this.pointer = pointer;
    this.value = value;
  }

  static Given nothing() {
    return new Given("", Map.of());
  }

  String pointer() {
    return pointer;
  }

  /** The value of a key that must be there. */
  Given at(String key) {
    return maybe(key)
        .orElseThrow(() -> Problem.at(pointer, "no '" + key + "'", "the key '" + key + "'"));
  }

  /** The value of a key that may be left out. */
  Optional<Given> maybe(String key) {
    asked.add(key);
    return Optional.ofNullable(members().get(key));
  }

  boolean has(String key) {
    return maybe(key).isPresent();
  }

  /**
   * @throws Problem when a key stands here or below that nobody asked for
   */
  void nothingElse() {
    if (value instanceof Map<?, ?>) {
      members().forEach(this::requireAsked);
    } else if (value instanceof List<?>) {
      elements().forEach(Given::nothingElse);
    }
  }

  private void requireAsked(String key, Given member) {
    if (!asked.contains(key)) {
      Set<String> free = new TreeSet<>(asked);
      free.removeAll(members().keySet());
      String known = asked.isEmpty() ? "nothing here" : "one of " + String.join(", ", asked);
      throw Problem.at(
          member.pointer,
          "the unknown key '" + printable(key) + "'",
          Nearest.to(key, free).map(near -> "perhaps '" + near + "'").orElse(known));
    }
    member.nothingElse();
  }

  /** The elements of a list; none is longer than any bill. */
  List<Given> list(int most) {
    if (!(value instanceof List<?>)) {
      throw wrong("a list");
    }
    if (elements().size() > most) {
      throw Problem.at(pointer, elements().size() + " elements", "at most " + most);
    }
    return elements();
  }

  /** A text that is not empty. What it says is never repeated. */
  String text(String expected) {
    if (!(value instanceof String text) || text.isBlank()) {
      throw wrong(expected);
    }
    return text;
  }

  /** A text of a certain form: {@code parser} throws {@link IllegalArgumentException} otherwise. */
  <T> T text(String expected, Function<? super String, ? extends T> parser) {
    String text = text(expected);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw wrong(expected);
    }
  }

  Money yuan() {
    return text("yuan as a text with two decimals, such as \"105.30\"", Money::parseYuan);
  }

  LocalDate day() {
    return text("a day such as \"2026-01-01\"", LocalDate::parse);
  }

  Instant time() {
    return text("a time such as \"2026-01-01T02:00:00Z\"", Instant::parse);
  }

  /** One of the words of an enum, in small letters with dashes. */
  <E extends Enum<E>> E word(Class<E> words) {
    Map<String, E> known = new LinkedHashMap<>();
    Arrays.stream(words.getEnumConstants()).forEach(each -> known.put(wordOf(each), each));
    String all = known.keySet().stream().collect(Collectors.joining(", "));
    String text = text("one of " + all);
    E meant = known.get(text);
    if (meant == null) {
      throw Problem.at(
          pointer,
          "another word",
          Nearest.to(text, known.keySet())
              .map(near -> "one of " + all + "; perhaps '" + near + "'")
              .orElse("one of " + all));
    }
    return meant;
  }

  static String wordOf(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean truth() {
    if (!(value instanceof Boolean truth)) {
      throw wrong("true or false");
    }
    return truth;
  }

  long whole(long least, long most) {
    if (!(value instanceof Long number) || number < least || number > most) {
      throw wrong("a whole number from " + least + " to " + most);
    }
    return number;
  }

  /** What a reader of several values found wrong with them together. */
  Problem wrong(String expected) {
    return Problem.at(pointer, found(), expected);
  }

  private String found() {
    if (value instanceof Map<?, ?>) {
      return "an object";
    } else if (value instanceof List<?>) {
      return "a list";
    } else if (value instanceof String text) {
      return text.isBlank() ? "a blank text" : "a text of " + text.length() + " characters";
    } else if (value instanceof Odd odd) {
      return odd == Odd.NULL ? "null" : "a number with a fraction";
    }
    return value instanceof Long number ? "the number " + number : "a truth value";
  }

  @SuppressWarnings("unchecked") // Only RequestText makes one.
  private Map<String, Given> members() {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Given>) map;
    }
    throw wrong("an object");
  }

  @SuppressWarnings("unchecked") // Only RequestText makes one.
  private List<Given> elements() {
    return (List<Given>) value;
  }

  private static String printable(String key) {
    return key.replaceAll("[^ -~]", "?");
  }

  /** Says where it stood and of what kind it is. */
  @Override
  public String toString() {
    return "Given[" + pointer + ", " + found() + "]";
  }
}
