package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.MessageType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A refund by a caller that is not Java")
@Timeout(120)
class RefundTest {

  private Bench bench;
  private String shift = "";

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder);
    shift = bench.shift("supervisor-1");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("cancels the old bill, quotes the rest anew, and is one slip of both")
  void wholeWay() {
    bench.settled(shift, "POS-1");
    bench.get("/v1/bills/POS-1/refund").problem(404, "refund-unknown");
    Said refund = refund("POS-1", "POS-1R").good(200);
    assertEquals("cancelled", part(refund, "cancelled").get("ending"), refund.body());
    assertEquals("true", refund.text("between"));
    bench.assertStanding(0);
    Map<?, ?> quote = part(refund, "quote");
    Said anew =
        bench
            .post(
                "/v1/bills/POS-1R/settle",
                Bench.settling(shift, "" + quote.get("quote"), "" + quote.get("digest")))
            .good(200);
    assertEquals("settled", anew.text("ending"), anew.body());
    bench.assertStanding(1);
    Said slip = bench.get("/v1/bills/POS-1/refund/slip?paper=80").good(200);
    assertEquals("refunded", slip.text("ending"), slip.body());
    assertTrue(slip.text("text").contains("47.00"), slip.body());
    assertTrue(slip.text("text").contains("23.50"), slip.body());
    Said standing = bench.get("/v1/bills/POS-1/refund").good(200);
    assertEquals("settled", part(standing, "settled").get("ending"), standing.body());
  }

  @Test
  @DisplayName("that was sent again goes on where it stood, and cancels nothing twice")
  void again() {
    bench.settled(shift, "POS-2");
    Said first = refund("POS-2", "POS-2R").good(200);
    Said again = refund("POS-2", "POS-2R").good(200);
    assertEquals(
        part(first, "cancelled").get("cancellation"), part(again, "cancelled").get("cancellation"));
    refund("POS-2", "POS-2X").problem(409, "misuse");
    bench.assertStanding(0);
  }

  @Test
  @DisplayName("whose cancellation the centre has not answered gives no quote before it has")
  void unanswered() {
    bench.settled(shift, "POS-3");
    bench.simulator.centre().faults().loseNext(MessageType.CANCEL);
    Said first = refund("POS-3", "POS-3R", ",\"withinSeconds\":3").good(200);
    assertEquals("unknown", part(first, "cancelled").get("ending"), first.body());
    assertFalse(first.map().containsKey("quote"), first.body());
    Said then = refund("POS-3", "POS-3R", ",\"withinSeconds\":60").good(200);
    assertEquals("cancelled", part(then, "cancelled").get("ending"), then.body());
    assertTrue(then.map().containsKey("quote"), then.body());
    bench.assertStanding(0);
  }

  @Test
  @DisplayName("names the second person who approved it, and whoever may not approve is refused")
  void approved() {
    bench.settled(shift, "POS-4");
    String cashier = bench.shift("cashier-1");
    String eligibility = bench.eligible(cashier, bench.identified(cashier, "V-POS-4"));
    String body =
        "{\"shift\":\"%s\",\"eligibility\":\"%s\",\"bill\":%s,\"reason\":\"退药\",\"approvedBy\":\"%s\"}";
    bench
        .post(
            "/v1/bills/POS-4/refund",
            body.formatted(cashier, eligibility, Bench.half("POS-4R"), bench.shift("cashier-2")))
        .problem(403, "not-permitted");
    bench.assertStanding(1);
    bench
        .post(
            "/v1/bills/POS-4/refund",
            body.formatted(cashier, eligibility, Bench.half("POS-4R"), shift))
        .good(200);
    bench.assertStanding(0);
  }

  private Said refund(String old, String anew) {
    return refund(old, anew, "");
  }

  private Said refund(String old, String anew, String more) {
    String eligibility = bench.eligible(shift, bench.identified(shift, "V-" + old));
    return bench.post(
        "/v1/bills/" + old + "/refund",
        "{\"shift\":\"%s\",\"eligibility\":\"%s\",\"bill\":%s,\"reason\":\"退药\"%s}"
            .formatted(shift, eligibility, Bench.half(anew), more));
  }

  private static Map<?, ?> part(Said said, String key) {
    assertTrue(said.map().get(key) instanceof Map<?, ?>, said::body);
    return (Map<?, ?>) said.map().getOrDefault(key, Map.of());
  }
}
