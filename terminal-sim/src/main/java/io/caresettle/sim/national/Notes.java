package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.sim.centre.Shelf;
import java.util.List;
import java.util.Optional;

/** What the endpoint remembers beside the money, as objects on the centre's own shelf. */
record Notes(Shelf shelf) {

  Optional<Node> find(String kind, String name) {
    return shelf.get(kind, name).map(Notes::read);
  }

  List<Node> of(String kind, String belongs) {
    return shelf.of(kind, belongs).stream().map(Notes::read).toList();
  }

  void put(String kind, String name, String belongs, Node body) {
    shelf.put(kind, name, belongs, MessageText.text(body));
  }

  void remove(String kind, String name) {
    shelf.remove(kind, name);
  }

  /** A number that was never given before: {@code prefix} and fifteen digits. */
  String fresh(String prefix) {
    return prefix + String.format("%015d", shelf.next(prefix));
  }

  long next(String row) {
    return shelf.next(row);
  }

  private static Node read(String text) {
    return MessageText.read(text, Limits.USUAL);
  }
}
