package io.caresettle.sim.national;

import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Gateway.OutputForm;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between the usual names, which everything here is written in, and those of a province. */
record Dialect(Profile profile) {

  /** An input of this province in the usual names. */
  Node usual(String transaction, Node input) {
    String own = profile.wording().nodes().getOrDefault(transaction, "");
    String usual = Profiles.shipped("base").wording().nodes().getOrDefault(transaction, own);
    Node moved = input;
    Optional<Value> held = input.member(own);
    if (!own.equals(usual) && held.isPresent() && input.member(usual).isEmpty()) {
      moved = input.without(own).with(usual, held.get());
    }
    Map<String, String> names = new LinkedHashMap<>();
    profile
        .wording()
        .renames()
        .getOrDefault(transaction, Map.of())
        .forEach((name, others) -> others.forEach(other -> names.putIfAbsent(other, name)));
    return node(renamed(moved, names));
  }

  /** An output in the names of this province. */
  Node local(String transaction, Node output) {
    Map<String, String> names = new LinkedHashMap<>();
    profile
        .wording()
        .renames()
        .getOrDefault(transaction, Map.of())
        .keySet()
        .forEach(name -> names.put(name, profile.wording().names(transaction, name).get(0)));
    return node(renamed(output, names));
  }

  private static Node node(Value value) {
    return value instanceof Node node ? node : Node.EMPTY;
  }

  private static Value renamed(Value value, Map<String, String> names) {
    if (names.isEmpty()) {
      return value;
    }
    if (value instanceof Node node) {
      Map<String, Value> members = new LinkedHashMap<>();
      node.members()
          .forEach(
              (name, member) -> {
                String other = names.getOrDefault(name, name);
                boolean taken = !other.equals(name) && node.member(other).isPresent();
                members.put(taken ? name : other, renamed(member, names));
              });
      return new Node(members);
    }
    if (value instanceof Value.Rows rows) {
      List<Value> all = new ArrayList<>();
      rows.values().forEach(row -> all.add(renamed(row, names)));
      return new Value.Rows(all);
    }
    return value;
  }

  /** The output as it stands in an answer: an object, a list, or either of them as a text. */
  Value written(Node output) {
    Value value = output.members().size() == 1 ? output.member("").orElse(output) : output;
    if (value instanceof Node node && node.members().isEmpty()) {
      return new Value.Nothing();
    }
    if (profile.gateway().output() == OutputForm.TEXT) {
      // A list alone has no text of its own.
      String text = MessageText.text(Node.EMPTY.with("x", value));
      return new Value.Text(text.substring("{\"x\":".length(), text.length() - 1));
    }
    return value;
  }

  /** The answer in the older envelope, where the province has one. */
  Node wrapped(Node answer) {
    String wrapper = profile.gateway().wrapper();
    return wrapper.isEmpty()
        ? answer
        : Node.EMPTY.with("code", new Value.Digits("0")).with("message", "").with(wrapper, answer);
  }
}
