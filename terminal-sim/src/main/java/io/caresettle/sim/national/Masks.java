package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Hides in the messages of one exchange whatever is not known to be harmless; what was hidden in
 * one place is hidden in the texts of the other, too.
 */
final class Masks {

  private static final Set<String> PERSONS = Set.of("psnno", "patnid");
  private static final Set<String> TEXTS =
      Set.of("errmsg", "warnmsg", "warninfo", "message", "msg", "infmsg");
  private static final Set<String> FILES = Set.of("in", "file");

  /** Identity, card, telephone and person numbers that a text quotes. */
  private static final Pattern NUMBERS = Pattern.compile("[0-9]{9,}[0-9Xx]?");

  private static final int LONGEST = 64;
  private static final int MOST = 1_000;

  private final UnaryOperator<String> person;
  private final Set<String> hidden = new LinkedHashSet<>();

  /**
   * @param person what the number of a person becomes
   */
  Masks(UnaryOperator<String> person) {
    this.person = person;
  }

  /** For one message alone, with the numbers of persons, which the books are searched by. */
  static Node of(Node message) {
    return new Masks(UnaryOperator.identity()).both(message, Node.EMPTY).get(0);
  }

  /** A request and its answer. */
  List<Node> both(Node request, Node answer) {
    // Once to learn what is hidden, once more for the texts that came before it.
    Value unused = masked("", request);
    Value unusedToo = masked("", answer);
    return List.of((Node) masked("", request), (Node) masked("", answer));
  }

  /** A text for people, without numbers of persons and without what this has hidden. */
  String text(String text) {
    String left = text;
    for (String one : hidden) {
      left = left.replace(one, "***");
    }
    return NUMBERS.matcher(left).replaceAll("***");
  }

  private Value masked(String name, Value value) {
    if (value instanceof Node node) {
      Map<String, Value> members = new LinkedHashMap<>();
      node.members()
          .forEach((key, member) -> members.put(key, masked(Harmless.plain(key), member)));
      return new Node(members);
    }
    if (value instanceof Value.Rows rows) {
      // The bytes of a file can be a list of small numbers.
      if (FILES.contains(name) && rows.values().stream().noneMatch(Node.class::isInstance)) {
        return new Value.Text("*");
      }
      List<Value> all = new ArrayList<>();
      rows.values().forEach(row -> all.add(masked(name, row)));
      return new Value.Rows(all);
    }
    if (value instanceof Value.Truth) {
      return value;
    }
    return value.said().map(said -> said(name, value, said)).orElse(value);
  }

  private Value said(String name, Value value, String said) {
    if (PERSONS.contains(name)) {
      remember(said);
      return new Value.Text(person.apply(said));
    }
    String begin = said.stripLeading();
    if (value instanceof Value.Text && (begin.startsWith("{") || begin.startsWith("["))) {
      return new Value.Text(Opened.masked(said, opened -> (Node) masked("", opened)));
    }
    if (TEXTS.contains(name)) {
      return new Value.Text(text(said));
    }
    if (!FILES.contains(name) && Harmless.is(name, said)) {
      return value;
    }
    remember(said);
    return new Value.Text(closed(said));
  }

  private void remember(String said) {
    if (said.length() > 1 && said.length() <= LONGEST && hidden.size() < MOST) {
      hidden.add(said);
    }
  }

  private static String closed(String said) {
    int first = said.length() > 8 && said.length() <= LONGEST ? 1 : 0;
    return said.substring(0, first) + "*".repeat(Math.min(LONGEST, said.length()) - first);
  }
}
