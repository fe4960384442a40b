package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whoever may not call, or calls badly, is told so and nothing is done")
@Timeout(120)
class UnwelcomeCallersTest {

  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.get("/v1/terminal").good(200);
    bench.close();
  }

  private HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(java.net.URI.create(bench.gateway.address() + path));
  }

  @Test
  @DisplayName("without the token, or with another")
  void token() {
    Said none = bench.send(bare("/v1/terminal").build()).problem(401, "token-missing");
    assertEquals("Bearer", none.headers().firstValue("WWW-Authenticate").orElse(""));
    bench
        .send(bare("/v1/terminal").header("Authorization", "Bearer " + "A".repeat(43)).build())
        .problem(401, "token-wrong");
    bench
        .send(bare("/v1/terminal").header("Authorization", "Basic " + bench.token()).build())
        .problem(401, "token-wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "null", "http://his.local:8081", "https://his.local:8080"})
  @DisplayName("a page of another origin, even with the token, and its preflight")
  void origin(String page) {
    Said refused = bench.send(bench.request("/v1/terminal").header("Origin", page).build());
    refused.problem(403, "origin-not-allowed");
    assertTrue(refused.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    Said preflight = bench.send(preflight(page)).problem(403, "origin-not-allowed");
    assertTrue(preflight.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  private HttpRequest preflight(String page) {
    return bare("/v1/quotes")
        .header("Origin", page)
        .header("Access-Control-Request-Method", "POST")
        .method("OPTIONS", BodyPublishers.noBody())
        .build();
  }

  @Test
  @DisplayName("but a page of a listed origin is answered, and its preflight without the token")
  void listedOrigin() {
    Said asked = bench.send(preflight(Bench.PAGE)).good(204);
    assertEquals(Bench.PAGE, asked.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    Said said = bench.send(bench.request("/v1/terminal").header("Origin", Bench.PAGE).build());
    assertEquals(
        Bench.PAGE, said.good(200).headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    bench
        .send(bare("/v1/terminal").header("Origin", Bench.PAGE).build())
        .problem(401, "token-missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:%d", "127.0.0.1", "127.0.0.1.evil.example:%d", ""})
  @DisplayName("by another name for this machine, as after DNS rebinding")
  void rebinding(String host) throws IOException {
    String name = host.formatted(bench.gateway.address().getPort());
    String said =
        raw(
            "GET /v1/terminal HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                .formatted(name, bench.token()));
    assertTrue(said.startsWith("HTTP/1.1 421") || said.startsWith("HTTP/1.1 400"), said);
    assertTrue(!said.contains("TEST00000002"), said);
  }

  private String raw(String request) throws IOException {
    try (Socket line =
        new Socket(InetAddress.getLoopbackAddress(), bench.gateway.address().getPort())) {
      line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  @DisplayName("by another address of this machine, on which nobody listens")
  void otherAddresses() throws IOException {
    List<InetAddress> others = new ArrayList<>(List.of(InetAddress.getByName("127.0.0.2")));
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .forEach(others::add);
    for (InetAddress other : others) {
      InetSocketAddress there = new InetSocketAddress(other, bench.gateway.address().getPort());
      try (Socket line = new Socket()) {
        assertThrows(IOException.class, () -> line.connect(there, 2_000), there::toString);
      }
    }
  }

  @Test
  @DisplayName("with a body that does not come, with the token or without")
  void slowBody() {
    // Both at once, for each is waited for.
    List.of(true, false).parallelStream().forEach(this::slowBody);
  }

  private void slowBody(boolean withToken) {
    try (Socket line =
        new Socket(InetAddress.getLoopbackAddress(), bench.gateway.address().getPort())) {
      int port = bench.gateway.address().getPort();
      line.setSoTimeout(90_000);
      line.getOutputStream()
          .write(
              ("POST /v1/shifts HTTP/1.1\r\nHost: 127.0.0.1:"
                      + port
                      + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n"
                      + (withToken ? "Authorization: Bearer " + bench.token() + "\r\n" : "")
                      + "\r\n{")
                  .getBytes(StandardCharsets.UTF_8));
      long start = System.nanoTime();
      String said = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(System.nanoTime() - start < 60_000_000_000L, said);
      assertFalse(said.startsWith("HTTP/1.1 2"), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("with ten megabytes, announced or not")
  void tooLong() {
    String long10 = "{\"operator\":\"" + "x".repeat(10 << 20) + "\"}";
    bench.post("/v1/shifts", long10).problem(413, "body-too-long");
    HttpRequest chunked =
        bench
            .request("/v1/shifts")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(
                    () ->
                        new java.io.ByteArrayInputStream(long10.getBytes(StandardCharsets.UTF_8))))
            .build();
    bench.send(chunked).problem(413, "body-too-long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"operator\":\"cashier-1\",\"operator\":\"cashier-1\"} | a key a second time",
        "{\"operator\":\"cashier-1\" | no JSON",
        "[\"operator\"] | something else",
        "{\"operator\":\"cashier-1\"} {} | more after the object",
        "{\"operator\":null} | null",
        "{\"operator\":1.5} | a number with a fraction",
        "{\"operator\":\"\"} | a blank text",
        "{} | no 'operator'",
        "{\"operator\":\"cashier-1\",\"pasword\":\"x\"} | the unknown key 'pasword'"
      })
  @DisplayName("with a body that is not one object of the keys described")
  void badBody(String body, String found) {
    Said refused = bench.post("/v1/shifts", body).problem(400, "bad-request");
    assertTrue(refused.text("found").contains(found), refused.body());
  }

  @Test
  @DisplayName("with nesting beyond any reader")
  void deep() {
    String deep = "{\"operator\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    bench.post("/v1/shifts", deep).problem(400, "bad-request");
  }

  @Test
  @DisplayName("in another charset or type")
  void charset() {
    String body = "{\"operator\":\"收费员\"}";
    for (String[] each :
        new String[][] {
          {"application/json; charset=GBK", "UTF-8"},
          {"text/plain", "UTF-8"},
          {"application/json; charset=utf-16", "UTF-16"}
        }) {
      bench
          .send(typed(each[0], body.getBytes(Charset.forName(each[1]))))
          .problem(415, "media-type");
    }
    bench
        .send(typed("application/json", body.getBytes(Charset.forName("GBK"))))
        .problem(400, "bad-request");
    bench
        .send(typed("application/json", body.getBytes(StandardCharsets.UTF_16)))
        .problem(400, "bad-request");
  }

  private HttpRequest typed(String type, byte[] body) {
    return bench
        .request("/v1/shifts")
        .header("Content-Type", type)
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  @Test
  @DisplayName(
      "at a path of another version, at none, with another method, or with a stray question")
  void paths() {
    bench.get("/v2/terminal").problem(404, "version-unknown");
    bench.get("/terminal").problem(404, "path-unknown");
    bench.get("/v1/terminal/").problem(404, "path-unknown");
    bench.get("/v1/quotes").problem(405, "method-not-allowed");
    bench.get("/v1/terminal?verbose=1").problem(400, "bad-request");
    bench.get("/v1/bills/no%20number").problem(409, "misuse");
  }
}
