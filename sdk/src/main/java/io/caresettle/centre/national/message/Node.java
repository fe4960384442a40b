package io.caresettle.centre.national.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a message: members in the order in which they were written. */
public record Node(Map<String, Value> members) implements Value {

  public static final Node EMPTY = new Node(Map.of());

  public Node {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** This one with another member, in the place of the one that had its name, if any. */
  public Node with(String name, Value value) {
    Map<String, Value> all = new LinkedHashMap<>(members);
    all.put(name, value);
    return new Node(all);
  }

  /** The same with a text. */
  public Node with(String name, String text) {
    return with(name, new Text(text));
  }

  /** This one without a member. */
  public Node without(String name) {
    Map<String, Value> all = new LinkedHashMap<>(members);
    all.remove(name);
    return new Node(all);
  }

  /** The member of this name. */
  public Optional<Value> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** What the member says as text; empty where it says nothing. */
  public Optional<String> text(String name) {
    return member(name).flatMap(Value::said);
  }

  /** What the first of these members that says anything says. */
  public Optional<String> firstText(List<String> names) {
    return names.stream().flatMap(name -> text(name).stream()).findFirst();
  }

  /** The object of this name; of a list, its only element. */
  public Optional<Node> node(String name) {
    List<Node> found = nodes(name);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The objects in the list of this name; an object alone counts as a list of one. */
  public List<Node> nodes(String name) {
    Value value = members.get(name);
    if (value instanceof Node node) {
      return List.of(node);
    }
    List<Node> found = new ArrayList<>();
    if (value instanceof Rows rows) {
      for (Value row : rows.values()) {
        if (row instanceof Node node) {
          found.add(node);
        }
      }
    }
    return found;
  }
}
