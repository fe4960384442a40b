package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.caresettle.centre.national.Samples;
import io.caresettle.centre.national.flow.NationalConnector;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("national: messages are checked off-line and called by hand")
class NationalCommandTest {

  private static final Instant NOW = Instant.parse("2024-01-08T01:00:00Z");

  @TempDir private Path folder = Path.of("");

  private record Run(int exit, String out, String err) {}

  @Test
  @DisplayName("list says of each transaction who sends it, and how well it is known")
  void list() {
    Run run = run("list");

    assertEquals(0, run.exit());
    for (String number : NationalConnector.transactions()) {
      assertTrue(
          run.out().lines().anyMatch(l -> l.startsWith(number + " ") && l.contains("sent")),
          number);
    }
    assertTrue(
        run.out().lines().anyMatch(l -> l.startsWith("4101") && l.contains("raw")), run.out());
    assertTrue(run("list", "--json").out().contains("\"transaction\": \"2102\""));
  }

  @Test
  @DisplayName("lint passes the sample, and names node and field of each fault in Chinese")
  void lint() throws IOException {
    Node good = Samples.request("2207");
    assertEquals(0, run("lint", file(good), "--profile", "base").exit());

    Node input = good.node("input").orElseThrow();
    Node data =
        input
            .node("data")
            .orElseThrow()
            .without("mdtrt_id")
            .with("insutype", "999")
            .with("cnt", "1");
    Run bad =
        run(
            "lint",
            file(good.with("input", input.with("data", data)).with("opter", "")),
            "--profile",
            "base");
    assertEquals(1, bad.exit());
    for (String place : List.of("data.mdtrt_id", "data.insutype", "data.cnt", "opter")) {
      assertTrue(bad.out().contains("error " + place + ": "), bad.out());
    }
    assertTrue(bad.out().contains("（就诊ID）"), bad.out());
    assertFalse(bad.out().contains("TEST00000001"), bad.out());
  }

  @Test
  @DisplayName("lint reads an input alone where the transaction is named, and prints JSON")
  void lintInput() throws IOException {
    Run run = run("lint", file(Node.EMPTY), "--infno", "2208", "--profile", "hunan", "--json");

    assertEquals(1, run.exit());
    assertTrue(run.out().contains("\"MISSING_NODE\""), run.out());
    Run jiangsu = run("lint", file(Samples.request("2207")), "--profile", "jiangsu");
    assertTrue(jiangsu.err().contains("unconfirmed"), jiangsu.err());
  }

  @Test
  @DisplayName("lint refuses what is no message, no request, or no profile")
  void lintMisused() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"a\":1e3}");
    assertTrue(run("lint", broken.toString(), "--profile", "base").err().contains("/a"));
    assertEquals(2, run("lint", file(Node.EMPTY), "--profile", "base").exit());
    assertEquals(2, run("lint", file(Samples.request("2207")), "--profile", "nowhere").exit());
  }

  @Test
  @DisplayName("call checks, sends once with signed headers, and shows the answer and the msgid")
  void call() throws IOException {
    List<String> requests = new ArrayList<>();
    HttpServer server = server(requests, MessageText.text(Samples.answer("1101")));
    try {
      String config = config(server.getAddress().getPort());
      Node input = Samples.request("1101").node("input").orElseThrow();
      Run good = run("call", "1101", "--config", config, "--in", file(input));

      assertEquals(0, good.exit(), good.err());
      assertTrue(good.out().contains("baseinfo"));
      assertTrue(good.err().contains("msgid H99010100001202401080900009900"), good.err());
      assertTrue(requests.get(0).startsWith("paas-1 "), requests.get(0));

      Run refused = run("call", "1101", "--config", config, "--in", file(Node.EMPTY));
      assertEquals(1, refused.exit());
      Run money = run("call", "2207", "--config", config, "--in", file(input));
      assertEquals(2, money.exit());
      assertTrue(money.err().contains("--unrecorded"), money.err());
      assertEquals(1, requests.size());
    } finally {
      server.stop(0);
    }
  }

  @Test
  @DisplayName(
      "call tells a refusal with its meaning, and that nothing was sent where nobody listens")
  void callRefused() throws IOException {
    HttpServer server =
        server(new ArrayList<>(), "{\"infcode\":\"-1\",\"err_msg\":\"结算进行中，请勿重复操作\"}");
    String config = config(server.getAddress().getPort());
    String in = file(Samples.request("1101").node("input").orElseThrow());
    Run refused = run("call", "1101", "--config", config, "--in", in);
    assertEquals(1, refused.exit());
    assertTrue(refused.err().contains("TRY_AGAIN"), refused.err());
    server.stop(0);

    Run nobody = run("call", "1101", "--config", config, "--in", in);
    assertEquals(1, nobody.exit());
    assertTrue(nobody.err().contains("not sent"), nobody.err());
  }

  private static HttpServer server(List<String> requests, String answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              exchange.getRequestHeaders().getFirst("x-tif-paasid")
                  + ' '
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private String config(int port) throws IOException {
    Files.writeString(folder.resolve("token"), "TOKEN-1\n");
    return Files.writeString(
            folder.resolve("national.yaml"),
            """
            kind: national
            profile: base
            url: http://localhost:%d/fsi
            slot: 99
            institution: {code: H99010100001, name: 测试医院, place: "990100"}
            operator: {type: "1", id: "0001", name: 收费员甲}
            authentication: {application: paas-1, token-file: token}
            """
                .formatted(port))
        .toString();
  }

  private String file(Node node) throws IOException {
    Path file = Files.createTempFile(folder, "message", ".json");
    return Files.writeString(file, MessageText.text(node)).toString();
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[args.length + 1];
    all[0] = "national";
    System.arraycopy(args, 0, all, 1, args.length);
    CommandLine line =
        Main.commandLine(Console.OF_THIS_SYSTEM, InstantSource.fixed(NOW), all)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int exit = line.execute(all);
    return new Run(exit, out.toString(), err.toString());
  }
}
