package io.caresettle.sim.national;

import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import java.time.Instant;
import java.util.List;

/**
 * One request in the log. Bodies are masked.
 *
 * @param status of HTTP; 0 where nothing was answered
 * @param refusal the first of what was wrong
 * @param fault what the simulator did wrong on purpose; empty where nothing
 * @param request as text: a tree of it takes many times as much
 */
record Entry(
    long number,
    Instant at,
    long millis,
    String transaction,
    String messageId,
    String institution,
    int status,
    String code,
    List<String> refusal,
    List<String> notices,
    String fault,
    String request,
    String answer) {

  /** Longer bodies are kept as their beginning. */
  private static final int WHOLE = 64 << 10;

  private static final int BEGINNING = 4 << 10;
  private static final int MOST_TEXTS = 200;
  private static final int OVERHEAD = 512;

  /** The message on one line, or the beginning of a long one in an object that says so. */
  static String body(Node masked) {
    String text = MessageText.text(masked);
    if (text.length() <= WHOLE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
    return MessageText.text(
        Node.EMPTY
            .with("_beginning", text.substring(0, end))
            .with("_characters", new Value.Digits(Integer.toString(text.length()))));
  }

  /** As many as a person reads; a message can be wrong in a hundred thousand fields. */
  static List<String> some(List<String> texts) {
    return texts.size() <= MOST_TEXTS ? texts : List.copyOf(texts.subList(0, MOST_TEXTS));
  }

  /** About what this takes in memory. */
  long bytes() {
    long characters =
        (long) request.length()
            + answer.length()
            + transaction.length()
            + messageId.length()
            + institution.length();
    for (String text : refusal) {
      characters += text.length();
    }
    for (String text : notices) {
      characters += text.length();
    }
    return OVERHEAD + 2 * characters;
  }

  /** One line of JSON. */
  String line() {
    String head = MessageText.text(head());
    return head.substring(0, head.length() - 1)
        + ",\"request\":"
        + request
        + ",\"answer\":"
        + answer
        + "}";
  }

  private Node head() {
    return Node.EMPTY
        .with("number", new Value.Digits(Long.toString(number)))
        .with("at", Words.time(at))
        .with("millis", new Value.Digits(Long.toString(millis)))
        .with("infno", transaction)
        .with("msgid", messageId)
        .with("fixmedins_code", institution)
        .with("status", new Value.Digits(Integer.toString(status)))
        .with("infcode", code)
        .with("refusal", rows(refusal))
        .with("notices", rows(notices))
        .with("fault", fault);
  }

  private static Value.Rows rows(List<String> texts) {
    return new Value.Rows(texts.stream().<Value>map(Value.Text::new).toList());
  }
}
