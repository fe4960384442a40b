package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.Simulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An alarm that stands at a terminal with a gateway")
@Timeout(120)
class AlarmsToldTest {

  @TempDir private Path folder = Path.of("");

  private Bench open(Clock clock) {
    return new Bench(Simulator.start(folder, clock), folder, UnaryOperator.identity());
  }

  private static List<?> alarms(Said said) {
    return (List<?>) said.map().getOrDefault("alarms", List.of("no alarms in " + said.body()));
  }

  /** The clock of a machine that was set back by three days. */
  private Bench setBack() {
    try (Bench bench = open(Simulator.atTen())) {
      assertEquals(List.of(), alarms(bench.get("/v1/terminal").good(200)));
      bench.settled(bench.shift("supervisor-1"), "POS-1");
    }
    Bench later = open(Clock.offset(Simulator.atTen(), Duration.ofDays(-3)));
    while (later.terminal.alarms().isEmpty()) {
      LockSupport.parkNanos(5_000_000);
    }
    return later;
  }

  @Test
  @DisplayName("is in the answer to whoever takes a shift: what was signed for was told")
  void signedIsTold() {
    try (Bench bench = setBack()) {
      assertEquals(1, alarms(bench.get("/v1/terminal").good(200)).size());
      Said shift =
          bench
              .post("/v1/shifts", "{\"operator\":\"cashier-1\",\"password\":\"a long password\"}")
              .good(201);
      assertTold(shift, bench);
      Said next =
          bench
              .post(
                  "/v1/shifts/hand-over",
                  "{\"shift\":\"%s\",\"operator\":\"supervisor-1\"}".formatted(shift.text("shift")))
              .good(201);
      assertTold(next, bench);
    }
  }

  private static void assertTold(Said shift, Bench bench) {
    List<?> told = alarms(shift);
    assertEquals(1, told.size(), shift.body());
    String words = String.valueOf(told.get(0));
    assertTrue(words.contains("kind=clock-set-back"), words);
    assertTrue(words.contains("zh=" + bench.terminal.alarms().get(0).zh()), words);
    assertTrue(words.contains("en=" + bench.terminal.alarms().get(0).en()), words);
  }
}
