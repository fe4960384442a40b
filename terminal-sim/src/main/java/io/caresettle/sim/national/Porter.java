package io.caresettle.sim.national;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Gateway.PathStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Takes requests off the line, bounded, and answers them, well or as badly as it was asked to. */
final class Porter implements HttpHandler {

  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String JSON = "application/json; charset=utf-8";
  private static final int MOST_SKIPPED = 64 << 20;
  private static final Duration LOST = Duration.ofSeconds(30);

  private final NationalDesk desk;
  private final HeaderCheck headers;
  private final NationalFaults faults;
  private final RequestLog log;
  private final LogPage page;
  private final CountDownLatch closing = new CountDownLatch(1);

  Porter(NationalDesk desk, NationalFaults faults, RequestLog log) {
    this.desk = desk;
    this.headers =
        new HeaderCheck(
            desk.settings().profile().gateway().authentication(), desk.settings().secret());
    this.faults = faults;
    this.log = log;
    this.page = new LogPage(log, desk.settings().profile().name());
  }

  /** Lets go of whoever waits for an answer that is lost. */
  void close() {
    closing.countDown();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        read(exchange);
      } else if (exchange.getRequestMethod().equals("POST")) {
        post(exchange);
      } else {
        plain(exchange, 405, "POST");
      }
    }
  }

  private void read(HttpExchange exchange) throws IOException {
    String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    String name = host.replaceFirst(":\\d+$", "");
    String path = exchange.getRequestURI().getPath();
    // A page of elsewhere whose name leads here must not read what is about patients.
    if (!HERE.contains(name) || !path.startsWith("/log")) {
      plain(exchange, 404, "没有该页面 no such page; /log");
      return;
    }
    LogPage.Page shown =
        page.page(path, Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    send(exchange, 200, shown.type(), shown.text().getBytes(StandardCharsets.UTF_8));
  }

  private void post(HttpExchange exchange) throws IOException {
    Instant began = desk.now();
    long nanos = System.nanoTime();
    int most = desk.settings().mostBytes();
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(most + 1);
      // Who is hung up on in the middle of sending does not hear why.
      if (body.length > most) {
        skip(in);
      }
    }
    if (body.length > most) {
      plain(exchange, 413, "报文过大，最多 " + most + " 字节");
      return;
    }
    Optional<String> stranger =
        headers.check(
            name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse(""),
            desk.now());
    if (stranger.isPresent()) {
      plain(exchange, 401, "网关鉴权失败：" + stranger.get());
      note(began, nanos, 401, refused(stranger.get()), "");
      return;
    }
    String number = pathNumber(exchange);
    String transaction = number.isEmpty() ? numberIn(body) : number;
    Optional<NationalFaults.Armed> fault = faults.take(transaction);
    pause(faults.latency(transaction));
    answer(exchange, body, number, fault, began, nanos);
  }

  private static void skip(InputStream in) throws IOException {
    byte[] gone = new byte[8192];
    int left = MOST_SKIPPED;
    int read = in.read(gone);
    while (read > 0 && left > 0) {
      left -= read;
      read = in.read(gone);
    }
  }

  private void answer(
      HttpExchange exchange,
      byte[] body,
      String number,
      Optional<NationalFaults.Armed> fault,
      Instant began,
      long nanos)
      throws IOException {
    Optional<NationalFaults.Kind> kind = fault.map(NationalFaults.Armed::kind);
    String named = kind.map(Enum::name).orElse("");
    if (kind.filter(NationalFaults.Kind.LOSE_REQUEST::equals).isPresent()) {
      note(began, nanos, 0, refused(""), named);
      pause(LOST);
      return;
    }
    if (kind.filter(NationalFaults.Kind.HTTP_500_BEFORE::equals).isPresent()) {
      note(began, nanos, 500, refused(""), named);
      plain(exchange, 500, "Internal Server Error");
      return;
    }
    Served served = desk.serve(body, number);
    if (kind.filter(NationalFaults.Kind.DUPLICATE::equals).isPresent()) {
      served = desk.serve(body, number);
    }
    note(began, nanos, 200, served, named);
    byte[] bytes = MessageText.bytes(served.answer());
    if (kind.isEmpty()) {
      send(exchange, 200, JSON, bytes);
      return;
    }
    switch (kind.get()) {
      case LOSE_ANSWER -> pause(LOST);
      case HTTP_500 -> plain(exchange, 500, "Internal Server Error");
      case GARBAGE ->
          send(
              exchange,
              200,
              "text/html",
              "<html>502 Bad Gateway</html>".getBytes(StandardCharsets.UTF_8));
      case HALF_ANSWER -> half(exchange, bytes);
      case WRONG_AMOUNTS ->
          send(exchange, 200, JSON, MessageText.bytes((Node) dearer(served.answer())));
      case DELAY -> {
        pause(fault.get().delay());
        send(exchange, 200, JSON, bytes);
      }
      case DUPLICATE -> send(exchange, 200, JSON, bytes);
      // Closing the exchange closes the connection.
      case CLOSE, LOSE_REQUEST, HTTP_500_BEFORE -> {}
    }
  }

  private static void half(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(200, bytes.length);
    OutputStream out = exchange.getResponseBody();
    out.write(bytes, 0, bytes.length / 2);
    out.flush();
  }

  /** Ten fen more cash than the rest of the answer allows, wherever cash stands. */
  private static Value dearer(Value value) {
    if (value instanceof Node node) {
      Node changed = node;
      for (Map.Entry<String, Value> member : node.members().entrySet()) {
        boolean cash = Set.of("psn_cash_pay", "cash_payamt").contains(member.getKey());
        changed =
            changed.with(
                member.getKey(),
                cash
                    ? new Value.Text(Yuan.text(Yuan.fen(member.getValue()).orElse(0L) + 10))
                    : dearer(member.getValue()));
      }
      return changed;
    }
    return value instanceof Value.Rows rows
        ? new Value.Rows(rows.values().stream().map(Porter::dearer).toList())
        : value;
  }

  private void pause(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      // True when the endpoint closes, and then nobody has to wait any more.
      var unused = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String pathNumber(HttpExchange exchange) {
    if (desk.settings().profile().gateway().path() == PathStyle.SINGLE) {
      return "";
    }
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Before anybody reads it, only to know whose fault's turn it is. */
  private static String numberIn(byte[] body) {
    String head = new String(body, 0, Math.min(body.length, 4096), StandardCharsets.ISO_8859_1);
    return head.replaceFirst("(?s)^.*?\"infno\"\\s*:\\s*\"([0-9A-Z]{1,8})\".*$", "$1");
  }

  private static Served refused(String why) {
    return new Served(
        "", "", "", Node.EMPTY, why.isEmpty() ? List.of() : List.of(why), List.of(), Node.EMPTY);
  }

  private void note(Instant began, long nanos, int status, Served served, String fault) {
    long millis = (System.nanoTime() - nanos) / 1_000_000;
    Masks masks = new Masks(UnaryOperator.identity());
    List<Node> bodies = masks.both(served.request(), served.answer());
    Entry unused =
        log.add(
            number ->
                new Entry(
                    number,
                    began,
                    millis,
                    served.transaction(),
                    served.messageId(),
                    served.institution(),
                    status,
                    status == 200 ? served.isDone() ? "0" : "-1" : "",
                    Entry.some(served.refusal()).stream().map(masks::text).toList(),
                    Entry.some(served.notices()).stream().map(masks::text).toList(),
                    fault,
                    Entry.body(bodies.get(0)),
                    Entry.body(bodies.get(1))));
  }

  private static void plain(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
