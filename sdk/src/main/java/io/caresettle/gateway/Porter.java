package io.caresettle.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    this.requests = new Semaphore(settings.mostAtOnce, true);
    this.streams = new Semaphore(settings.mostStreams);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Answer> stream = requests.tryAcquire() ? served(exchange) : refused(exchange);
      if (stream.isPresent()) {
        stream(exchange, stream.get(), stream.get().stream().orElseThrow());
      }
    }
  }

  /** Answers, and gives back what goes on as a stream: that keeps no place of a request. */
  private Optional<Answer> served(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    // Templates alone are logged: what a caller wrote into a path may be anything.
    String[] line = {"-", ""};
    try {
      door.mark(exchange);
      Answer answer = answer(exchange, line);
      long millis = (System.nanoTime() - start) / 1_000_000;
      settings.log.accept(line[0] + " " + answer.status() + line[1] + " " + millis + " ms");
      if (answer.stream().isPresent()) {
        return Optional.of(answer);
      }
      write(exchange, answer);
      return Optional.empty();
    } finally {
      requests.release();
    }
  }

  private Optional<Answer> refused(HttpExchange exchange) throws IOException {
    settings.log.accept("- 503 busy");
    write(exchange, busy().answer());
    return Optional.empty();
  }

  private Answer answer(HttpExchange exchange, String[] line) throws IOException {
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
    } catch (RuntimeException | Error e) {
      Optional<Problem> told = Problems.of(e);
      line[1] = " " + told.map(Problem::type).orElseGet(() -> fault(e));
      return told.orElseGet(Porter::ours).answer();
    }
  }

  /** Takes no more requests, and waits for those at work; says whether all of them ended. */
  boolean closeIn(long millis) {
    try {
      return requests.tryAcquire(settings.mostAtOnce, millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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
  private static String fault(Throwable e) {
    return "fault "
        + e.getClass().getName()
        + Arrays.stream(e.getStackTrace())
            .limit(FRAMES)
            .map(frame -> " < " + frame)
            .collect(Collectors.joining());
  }

  private void write(HttpExchange exchange, Answer answer) throws IOException {
    answer
        .header()
        .ifPresent(header -> exchange.getResponseHeaders().set(header.name(), header.value()));
    if (answer.status() == 204) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
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
