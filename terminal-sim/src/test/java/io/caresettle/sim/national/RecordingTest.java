package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Recorded traffic")
@Timeout(120)
class RecordingTest {

  @Test
  @DisplayName(
      "passes as it came, is kept without names or credentials, and answers again by itself")
  void recordedAndReplayed() {
    StringWriter kept = new StringWriter();
    String settlement;
    try (Town town = Town.of("base");
        Recorder recorder = Recorder.start(0, town.national.address(), kept)) {
      RawCaller till = through(recorder.port());
      till.call("1101", Inputs.person()).good();
      settlement = till.call("2102", Inputs.drugs("R1")).good().field("setl_id");
      till.call("2102", Inputs.drugs("R2").replace("47.00", "48.00")).refused();
      assertEquals(1, town.centre.settlementsStanding());
    }
    String recording = kept.toString();
    assertEquals(3, recording.lines().count());
    for (String secret :
        new String[] {"测试甲", "A00000011", "329900198503120011", "P0000001", "1985-03-12"}) {
      assertFalse(recording.contains(secret), secret);
    }
    try (Stub stub = Stub.start(0, recording.lines().toList())) {
      RawCaller till = through(stub.port());
      String id = till.nextId();
      RawCaller.Answer again = till.call("2102", id, Inputs.drugs("R1")).good();
      assertEquals(settlement, again.field("setl_id"));
      assertEquals(47_00, again.fen("acct_pay"));
      assertEquals(id, again.field("medins_setl_id"));
      assertTrue(till.call("9001", "{}").refused().contains("没有交易 9001"));
    }
  }

  @Test
  @DisplayName("never passes the beginning of an answer on as the whole: 502 says that it was long")
  void tooLong() throws Exception {
    byte[] long9 = new byte[9 << 20];
    Arrays.fill(long9, (byte) ' ');
    HttpServer platform =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, long9.length);
            exchange.getResponseBody().write(long9);
          }
        });
    platform.start();
    StringWriter kept = new StringWriter();
    URI there = URI.create("http://127.0.0.1:" + platform.getAddress().getPort());
    try (Recorder recorder = Recorder.start(0, there, kept)) {
      RawCaller.Answer answer = through(recorder.port()).call("9102", "{}");
      assertEquals(502, answer.status());
      assertTrue(answer.body().contains("8 MB"), answer.body().trim());
      assertTrue(kept.toString().contains("\"status\":502"), kept.toString());
    } finally {
      platform.stop(0);
    }
  }

  private static RawCaller through(int port) {
    return new RawCaller(
        URI.create("http://127.0.0.1:" + port + NationalServer.PATH), Town.PHARMACY, Town.NOW);
  }
}
