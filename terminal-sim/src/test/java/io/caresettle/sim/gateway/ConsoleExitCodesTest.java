package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.caresettle.tool.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a command beside a gateway ends with")
@Timeout(180)
class ConsoleExitCodesTest {

  private static final Map<String, String> GOOD =
      Map.of(
          "/v1/shifts", "{\"shift\":\"S\"}",
          "/v1/identify", "{\"patient\":\"P\"}",
          "/v1/eligibility", "{\"eligibility\":\"E\"}");

  @TempDir private Path folder = Path.of("");

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void files() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "a long password");
    if (password.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(folder.resolve("token"), "token");
    Files.writeString(
        folder.resolve("refund.json"),
        "{\"credential\":{},\"registration\":{},\"visit\":{},\"bill\":{},\"reason\":\"退药\"}");
  }

  /** A gateway that answers a refund with this; with nothing at all where the text is empty. */
  private Run refund(int status, String answer) throws IOException {
    HttpServer gateway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    gateway.createContext(
        "/",
        exchange -> {
          String good = GOOD.get(exchange.getRequestURI().getPath());
          byte[] body = (good == null ? answer : good).getBytes(StandardCharsets.UTF_8);
          if (body.length > 0) {
            exchange.sendResponseHeaders(good == null ? status : 200, body.length);
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    gateway.start();
    try {
      return run("http://127.0.0.1:" + gateway.getAddress().getPort());
    } finally {
      gateway.stop(0);
    }
  }

  private Run run(String gateway) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "refund",
            "POS-1",
            "--request",
            folder.resolve("refund.json").toString(),
            "--gateway",
            gateway,
            "--token-file",
            folder.resolve("token").toString(),
            "--operator",
            "cashier-1",
            "--password-file",
            folder.resolve("password").toString());
    return new Run(code, out.toString(), err.toString());
  }

  private static String problem(String type) {
    return "{\"type\":\"" + type + "\",\"turn\":\"operator\",\"message\":\"why\",\"zh\":\"原因\"}";
  }

  @Test
  @DisplayName("is 3 where the centre cannot be reached, or nobody knows how it ended")
  void threeWhereUnknown() throws IOException {
    Run unreachable = refund(503, problem("centre-unreachable"));
    assertEquals(3, unreachable.code(), unreachable::toString);
    assertTrue(unreachable.err().contains("operator: 原因 / why"), unreachable::toString);
    Run cancelling =
        refund(200, "{\"cancelled\":{\"ending\":\"unknown\",\"nextZh\":\"请勿先退款\"},\"anew\":\"R\"}");
    assertEquals(3, cancelling.code(), cancelling::toString);
    assertTrue(cancelling.out().contains("请勿先退款"), cancelling::toString);
    Run settling =
        refund(
            200, "{\"cancelled\":{\"ending\":\"cancelled\"},\"settled\":{\"ending\":\"unknown\"}}");
    assertEquals(3, settling.code(), settling::toString);
  }

  @Test
  @DisplayName("is 3 where the answer was lost, and says to ask the outcome first")
  void threeWhereLost() throws IOException {
    Run lost = refund(200, "");
    assertEquals(3, lost.code(), lost::toString);
    assertTrue(lost.err().contains("ask the outcome"), lost::toString);
  }

  @Test
  @DisplayName("is 1 where it was refused, and 2 where no gateway was there to ask")
  void oneWhereRefused() throws IOException {
    Run refused = refund(422, problem("centre-refused"));
    assertEquals(1, refused.code(), refused::toString);
    Run broken = refund(503, problem("journal-unavailable"));
    assertEquals(1, broken.code(), broken::toString);
    Run nobody = run("http://127.0.0.1:1");
    assertEquals(2, nobody.code(), nobody::toString);
  }
}
