package io.caresettle.reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a file, or the place where it is missing.
 *
 * <p>Each getter answers the value in one form. A value of another form is a recorded fault and an
 * empty answer; a value that is not there is an empty answer only.
 */
public final class Field {

  private final Reading reading;
  private final Optional<Node> node;
  private final Optional<Mark> mark;
  private final String path;

  Field(Reading reading, Optional<Node> node, Optional<Mark> mark, String path) {
    this.reading = reading;
    this.node = node;
    this.mark = mark;
    this.path = path;
  }

  public boolean present() {
    return node.isPresent();
  }

  /** Whether a null stands here: somebody wrote down that there is nothing. */
  public boolean isNull() {
    return node.isPresent() && node.get().getTag().equals(Tag.NULL);
  }

  /** Whether keys and values stand here. */
  public boolean isMapping() {
    return node.isPresent() && node.get() instanceof MappingNode;
  }

  /** Whether a list stands here. */
  public boolean isList() {
    return node.isPresent() && node.get() instanceof SequenceNode;
  }

  /** Records a fault of this value, found by whoever reads it. */
  public void fault(String found, String expected) {
    reading.fault(mark, path, found, expected);
  }

  /** A text; a number or a truth value must be in quotes to be one. */
  public Optional<String> text() {
    return scalar("a text", Tag.STR);
  }

  /** A text of a certain form: {@code parser} throws {@link IllegalArgumentException} otherwise. */
  public <T> Optional<T> text(String expected, Function<String, T> parser) {
    return scalar(expected, Tag.STR).flatMap(text -> parsed(text, expected, parser));
  }

  /** A text, a number or a truth value as it is written; empty, and no fault, for all else. */
  public Optional<String> asWritten() {
    return node.isPresent()
            && node.get() instanceof ScalarNode scalar
            && !scalar.getTag().equals(Tag.NULL)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** A day, such as 2026-01-01. */
  public Optional<LocalDate> date() {
    return text("a day such as 2026-01-01", Field::day);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A whole number without quotes. */
  public Optional<Long> integer(long least, long most) {
    String expected =
        "a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most);
    return scalar(expected, Tag.INT)
        .flatMap(digits -> parsed(digits, expected, text -> within(text, least, most)));
  }

  private static long within(String digits, long least, long most) {
    long number = Long.parseLong(digits);
    if (number < least || number > most) {
      throw new IllegalArgumentException(digits);
    }
    return number;
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> truth() {
    return scalar("true or false", Tag.BOOL).map(Boolean::parseBoolean);
  }

  /** One of some words, each with its meaning. */
  public <T> Optional<T> word(Map<String, T> words) {
    String all = String.join(", ", words.keySet());
    Optional<String> text = scalar("one of " + all, Tag.STR);
    if (text.isPresent() && !words.containsKey(text.get())) {
      fault(
          quoted(text.get()),
          Nearest.to(text.get(), words.keySet())
              .map(near -> "one of " + all + "; perhaps '" + near + "'")
              .orElse("one of " + all));
    }
    return text.flatMap(word -> Optional.ofNullable(words.get(word)));
  }

  /** Keys and values. */
  public Optional<Mapping> mapping() {
    if (node.isPresent() && node.get() instanceof MappingNode mapping) {
      return Optional.of(reading.mapping(mapping, path));
    }
    node.ifPresent(other -> fault(describe(other), "a mapping of keys to values"));
    return Optional.empty();
  }

  /**
   * Keys and values, made into something by {@code binder}; empty also when it recorded a fault on
   * the way, so that nothing half-made gets out.
   */
  public <T> Optional<T> bind(Function<Mapping, Optional<T>> binder) {
    int before = reading.faultCount();
    Optional<T> made = mapping().flatMap(binder);
    return reading.faultCount() == before ? made : Optional.empty();
  }

  /** The elements of a list; none when it is missing or no list. */
  public List<Field> list() {
    List<Field> elements = new ArrayList<>();
    if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        String place = path + '[' + elements.size() + ']';
        elements.add(new Field(reading, Optional.of(element), element.getStartMark(), place));
      }
    } else {
      node.ifPresent(other -> fault(describe(other), "a list"));
    }
    return elements;
  }

  private <T> Optional<T> parsed(String text, String expected, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | ArithmeticException e) {
      fault(quoted(text), expected);
      return Optional.empty();
    }
  }

  private Optional<String> scalar(String expected, Tag tag) {
    if (node.isPresent()
        && node.get() instanceof ScalarNode scalar
        && scalar.getTag().equals(tag)) {
      return Optional.of(scalar.getValue());
    }
    node.ifPresent(other -> fault(describe(other), expected + remedy(other, tag)));
    return Optional.empty();
  }

  private static String remedy(Node found, Tag wanted) {
    if (!(found instanceof ScalarNode) || found.getTag().equals(Tag.NULL)) {
      return "";
    }
    if (wanted.equals(Tag.STR)) {
      return ", in quotes";
    }
    return found.getTag().equals(Tag.STR) ? ", without quotes" : "";
  }

  static String describe(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node instanceof ScalarNode scalar) {
      return switch (scalar.getTag().getValue()) {
        case "tag:yaml.org,2002:null" -> "nothing";
        case "tag:yaml.org,2002:float" -> "the decimal number " + scalar.getValue();
        case "tag:yaml.org,2002:int" -> "the number " + scalar.getValue();
        case "tag:yaml.org,2002:bool" -> "the truth value " + scalar.getValue();
        default -> quoted(scalar.getValue());
      };
    }
    return "something else";
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
