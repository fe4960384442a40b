package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import java.util.function.UnaryOperator;

/** A message inside a text. */
final class Opened {

  private Opened() {}

  /** The text with what names people hidden; where it cannot be opened nothing of it is kept. */
  static String masked(String text, UnaryOperator<Node> masks) {
    try {
      Node opened = MessageText.read("{\"x\":" + text + "}", Limits.USUAL);
      String closed = MessageText.text(masks.apply(opened));
      return closed.substring("{\"x\":".length(), closed.length() - 1);
    } catch (Unreadable e) {
      return "*";
    }
  }
}
