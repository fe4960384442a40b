package io.caresettle.centre.national.envelope;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Gateway;
import java.util.List;
import java.util.Optional;

/**
 * An answer, read leniently.
 *
 * @param code {@code infcode} as text; empty where the answer has none: a {@code code} is a
 *     gateway's own, and says nothing of what the platform did
 * @param messageId the id that the platform gave its answer; may be empty
 * @param text {@code err_msg}; may be empty
 * @param warning {@code warn_msg}; may be empty
 * @param output what was asked for; without members where there is nothing
 * @param whole all that came, with what nobody knows
 */
public record Incoming(
    String code, String messageId, String text, String warning, Node output, Node whole) {

  private static final List<String> TEXTS = List.of("err_msg", "message", "msg");

  /**
   * The answer in {@code body}.
   *
   * @throws Unreadable when it is none, or its output is a text that holds none
   */
  public static Incoming read(byte[] body, Gateway gateway, Limits limits) {
    return of(MessageText.read(body, limits), gateway, limits);
  }

  private static Incoming of(Node came, Gateway gateway, Limits limits) {
    Node whole = unwrapped(came, gateway, limits);
    return new Incoming(
        whole.text("infcode").orElse(""),
        whole.text("inf_refmsgid").orElse(""),
        whole.firstText(TEXTS).orElse(""),
        whole.text("warn_msg").orElse(""),
        output(whole, limits),
        came);
  }

  /** Some gateways put the answer into a member of an envelope of their own. */
  private static Node unwrapped(Node came, Gateway gateway, Limits limits) {
    if (gateway.wrapper().isEmpty() || came.text("infcode").isPresent()) {
      return came;
    }
    Optional<Node> inside = came.node(gateway.wrapper());
    if (inside.isEmpty()) {
      inside = came.text(gateway.wrapper()).map(text -> MessageText.read(text, limits));
    }
    return inside.filter(node -> node.text("infcode").isPresent()).orElse(came);
  }

  private static Node output(Node whole, Limits limits) {
    Value output = whole.members().get("output");
    if (output instanceof Node node) {
      return node;
    }
    // A list has no name of its own below the output.
    if (output instanceof Value.Rows rows) {
      return Node.EMPTY.with("", rows);
    }
    return output instanceof Value.Text text && !text.text().isBlank()
        ? MessageText.read(text.text(), limits)
        : Node.EMPTY;
  }

  /** Without what it says: a message is about a patient. */
  @Override
  public String toString() {
    return "answer " + messageId + ", code " + code;
  }
}
