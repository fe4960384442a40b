package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A ticket shown where it does not belong moves no money")
@Timeout(120)
class TicketsShownWronglyTest {

  private Bench bench;
  private String shift = "";

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder);
    shift = bench.shift("cashier-1");
  }

  @AfterEach
  void close() {
    try {
      bench.assertStanding(0);
    } finally {
      bench.close();
    }
  }

  @Test
  @DisplayName("a quote of another bill")
  void anotherBill() {
    String body = bench.purchase(shift, "POS-1");
    bench.post("/v1/bills/POS-2/settle", body).problem(409, "ticket-of-another-bill");
    bench.get("/v1/bills/POS-2").problem(404, "bill-unknown");
  }

  @Test
  @DisplayName("a quote whose figures are not those that were confirmed")
  void anotherBody() {
    Said quote =
        bench.quoted(shift, bench.eligible(shift, bench.identified(shift, "V-1")), "POS-1");
    String other = Bench.settling(shift, quote.text("quote"), "0".repeat(64));
    bench.post("/v1/bills/POS-1/settle", other).problem(409, "ticket-of-another-body");
  }

  @Test
  @DisplayName("a patient's for another visit")
  void anotherVisit() {
    String patient = bench.identified(shift, "V-1");
    Said refused =
        bench.post(
            "/v1/eligibility",
            "{\"shift\":\"%s\",\"patient\":\"%s\",\"visit\":{\"number\":\"V-2\",\"careType\":\"pharmacy\",\"serviceDate\":\"2026-11-20\"}}"
                .formatted(shift, patient));
    refused.problem(409, "ticket-of-another-visit");
    assertEquals("/visit/number", refused.text("pointer"));
  }

  @Test
  @DisplayName("a patient's who has left the counter")
  void reused() {
    String patient = bench.identified(shift, "V-1");
    String eligibility = bench.eligible(shift, patient);
    bench.identified(shift, "V-2");
    bench.quoted(shift, eligibility, "POS-1").problem(409, "ticket-spent");
  }

  @Test
  @DisplayName("that nobody gave, such as one guessed")
  void guessed() {
    bench.quoted(shift, "A".repeat(32), "POS-1").problem(410, "ticket-unknown");
    assertEquals(32, shift.length(), "24 bytes of chance");
  }

  @Test
  @DisplayName("another operator's")
  void anotherOperators() {
    String body = bench.purchase(shift, "POS-1");
    String other = body.replace(shift, bench.shift("cashier-2"));
    bench.post("/v1/bills/POS-1/settle", other).problem(403, "ticket-foreign");
  }

  @Test
  @DisplayName("of another step")
  void anotherStep() {
    String patient = bench.identified(shift, "V-1");
    bench.quoted(shift, patient, "POS-1").problem(409, "ticket-of-another-step");
  }

  @Test
  @DisplayName("that has expired")
  void expired() {
    String body = bench.purchase(shift, "POS-1");
    bench.passed.addAndGet(Duration.ofHours(2).toNanos());
    Said refused = bench.post("/v1/bills/POS-1/settle", body).problem(410, "ticket-expired");
    assertEquals("/quote", refused.text("pointer"));
  }

  @Test
  @DisplayName("of a shift that was handed over")
  void handedOver() {
    String body = bench.purchase(shift, "POS-1");
    bench
        .post(
            "/v1/shifts/hand-over",
            "{\"shift\":\"%s\",\"operator\":\"cashier-2\"}".formatted(shift))
        .good(201);
    bench.post("/v1/bills/POS-1/settle", body).problem(409, "ticket-spent");
  }

  @Test
  @DisplayName("and a cashier does not undo what takes a supervisor")
  void notPermitted() {
    Said refused =
        bench.post(
            "/v1/bills/POS-1/resolve",
            "{\"shift\":\"%s\",\"wish\":\"not-wanted\"}".formatted(shift));
    refused.problem(403, "not-permitted");
    assertEquals("supervisor", refused.text("turn"));
  }
}
