package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.RestingJournal;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.ActSignature;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.centre.TestKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

      Map<String, Said> answers = Map.of("cashier-1", shift, "supervisor-1", next);
      bench.terminal.close();
      List<Act> signed = signed(bench.institution.code());
      for (Map.Entry<String, Said> one : answers.entrySet()) {
        // No more and no less than each of them has signed for, and in the same words.
        assertEquals(
            signed.stream()
                .filter(act -> act.operatorId().equals(one.getKey()))
                .map(act -> words(ActBody.read(act.body())))
                .toList(),
            alarms(one.getValue()).stream().map(AlarmsToldTest::words).toList(),
            one.getKey());
      }
      assertEquals(2, signed.size());
    }
  }

  /** What stands in the journal of alarms that were told, by whoever signed. */
  private List<Act> signed(String institution) {
    Path journal = folder.resolve("till-" + institution + ".db");
    JournalKeys keys =
        JournalKeys.of(
            TestKeys.terminal(institution).keys().encryption(), List.of(), Optional.empty());
    try (RestingJournal resting = RestingJournal.open(journal, keys)) {
      List<Act> told =
          resting.acts().stream().filter(act -> act.kind() == ActKind.ALARM_TOLD).toList();
      told.forEach(act -> assertTrue(ActSignature.of(act).good(), act::toString));
      return told;
    }
  }

  private static List<String> words(Object alarm) {
    Map<?, ?> told = (Map<?, ?>) alarm;
    String kind = String.valueOf(told.containsKey("alarm") ? told.get("alarm") : told.get("kind"));
    return List.of(
        kind.toLowerCase(Locale.ROOT).replace('_', '-'),
        String.valueOf(told.get("zh")),
        String.valueOf(told.get("en")));
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
