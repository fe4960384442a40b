package io.caresettle.sim.national;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Stands before a platform on a loopback port: passes every request on with its headers, passes the
 * answer back as it came, and keeps both, masked, a line of JSON each.
 */
public final class Recorder implements AutoCloseable {

  private static final int MOST = 8 << 20;
  private static final int BAD_GATEWAY = 502;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /** Those that the client writes itself, or that hold for one connection only. */
  private static final Set<String> OWN =
      Set.of(
          "host",
          "content-length",
          "connection",
          "expect",
          "upgrade",
          "transfer-encoding",
          "keep-alive",
          "te",
          "trailer",
          "proxy-connection",
          "http2-settings");

  private final URI platform;
  private final PrintWriter out;
  private final String salt;
  private final HttpClient client;
  private final Loopback server;

  private Recorder(int port, URI platform, Writer out) {
    this.platform = platform;
    this.out = new PrintWriter(out);
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    this.salt = HexFormat.of().formatHex(random);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .proxy(ProxySelector.of(null))
            .build();
    this.server = new Loopback(port, this::pass);
  }

  /**
   * Records on {@code port}, or on a free one where it is 0.
   *
   * @param platform its scheme, host and port; paths are the caller's
   * @param out gets the lines, each whole at once
   */
  public static Recorder start(int port, URI platform, Writer out) {
    return new Recorder(port, platform, out);
  }

  /** The port. */
  public int port() {
    return server.port();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body;
      try (InputStream in = exchange.getRequestBody()) {
        body = in.readNBytes(MOST + 1);
      }
      if (body.length > MOST) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(there(exchange.getRequestURI()))
              .timeout(DEADLINE)
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> request.header(name, value));
                }
              });
      answer(exchange, request.build(), body);
    }
  }

  /** The caller's path at the platform, and at no other place that a path could name. */
  private URI there(URI asked) {
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return URI.create(
        platform.getScheme() + "://" + platform.getRawAuthority() + asked.getRawPath() + query);
  }

  private void answer(HttpExchange exchange, HttpRequest request, byte[] body) throws IOException {
    HttpResponse<InputStream> answer;
    byte[] bytes;
    try {
      answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        bytes = in.readNBytes(MOST + 1);
      }
    } catch (IOException e) {
      // Nothing came, so nothing goes: the caller must see what a broken line looks like.
      keep(Taken.of(body, 0, new byte[0], salt));
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (bytes.length > MOST) {
      // Half an answer must not pass for a whole one.
      keep(Taken.of(body, BAD_GATEWAY, new byte[0], salt));
      refuse(exchange);
      return;
    }
    keep(Taken.of(body, answer.statusCode(), bytes, salt));
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] why =
        ("平台应答超过 8 MB，录制代理未转发，平台可能已经办理；"
                + "the platform's answer is longer than 8 MB and was not passed on;"
                + " what was asked may have been done")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(BAD_GATEWAY, why.length);
    exchange.getResponseBody().write(why);
  }

  private synchronized void keep(Taken taken) {
    out.println(taken.line());
    out.flush();
  }

  @Override
  public void close() {
    server.close();
  }

  /** Without what passes. */
  @Override
  public String toString() {
    return "Recorder[" + port() + " to " + platform + "]";
  }
}
