package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.reconciliation.Inspection;
import io.caresettle.sim.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The end of a day by a caller that is not Java")
@Timeout(120)
class DayEndTest {

  private static final String DAY = "/v1/days/" + Simulator.DEMO_DAY;

  @TempDir private Path folder = Path.of("");

  private Bench open(Clock clock) {
    Path exports = folder.resolve("exports");
    return new Bench(Simulator.start(folder, clock), folder, settings -> settings.exports(exports));
  }

  private static Clock tomorrow() {
    return Clock.offset(Simulator.atTen(), Duration.ofDays(1));
  }

  @Test
  @DisplayName(
      "whose books agree is clean, is told as text and CSV, and is given out for inspection")
  void clean() {
    try (Bench bench = open(Simulator.atTen())) {
      String shift = bench.shift("supervisor-1");
      bench.settled(shift, "POS-1");
      compare(bench, shift).problem(422, "centre-refused");
    }
    try (Bench bench = open(tomorrow())) {
      String shift = bench.shift("supervisor-1");
      Said day = compare(bench, shift).good(200);
      assertEquals("true", day.text("clean"), day.body());
      assertEquals("1", day.text("reconciled"), day.body());
      Said report = shown(bench, "report", shift, "report", day.text("report")).good(200);
      assertTrue(report.text("text").contains("47.00"), report.body());
      assertTrue(report.text("csv").contains("47.00"), report.body());
      Said given = shown(bench, "export", shift, "report", day.text("report")).good(201);
      assertTrue(Files.exists(Path.of(given.text("folder")).resolve(Inspection.MANIFEST)));
      assertEquals(64, given.text("manifest").length());
      bench
          .post(
              "/v1/days/2026-11-19/report",
              "{\"shift\":\"%s\",\"report\":\"%s\"}".formatted(shift, day.text("report")))
          .problem(409, "ticket-of-another-day");
      compare(bench, shift).good(200);
      shown(bench, "report", shift, "report", day.text("report")).problem(409, "ticket-spent");
      compare(bench, bench.shift("cashier-1")).problem(403, "not-permitted");
      bench
          .post("/v1/days/yesterday/compare", "{\"shift\":\"" + shift + "\"}")
          .problem(400, "bad-request");
    }
  }

  @Test
  @DisplayName("after the centre lost a morning lists what is only ours, to be confirmed once")
  void onlyOurs() {
    Path backup = folder.resolve("backup");
    open(Simulator.atTen()).close();
    copy(folder, backup);
    try (Bench bench = open(Simulator.atTen())) {
      bench.settled(bench.shift("supervisor-1"), "POS-1");
    }
    copy(backup, folder);
    try (Bench bench = open(tomorrow())) {
      String shift = bench.shift("supervisor-1");
      Said day = compare(bench, shift).good(200);
      assertEquals("false", day.text("clean"), day.body());
      Map<?, ?> difference = (Map<?, ?>) list(day, "differences").get(0);
      assertEquals("only-ours", difference.get("kind"), day.body());
      assertEquals("POS-1", difference.get("bill"), day.body());
      String decision = String.valueOf(difference.get("decision"));
      shown(bench, "confirm", bench.shift("supervisor-1"), "decision", decision)
          .problem(403, "ticket-foreign");
      Said done = shown(bench, "confirm", shift, "decision", decision).good(200);
      assertEquals("dispute", done.text("kind"), done.body());
      shown(bench, "confirm", shift, "decision", decision).problem(409, "ticket-spent");
      assertTrue(bench.get("/v1/bills/POS-1").good(200).text("dispute").contains("only ours"));
      assertTrue(bench.get("/v1/bills/POS-1").good(200).text("disputeZh").startsWith("我有中心无"));
      Said carried = compare(bench, shift).good(200);
      assertEquals(1, list(carried, "carried").size(), carried.body());
    }
  }

  private static List<?> list(Said said, String key) {
    return (List<?>) said.map().getOrDefault(key, List.of());
  }

  private static Said compare(Bench bench, String shift) {
    return bench.post(DAY + "/compare", "{\"shift\":\"" + shift + "\"}");
  }

  private static Said shown(Bench bench, String act, String shift, String kind, String ticket) {
    return bench.post(
        DAY + "/" + act, "{\"shift\":\"%s\",\"%s\":\"%s\"}".formatted(shift, kind, ticket));
  }

  /** The centre's files alone. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("centre")).toList()) {
        Files.copy(
            file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
