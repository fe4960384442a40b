package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hides in a message what names a person or proves who somebody is; it keeps its length. */
final class Masks {

  private static final Set<String> HIDDEN =
      Set.of(
          "psn_name",
          "certno",
          "mdtrt_cert_no",
          "card_sn",
          "cardno",
          "tel",
          "coner_name",
          "ecQrCode",
          "ecToken",
          "ectoken",
          "idNo",
          "userName",
          "psnName",
          "certNo",
          "patn_name",
          "addr",
          "brdy",
          "cainfo",
          "dev_safe_info",
          "password",
          "payAuthNo",
          "payToken",
          "prsc_dr_certno",
          "phar_certno",
          "hcard_basinfo",
          "hcard_chkinfo");

  private Masks() {}

  static Node of(Node message) {
    return (Node) masked("", message);
  }

  private static Value masked(String name, Value value) {
    if (value instanceof Node node) {
      Map<String, Value> members = new LinkedHashMap<>();
      node.members().forEach((key, member) -> members.put(key, masked(key, member)));
      return new Node(members);
    }
    if (value instanceof Value.Rows rows) {
      List<Value> all = new ArrayList<>();
      rows.values().forEach(row -> all.add(masked(name, row)));
      return new Value.Rows(all);
    }
    if (HIDDEN.contains(name)) {
      return value.said().<Value>map(text -> new Value.Text(hidden(text))).orElse(value);
    }
    // An output that some gateways write as a text.
    return name.equals("output") && value instanceof Value.Text text && !text.text().isEmpty()
        ? new Value.Text(Opened.masked(text.text()))
        : value;
  }

  private static String hidden(String text) {
    int first = text.length() > 8 ? 1 : 0;
    return text.substring(0, first) + "*".repeat(text.length() - first);
  }
}
