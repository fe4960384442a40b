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
 * @param fault what the simulator did wrong on purpose; empty where nothing
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
    Node request,
    Node answer) {

  /** One line of JSON. */
  String line() {
    return MessageText.text(
        Node.EMPTY
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
            .with("fault", fault)
            .with("request", request)
            .with("answer", answer));
  }

  private static Value.Rows rows(List<String> texts) {
    return new Value.Rows(texts.stream().<Value>map(Value.Text::new).toList());
  }
}
