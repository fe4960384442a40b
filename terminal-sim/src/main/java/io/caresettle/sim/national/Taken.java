package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.message.Value;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * One exchange as it is kept: names and credentials hidden, numbers of persons replaced by others
 * that stay the same within one recording.
 *
 * @param status of HTTP; 0 where no answer came
 */
record Taken(String transaction, Node request, int status, Node answer) {

  private static final int DIGITS = 20;

  /** What may be kept of an exchange; a body that is no message is not. */
  static Taken of(byte[] request, int status, byte[] answer, String salt) {
    Node asked = read(request);
    Masks masks = new Masks(number -> pseudonym(number, salt));
    List<Node> masked = masks.both(asked, read(answer));
    return new Taken(asked.text("infno").orElse(""), masked.get(0), status, masked.get(1));
  }

  static Node read(byte[] body) {
    try {
      return body.length == 0 ? Node.EMPTY : MessageText.read(body, Limits.USUAL);
    } catch (Unreadable e) {
      return Node.EMPTY;
    }
  }

  private static String pseudonym(String number, String salt) {
    byte[] digest = Sm3.digest((salt + number).getBytes(StandardCharsets.UTF_8));
    return "N" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
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
