package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.MessageType;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A purchase by a caller that is not Java")
@Timeout(120)
class PurchaseTest {

  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("goes from a code to a slip, and is unfinished until the caller has booked it")
  void wholeWay() {
    String shift = bench.shift("cashier-1");
    String body = bench.purchase(shift, "POS-1");
    Said settled = bench.post("/v1/bills/POS-1/settle", body).good(200);
    assertEquals("settled", settled.text("ending"));
    assertTrue(settled.body().contains("\"total\":\"47.00\""), settled.body());
    assertTrue(bench.get("/v1/bills/POS-1/slip?paper=58").good(200).text("text").contains("47.00"));
    assertTrue(bench.get("/v1/unfinished").good(200).body().contains("POS-1"));
    bench.post("/v1/bills/POS-1/acknowledge", "{}").good(200);
    assertEquals("{\"unfinished\":[]}", bench.get("/v1/unfinished").good(200).body());
    bench.assertStanding(1);
  }

  @Test
  @DisplayName("is settled once, however often the same request is sent, also by many at once")
  void settledOnce() {
    String body = bench.purchase(bench.shift("cashier-1"), "POS-2");
    List<CompletableFuture<Said>> all =
        List.of(1, 2, 3, 4).stream()
            .map(
                each ->
                    CompletableFuture.supplyAsync(() -> bench.post("/v1/bills/POS-2/settle", body)))
            .toList();
    String first = all.get(0).join().good(200).body();
    all.forEach(each -> assertEquals(first, each.join().good(200).body()));
    bench.assertStanding(1);
  }

  @Test
  @DisplayName("whose answer was lost is unknown, is found out, and survives a restart")
  void lostAnswer() {
    String shift = bench.shift("cashier-1");
    String body = bench.purchase(shift, "POS-3");
    bench.simulator.centre().faults().loseNext(MessageType.SETTLE);
    String shortly = body.replace("}", ",\"withinSeconds\":3}");
    Said first = bench.post("/v1/bills/POS-3/settle", shortly).good(200);
    assertEquals("unknown", first.text("ending"), first.body());
    assertEquals("wait", first.text("next"), first.body());
    assertTrue(first.text("nextZh").contains("勿换单号重结"), first.body());
    assertTrue(first.text("nextEn").contains("do not charge again"), first.body());
    Said found =
        bench
            .post(
                "/v1/bills/POS-3/resolve",
                "{\"shift\":\"%s\",\"wish\":\"wanted\",\"withinSeconds\":60}".formatted(shift))
            .good(200);
    assertEquals("settled", found.text("ending"), found.body());
    bench.closeTill();
    bench.open();
    assertTrue(bench.get("/v1/unfinished").good(200).body().contains("POS-3"));
    assertEquals("settled", bench.get("/v1/bills/POS-3").good(200).text("ending"));
    bench.post("/v1/bills/POS-3/settle", body).problem(410, "ticket-unknown");
    bench.assertStanding(1);
  }

  @Test
  @DisplayName("by a card is proved by the centre, in the reader that the caller names")
  void byCard() {
    String shift = bench.shift("cashier-1");
    assertTrue(bench.get("/v1/readers").good(200).body().contains("slot of P0000004"));
    Said identified =
        bench
            .post(
                "/v1/identify",
                "{\"shift\":\"%s\",\"credential\":{\"card\":{\"reader\":\"slot of P0000004\"}},\"registration\":%s}"
                    .formatted(shift, bench.registration("V-9")))
            .good(200);
    assertEquals("card", identified.text("credential"));
  }

  @Test
  @DisplayName(
      "tells its progress as the journal keeps it, with a pulse, and the stream ends with it")
  void progress() throws Exception {
    String body = bench.purchase(bench.shift("cashier-1"), "POS-4");
    HttpResponse<Stream<String>> stream =
        HttpClient.newHttpClient()
            .send(
                bench.request("/v1/bills/POS-4/events").build(),
                HttpResponse.BodyHandlers.ofLines());
    Iterator<String> lines = stream.body().iterator();
    List<String> heard = new ArrayList<>();
    // A pulse is told while the bill has not ended, and nothing has yet.
    while (heard.stream().noneMatch(line -> line.startsWith(": heartbeat"))) {
      heard.add(lines.next());
    }
    assertFalse(String.join("\n", heard).contains("\"record\":\"settled\""), heard::toString);
    bench.post("/v1/bills/POS-4/settle", body).good(200);
    lines.forEachRemaining(heard::add);
    String told = String.join("\n", heard);
    List<String> records =
        told.lines()
            .filter(line -> line.contains("\"record\":"))
            .map(PurchaseTest::record)
            .toList();
    assertEquals(List.of("quoted", "settle-intent", "settled"), records, told);
    assertTrue(
        told.stripTrailing().lines().reduce((a, b) -> b).orElse("").contains("\"settled\""), told);
  }

  private static String record(String line) {
    return line.replaceAll(".*\"record\":\"([a-z-]+)\".*", "$1");
  }

  @Test
  @DisplayName("leaves nobody's name, number, code, password or token in the log")
  void nothingLeaks() throws IOException {
    String shift = bench.shift("cashier-1");
    String code = bench.scanned();
    String identify =
        "{\"shift\":\"%s\",\"credential\":{\"scanned\":\"%s\"},\"registration\":%s}"
            .formatted(shift, code, bench.registration("V-5"));
    bench.post("/v1/identify", identify).good(200);
    String number = bench.simulator.registration("P0000004", "V").document().reveal();
    Said refused = bench.post("/v1/identify", identify.replace("\"name\"", "\"nam\""));
    refused.problem(400, "bad-request");
    Said broken = bench.post("/v1/identify", identify.replace("}}}", "}"));
    broken.problem(400, "bad-request");
    String all = String.join("\n", bench.log) + refused.body() + broken.body() + bench.gateway;
    for (String secret : List.of(number, code, shift, bench.token(), "测试")) {
      assertFalse(all.contains(secret), all);
    }
    if (bench.tokenFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.tokenFile)));
    }
  }
}
