package io.caresettle.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Answers every request: lets it in, finds its route, does it, and says how it went. */
final class Porter implements HttpHandler {

  private static final int FRAMES = 12;

  private final Door door;
  private final Routes routes;
  private final GatewaySettings settings;
  private final Semaphore requests;
  private final Semaphore streams;

  Porter(Door door, Routes routes, GatewaySettings settings) {
    this.door = door;
    this.routes = routes;
    this.settings = settings;
    this.requests = new Semaphore(settings.mostAtOnce);
    this.streams = new Semaphore(settings.mostStreams);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    // Templates alone are logged: what a caller wrote into a path may be anything.
    String[] line = {"-", ""};
    try (exchange) {
      door.mark(exchange);
      Answer answer = answer(exchange, line);
      settings.log.accept(
          line[0]
              + " "
              + answer.status()
              + line[1]
              + " "
              + (System.nanoTime() - start) / 1_000_000
              + " ms");
      write(exchange, answer);
    }
  }

  private Answer answer(HttpExchange exchange, String[] line) throws IOException {
    if (!requests.tryAcquire()) {
      line[1] = " busy";
      return busy().answer();
    }
    try {
      door.admit(exchange);
      if (Door.isPreflight(exchange)) {
        line[0] = "OPTIONS";
        return Answer.nothing();
      }
      Routes.Found found =
          routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      line[0] = found.route().method() + " " + found.route().template();
      return found.route().act().answer(Incoming.read(exchange, found, settings.mostBodyBytes));
    } catch (RuntimeException e) {
      Optional<Problem> told = Problems.of(e);
      line[1] = " " + told.map(Problem::type).orElseGet(() -> fault(e));
      return told.orElseGet(Porter::ours).answer();
    } finally {
      requests.release();
    }
  }

  private static Problem busy() {
    return Problem.of(
        503,
        "busy",
        "program",
        "too many requests at once, and nothing was done: send this one again in a second");
  }

  private static Problem ours() {
    return Problem.of(
        500,
        "fault",
        "maintainer",
        "a fault of the gateway: ask for the bill's outcome before anything else, and send the"
            + " gateway's log");
  }

  /** Where it happened, and never its message, which may quote anything. */
  private static String fault(RuntimeException e) {
    return "fault "
        + e.getClass().getName()
        + Arrays.stream(e.getStackTrace())
            .limit(FRAMES)
            .map(frame -> " < " + frame)
            .collect(Collectors.joining());
  }

  private void write(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.stream().isPresent()) {
      stream(exchange, answer, answer.stream().get());
      return;
    }
    answer
        .header()
        .ifPresent(header -> exchange.getResponseHeaders().set(header.name(), header.value()));
    if (answer.status() == 204) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body());
    }
  }

  private void stream(HttpExchange exchange, Answer answer, Answer.Stream stream)
      throws IOException {
    if (!streams.tryAcquire()) {
      write(exchange, busy().answer());
      return;
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        stream.write(out);
      }
    } catch (IOException gone) {
      // The caller went away, as callers of streams do.
      settings.log.accept("stream left by its caller");
    } finally {
      streams.release();
    }
  }
}
