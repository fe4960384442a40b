package io.caresettle.sim.national;

import com.sun.net.httpserver.HttpExchange;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.message.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers from a recording: to an input that was recorded its own answer, to another one of the
 * same transaction the next in turn. The message id of the caller takes the place of the recorded
 * one wherever an answer repeats it. What was recorded without an answer gets none.
 */
public final class Stub implements AutoCloseable {

  private static final int MOST = 8 << 20;

  private final Map<String, List<Taken>> recorded = new HashMap<>();
  private final Map<String, Integer> turn = new HashMap<>();
  private final Loopback server;

  private Stub(int port, List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank()) {
        Taken taken = Taken.parse(line);
        recorded.computeIfAbsent(taken.transaction(), unused -> new ArrayList<>()).add(taken);
      }
    }
    this.server = new Loopback(port, this::answer);
  }

  /**
   * Answers on {@code port}, or on a free one where it is 0.
   *
   * @param lines of a recording
   * @throws Unreadable when one of them is none
   */
  public static Stub start(int port, List<String> lines) {
    return new Stub(port, lines);
  }

  /** The port. */
  public int port() {
    return server.port();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body;
      try (InputStream in = exchange.getRequestBody()) {
        body = in.readNBytes(MOST);
      }
      Node request = Taken.read(body);
      Optional<Taken> found = find(request);
      byte[] bytes =
          MessageText.bytes(
              found
                  .map(taken -> own(taken, request))
                  .orElseGet(() -> unknown(request.text("infno").orElse(""))));
      int status = found.map(Taken::status).orElse(200);
      if (status == 0) {
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Optional<Taken> find(Node request) {
    String transaction = request.text("infno").orElse("");
    List<Taken> all = recorded.getOrDefault(transaction, List.of());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String input = MessageText.text(Masks.of(request.node("input").orElse(Node.EMPTY)));
    Optional<Taken> same = all.stream().filter(taken -> taken.input().equals(input)).findFirst();
    int next = turn.merge(transaction, 1, Integer::sum) - 1;
    return Optional.of(same.orElseGet(() -> all.get(next % all.size())));
  }

  private static Node own(Taken taken, Node request) {
    String before = taken.request().text("msgid").orElse("");
    String now = request.text("msgid").orElse("");
    Value changed = before.isEmpty() ? taken.answer() : replaced(taken.answer(), before, now);
    return changed instanceof Node node ? node : Node.EMPTY;
  }

  private static Value replaced(Value value, String before, String now) {
    if (value instanceof Node node) {
      Map<String, Value> members = new LinkedHashMap<>();
      node.members().forEach((name, member) -> members.put(name, replaced(member, before, now)));
      return new Node(members);
    }
    if (value instanceof Value.Rows rows) {
      return new Value.Rows(rows.values().stream().map(row -> replaced(row, before, now)).toList());
    }
    return value instanceof Value.Text text && text.text().contains(before)
        ? new Value.Text(text.text().replace(before, now))
        : value;
  }

  private static Node unknown(String transaction) {
    return Node.EMPTY
        .with("infcode", new Value.Digits("-1"))
        .with("err_msg", "录制中没有交易 " + transaction)
        .with("output", new Value.Nothing());
  }

  @Override
  public void close() {
    server.close();
  }
}
