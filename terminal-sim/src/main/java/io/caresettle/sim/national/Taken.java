package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.message.Value;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One exchange as it is kept: names and credentials hidden, numbers of persons replaced by others
 * that stay the same within one recording.
 *
 * @param status of HTTP; 0 where no answer came
 */
record Taken(String transaction, Node request, int status, Node answer) {

  private static final Set<String> PERSONS = Set.of("psn_no", "psnNo", "patn_id");
  private static final int DIGITS = 20;

  /** What may be kept of an exchange; a body that is no message is not. */
  static Taken of(byte[] request, int status, byte[] answer, String salt) {
    Node asked = read(request);
    return new Taken(
        asked.text("infno").orElse(""),
        node(without(Masks.of(asked), salt)),
        status,
        node(without(Masks.of(read(answer)), salt)));
  }

  static Node read(byte[] body) {
    try {
      return body.length == 0 ? Node.EMPTY : MessageText.read(body, Limits.USUAL);
    } catch (Unreadable e) {
      return Node.EMPTY;
    }
  }

  private static Value without(Value value, String salt) {
    if (value instanceof Node node) {
      Map<String, Value> members = new LinkedHashMap<>();
      node.members()
          .forEach(
              (name, member) ->
                  members.put(
                      name,
                      PERSONS.contains(name)
                          ? member
                              .said()
                              .<Value>map(number -> new Value.Text(pseudonym(number, salt)))
                              .orElse(member)
                          : without(member, salt)));
      return new Node(members);
    }
    return value instanceof Value.Rows rows
        ? new Value.Rows(rows.values().stream().map(row -> without(row, salt)).toList())
        : value;
  }

  private static String pseudonym(String number, String salt) {
    byte[] digest = Sm3.digest((salt + number).getBytes(StandardCharsets.UTF_8));
    return "N" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
  }

  private static Node node(Value value) {
    return value instanceof Node node ? node : Node.EMPTY;
  }

  String line() {
    return MessageText.text(
        Node.EMPTY
            .with("infno", transaction)
            .with("status", new Value.Digits(Integer.toString(status)))
            .with("request", request)
            .with("answer", answer));
  }

  /**
   * A line of a recording.
   *
   * @throws Unreadable when it is none
   */
  static Taken parse(String line) {
    Node node = MessageText.read(line, Limits.USUAL);
    return new Taken(
        node.text("infno").orElse(""),
        node.node("request").orElse(Node.EMPTY),
        Integer.parseInt(node.text("status").filter(s -> s.matches("\\d{1,3}")).orElse("0")),
        node.node("answer").orElse(Node.EMPTY));
  }

  /** What the input says, which is the same when a program runs again. */
  String input() {
    return MessageText.text(request.node("input").orElse(Node.EMPTY));
  }
}
