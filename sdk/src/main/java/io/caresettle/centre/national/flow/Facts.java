package io.caresettle.centre.national.flow;

import io.caresettle.centre.Opaque;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import java.util.ArrayList;
import java.util.List;

/** What is kept of a call or a trial, by name. It never prints itself. */
final class Facts {

  private final Node node;

  Facts(Node node) {
    this.node = node;
  }

  static Facts none() {
    return new Facts(Node.EMPTY);
  }

  /**
   * @throws io.caresettle.centre.national.message.Unreadable when they were not written here
   */
  static Facts of(Opaque kept) {
    return new Facts(MessageText.read(kept.bytes(), Limits.USUAL));
  }

  Opaque opaque() {
    return Opaque.copyOf(MessageText.bytes(node));
  }

  String get(String name) {
    return node.text(name).orElse("");
  }

  Facts with(String name, String text) {
    return new Facts(node.with(name, text));
  }

  Facts with(String name, Value value) {
    return new Facts(node.with(name, value));
  }

  Facts with(String name, List<String> texts) {
    return new Facts(
        node.with(
            name, new Value.Rows(texts.stream().map(t -> (Value) new Value.Text(t)).toList())));
  }

  Node node(String name) {
    return node.node(name).orElse(Node.EMPTY);
  }

  List<String> list(String name) {
    List<String> found = new ArrayList<>();
    if (node.members().get(name) instanceof Value.Rows rows) {
      rows.values().forEach(value -> value.said().ifPresent(found::add));
    }
    return found;
  }

  @Override
  public String toString() {
    return "facts";
  }
}
