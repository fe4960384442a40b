package io.caresettle.centre.national.mobile;

import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.mobile.MobileKeys.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one form in which an envelope and its data are signed. */
final class SignedForm {

  static final Set<String> UNSIGNED = Set.of("signData", "encData", "extra");

  private final Numbers numbers;

  SignedForm(Numbers numbers) {
    this.numbers = numbers;
  }

  /** The text that is signed. */
  String text(Node envelope, Node data, String secret) {
    Map<String, String> parts = new TreeMap<>();
    envelope
        .members()
        .forEach(
            (name, value) -> {
              if (!UNSIGNED.contains(name) && !name.equals("data") && !value.isEmpty()) {
                parts.put(name, part(value));
              }
            });
    Node form = data(data);
    if (!form.isEmpty()) {
      parts.put("data", MessageText.text(form));
    }
    return parts.entrySet().stream()
            .map(part -> part.getKey() + '=' + part.getValue())
            .collect(Collectors.joining("&"))
        + "&key="
        + secret;
  }

  private String part(Value value) {
    return value instanceof Node node
        ? MessageText.text(data(node))
        : value.said().orElseGet(() -> MessageText.text(data(Node.EMPTY.with("", value))));
  }

  /** Data with its keys sorted and without what says nothing. */
  Node data(Node data) {
    Map<String, Value> members = new TreeMap<>();
    data.members()
        .forEach(
            (name, value) -> {
              Value form = form(value);
              if (!form.isEmpty()) {
                members.put(name, form);
              }
            });
    return new Node(members);
  }

  private Value form(Value value) {
    if (value instanceof Node node) {
      return data(node);
    }
    if (value instanceof Value.Rows rows) {
      List<Value> forms = new ArrayList<>();
      rows.values().forEach(row -> forms.add(form(row)));
      return new Value.Rows(forms);
    }
    boolean bare =
        numbers == Numbers.BARE && (value instanceof Value.Digits || value instanceof Value.Truth);
    return bare || value instanceof Value.Nothing ? value : new Value.Text(value.said().orElse(""));
  }
}
