package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a counter does beside the usual purchase, by a caller that is not Java")
@Timeout(120)
class OtherActsTest {

  private static final String VISIT =
      "{\"number\":\"%s\",\"careType\":\"outpatient\",\"serviceDate\":\"2026-11-20\"}";

  private Bench bench;
  private String shift = "";

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = Bench.ofHospital(folder);
    shift = bench.shift("supervisor-1");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Said post(String path, String more) {
    return bench.post(path, "{\"shift\":\"" + shift + "\"," + more + "}");
  }

  private String arrival(String visit) {
    return "\"visit\":%s,\"description\":\"女，约三十岁\",\"arrivedAt\":\"2026-11-20T01:50:00Z\""
        .formatted(VISIT.formatted(visit));
  }

  @Test
  @DisplayName("takes somebody in without a credential, whom one names later")
  void emergency() {
    Said registered = post("/v1/emergencies", arrival("V-E")).good(201);
    assertEquals(registered.body(), post("/v1/emergencies", arrival("V-E")).good(201).body());
    String patient = bench.identified(shift, "V-E");
    Said merged =
        post(
                "/v1/emergencies/merge",
                "\"patient\":\"%s\",\"emergency\":%s".formatted(patient, registered.body()))
            .good(200);
    assertEquals(registered.text("registration"), merged.text("registration"));
    bench.quoted(shift, bench.eligible(shift, patient, "outpatient"), "POS-E").good(200);
    post("/v1/emergencies/withdraw", "\"reason\":\"误登\",\"emergency\":" + registered.body())
        .problem(422, "centre-refused");
  }

  @Test
  @DisplayName("closes a registration that nothing will be settled for")
  void withdrawn() {
    Said registered = post("/v1/emergencies", arrival("V-W")).good(201);
    String body = "\"reason\":\"已转院\",\"emergency\":" + registered.body();
    post("/v1/emergencies/withdraw", body).good(200);
    post("/v1/emergencies", arrival("V-W")).problem(422, "centre-refused");
  }

  @Test
  @DisplayName(
      "takes leave for an insurer that covers nobody here for misuse, and a bad one for bad")
  void leave() {
    String patient = bench.identified(shift, "V-L");
    String leave =
        ("\"patient\":\"%s\",\"payer\":\"NOBODY\",\"purpose\":\"direct-settlement\","
                + "\"from\":\"2026-11-20\",\"to\":\"2027-11-19\",\"signedBy\":\"测试丁\","
                + "\"signedAt\":\"2026-11-20T02:00:00Z\"")
            .formatted(patient);
    post("/v1/leaves", leave).problem(409, "misuse");
    Said backwards = post("/v1/leaves", leave.replace("2027-11-19", "2020-01-01"));
    assertEquals("/from", backwards.problem(400, "bad-request").text("pointer"));
  }

  @Test
  @DisplayName("declares an injury, and the centre's decision comes back for the visit")
  void injury() {
    String patient = bench.identified(shift, "V-I");
    Said decided =
        post(
                "/v1/injuries",
                ("\"patient\":\"%s\",\"cause\":\"own-accident\",\"other\":\"none\","
                        + "\"injuredOn\":\"2026-11-19\",\"place\":\"家中\",\"declarant\":\"测试丁\","
                        + "\"declaredAt\":\"2026-11-20T02:00:00Z\"")
                    .formatted(patient))
            .good(201);
    assertTrue(decided.text("decision").startsWith("fund"), decided.body());
  }

  @Test
  @DisplayName("pays from the account, or says by which rule it does not")
  void account() {
    String patient = bench.identified(shift, "V-A");
    String body =
        ("\"patient\":\"%s\",\"visit\":%s,\"number\":\"PAY-1\",\"purpose\":\"%s\","
            + "\"amount\":\"20.00\"");
    Said refused =
        post("/v1/account-payments", body.formatted(patient, VISIT.formatted("V-A"), "fitness"))
            .good(200);
    assertEquals("false", refused.text("payable"), refused.body());
    assertTrue(refused.text("rule").startsWith("R-ACCT"), refused.body());
    Said quoted =
        post(
                "/v1/account-payments",
                body.formatted(patient, VISIT.formatted("V-A"), "resident-premium"))
            .good(200);
    assertEquals("true", quoted.text("payable"), quoted.body());
    Said settled =
        bench
            .post(
                "/v1/bills/PAY-1/settle",
                Bench.settling(shift, quoted.text("quote"), quoted.text("digest")))
            .good(200);
    assertEquals("settled", settled.text("ending"), settled.body());
  }

  @Test
  @DisplayName("tells whose accounts may pay, and asks a relative for their own credential")
  void family() {
    String patient = bench.identified(shift, "V-F");
    post("/v1/family", "\"patient\":\"" + patient + "\"").good(200);
    post(
            "/v1/family/payer",
            "\"patient\":\"%s\",\"credential\":{\"scanned\":\"%s\"}"
                .formatted(patient, bench.scanned()))
        .problem(422, "credential-refused");
  }

  @Test
  @DisplayName("says what may be done about a slip of a bill that was paid in cash")
  void late() {
    String eligibility = bench.eligible(shift, bench.identified(shift, "V-C"), "outpatient");
    String body = "\"eligibility\":\"%s\",\"bill\":%s".formatted(eligibility, Bench.half("POS-C"));
    post("/v1/claims/POS-C/late", body).problem(404, "slip-unknown");
    post("/v1/claims", body).good(201);
    Said late = post("/v1/claims/POS-C/late", body).good(200);
    assertTrue(
        java.util.List.of("offered", "by-hand", "not-entitled").contains(late.text("late")),
        late.body());
  }
}
