package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.CentreRefused;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Inspection;
import io.caresettle.sdk.DayClosing;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A day at a till and the simulated centre, to its end")
@Timeout(120)
class DayEndWholeWayTest {

  @TempDir Path folder;

  @Test
  @DisplayName(
      "settled, cancelled and reversed bills agree once the day is closed, and are anchored")
  void theWholeWay() {
    SteppingClock clock = new SteppingClock();
    try (Bench bench = new Bench(folder, clock, Duration.ofSeconds(20))) {
      for (String number : new String[] {"B1", "B2"}) {
        Quote quote = bench.quote(number, "100.00");
        assertInstanceOf(
            SettlementOutcome.Settled.class, bench.counter.settle(quote.bill(), quote));
      }
      var supervisor = bench.terminal.takeShift(TestOperators.key("supervisor-1"));
      assertInstanceOf(
          CancelOutcome.Cancelled.class,
          bench.counter.cancel(
              Bench.bill("B2"), "退费", Optional.of(supervisor), Duration.ofSeconds(40)));
      Quote lost = bench.quote("B3", "200.00");
      bench.simulator.centre().faults().loseNext(MessageType.SETTLE);
      bench.counter.settle(lost.bill(), lost, Bench.UNANSWERED);
      assertInstanceOf(
          SettlementOutcome.Refused.class,
          bench.terminal.resolve(supervisor, lost.bill(), Wish.NOT_WANTED, Duration.ofSeconds(40)));

      DayClosing closing = bench.terminal.dayEnd(supervisor);
      assertEquals(
          "DAY_OPEN",
          assertThrows(CentreRefused.class, () -> closing.compare(Simulator.DEMO_DAY)).code());

      clock.moveTo(Duration.ofDays(1));
      DayReport report = closing.compare(Simulator.DEMO_DAY);
      assertTrue(report.isClean(), report::text);
      assertEquals(1, report.groups().size());
      assertEquals(1, report.groups().get(0).centre().settled());
      assertEquals(2, report.groups().get(0).centre().undone());
      assertEquals(3, report.reconciled(), report::text);
      assertTrue(report.anchor().isPresent());

      Path out = folder.resolve("inspection");
      String digest = closing.export(report, out);
      assertEquals(64, digest.length());
      assertTrue(Files.exists(out.resolve(Inspection.MANIFEST)));
    }
  }
}
