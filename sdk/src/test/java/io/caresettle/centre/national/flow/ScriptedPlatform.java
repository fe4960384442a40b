package io.caresettle.centre.national.flow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A platform over HTTP that does as it is told: once for the next request of a number, or usually.
 */
public final class ScriptedPlatform implements AutoCloseable {

  /** What becomes of one request. */
  public sealed interface Fault {
    /** It is done, and the answer is lost. */
    record AnswerLost() implements Fault {}

    /** It is not done, and nobody says so. */
    record RequestLost() implements Fault {}

    /** It is refused with this text. */
    record Refused(String text) implements Fault {}

    /** It is done, and the answer is another one. */
    record Edited(UnaryOperator<Node> output) implements Fault {}

    /** It is done, and a gateway answers this in the platform's place. */
    record Instead(Node answer) implements Fault {}

    /** Its output is this, and nothing is done. */
    record Output(Node output) implements Fault {}
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final List<Node> requests = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private final ScriptedBook book = new ScriptedBook();

  /** One on a free port of this machine. */
  public ScriptedPlatform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Where it is. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/call");
  }

  /** What it did. */
  public ScriptedBook book() {
    return book;
  }

  /** What becomes of the next request of this number that has no fate yet. */
  public synchronized void next(String transaction, Fault fault) {
    faults.computeIfAbsent(transaction, unused -> new ArrayDeque<>()).add(fault);
  }

  /** The numbers of all requests, in their order. */
  public synchronized List<String> numbers() {
    return requests.stream().map(r -> r.text("infno").orElse("")).toList();
  }

  /** The requests of this number. */
  public synchronized List<Node> requests(String transaction) {
    return requests.stream()
        .filter(r -> r.text("infno").filter(transaction::equals).isPresent())
        .toList();
  }

  /** The bytes of the last request of this number. */
  public synchronized byte[] bytes(String transaction) {
    byte[] found = {};
    for (int i = 0; i < requests.size(); i++) {
      if (requests.get(i).text("infno").filter(transaction::equals).isPresent()) {
        found = bodies.get(i);
      }
    }
    return found;
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Node request = MessageText.read(body, Limits.USUAL);
    Node answer;
    synchronized (this) {
      requests.add(request);
      bodies.add(body);
      answer = answer(request);
    }
    if (answer.members().isEmpty()) {
      exchange.close();
      return;
    }
    byte[] bytes = MessageText.text(answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Empty where no answer comes. */
  private Node answer(Node request) {
    String number = request.text("infno").orElse("");
    Deque<Fault> waiting = faults.getOrDefault(number, new ArrayDeque<>());
    Fault fault = waiting.poll();
    if (fault instanceof Fault.RequestLost) {
      return Node.EMPTY;
    } else if (fault instanceof Fault.Refused no) {
      return envelope("-1", no.text(), Node.EMPTY);
    } else if (fault instanceof Fault.Output other) {
      return envelope("0", "", other.output());
    }
    Node output;
    try {
      output = book.doIt(number, request);
    } catch (IllegalArgumentException e) {
      return envelope("-1", String.valueOf(e.getMessage()), Node.EMPTY);
    }
    if (fault instanceof Fault.AnswerLost) {
      return Node.EMPTY;
    }
    if (fault instanceof Fault.Instead other) {
      return other.answer();
    }
    return envelope("0", "", fault instanceof Fault.Edited e ? e.output().apply(output) : output);
  }

  private static Node envelope(String code, String text, Node output) {
    return Node.EMPTY
        .with("infcode", new Value.Digits(code))
        .with("inf_refmsgid", "320500202611201000000000000001")
        .with("err_msg", text)
        .with("output", output);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
