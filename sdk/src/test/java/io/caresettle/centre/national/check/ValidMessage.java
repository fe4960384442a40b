package io.caresettle.centre.national.check;

import io.caresettle.centre.national.field.CodeTable;
import io.caresettle.centre.national.field.CodeTables;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Layout;
import io.caresettle.centre.national.profile.Layout.Entry;
import io.caresettle.centre.national.profile.Layout.Need;
import io.caresettle.centre.national.profile.Profile;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes messages of a layout that are right, and then wrong in one place. */
final class ValidMessage {

  private static final LocalDateTime TIME = LocalDateTime.of(2024, 1, 8, 15, 1);

  private final Profile profile;
  private final CodeTables codes;
  private final Layout layout;

  ValidMessage(Profile profile, Layout layout) {
    this.profile = profile;
    this.codes = profile.codes();
    this.layout = layout;
  }

  /** With every node, and in each the fields that any reading requires. */
  Node whole() {
    Node top = Node.EMPTY;
    for (String path : layout.nodes().keySet()) {
      Node node = at(top, path).orElse(Node.EMPTY);
      for (Entry entry : layout.nodes().get(path).values()) {
        boolean below = layout.hasNode(path.isEmpty() ? entry.name() : path + '.' + entry.name());
        if (!below && (entry.need() == Need.REQUIRED || entry.need() == Need.ELSEWHERE)) {
          node = node.with(entry.name(), right(entry));
        }
      }
      if (node.isEmpty()) {
        Entry first = layout.nodes().get(path).values().iterator().next();
        node = node.with(first.name(), right(first));
      }
      top = put(top, path, node);
    }
    return top;
  }

  Node with(Node top, Entry entry, Value value) {
    return put(
        top, entry.node(), at(top, entry.node()).orElse(Node.EMPTY).with(entry.name(), value));
  }

  Node without(Node top, Entry entry) {
    return put(top, entry.node(), at(top, entry.node()).orElse(Node.EMPTY).without(entry.name()));
  }

  Optional<CodeTable> table(Entry entry) {
    return codes.of(entry.name());
  }

  Value right(Entry entry) {
    Optional<String> code = table(entry).map(t -> t.values().keySet().iterator().next());
    if (code.isPresent()) {
      return new Value.Text(code.get());
    }
    return switch (entry.form().kind()) {
      case NUMBER -> new Value.Text("1");
      case DATE -> new Value.Text("2024-01-08");
      case DATE_TIME -> new Value.Text(time(entry));
      case OBJECT -> Node.EMPTY.with("x", "y");
      default -> new Value.Text("x");
    };
  }

  private String time(Entry entry) {
    String pattern = profile.wording().times().getOrDefault(entry.name(), "uuuu-MM-dd HH:mm:ss");
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(TIME);
  }

  private static Optional<Node> at(Node top, String path) {
    Optional<Node> node = Optional.of(top);
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
      node = node.flatMap(n -> n.node(name));
    }
    return node;
  }

  private Node put(Node top, String path, Node node) {
    if (path.isEmpty()) {
      return node;
    }
    int point = path.indexOf('.');
    String first = point < 0 ? path : path.substring(0, point);
    Node below =
        point < 0 ? node : put(top.node(first).orElse(Node.EMPTY), path.substring(point + 1), node);
    boolean list = profile.wording().lists().contains(first);
    return top.with(first, list ? new Value.Rows(List.of(below)) : below);
  }

  /** The place that a finding about {@code entry} names. */
  String place(Entry entry) {
    StringBuilder place = new StringBuilder();
    for (String name : entry.node().isEmpty() ? new String[0] : entry.node().split("\\.")) {
      place.append(name);
      place.append(profile.wording().lists().contains(name) ? "[0]." : ".");
    }
    return place + entry.name();
  }
}
