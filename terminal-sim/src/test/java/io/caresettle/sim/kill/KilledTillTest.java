package io.caresettle.sim.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Books;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A till that is killed while it settles")
@Timeout(120)
class KilledTillTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final String NEVER = "NEVER";

  @TempDir Path folder;
  private Simulator simulator;
  private Path journal;

  @BeforeEach
  void start() {
    simulator = Simulator.start(folder, Simulator.atTen());
    journal = folder.resolve("killed-till.db");
  }

  @AfterEach
  void nothingIsLeftOver() {
    try (Simulator all = simulator) {
      Books books = all.centre().books();
      assertTrue(books.balance(), () -> books.lines().toString());
      assertEquals(List.of(), all.centre().hanging());
    }
  }

  @Test
  @DisplayName(
      "after the money moved and before it heard so, learns that the bill is settled, once")
  void theAnswerWasLost() {
    simulator.centre().faults().loseNext(MessageType.SETTLE);
    killWhenTheCentreHasSettled();
    try (Terminal terminal = reopened()) {
      assertSettled(
          terminal.resolve(
              terminal.takeShift(TestOperators.key("supervisor-1")),
              Bench.BILL,
              Wish.WANTED,
              LONG));
      assertBookedOnce(terminal);
    }
    assertPaidOnce();
  }

  @Test
  @DisplayName("while the answer is on its way, learns that the bill is settled, once")
  void theAnswerWasLate() {
    simulator.centre().faults().delayNext(MessageType.SETTLE, Duration.ofSeconds(50));
    killWhenTheCentreHasSettled();
    try (Terminal terminal = reopened()) {
      assertSettled(
          terminal.resolve(
              terminal.takeShift(TestOperators.key("supervisor-1")),
              Bench.BILL,
              Wish.WANTED,
              LONG));
      assertBookedOnce(terminal);
    }
    assertPaidOnce();
  }

  @Test
  @DisplayName(
      "after its message got lost, learns that nothing was done, and a fresh quote settles")
  void theMessageGotLost() {
    simulator.centre().faults().ignoreNext(MessageType.SETTLE);
    killAfter("UNKNOWN", SHORT);
    assertNothingPaid();
    undoneAndSettledAfresh();
  }

  @Test
  @DisplayName(
      "between its intent and its message, learns that nothing was done, and settles afresh")
  void theMessageWasNeverSent() {
    killAfter("SETTLE_INTENT", LONG);
    assertNothingPaid();
    undoneAndSettledAfresh();
  }

  @Test
  @DisplayName("after the money moved, gives it all back when the patient has left")
  void thePatientHasLeft() {
    simulator.centre().faults().loseNext(MessageType.SETTLE);
    Books before = simulator.centre().books();
    killWhenTheCentreHasSettled();
    assertEquals(Bench.BALANCE - Bench.PRICE, simulator.centre().books().fen(Bench.ACCOUNT));
    try (Terminal terminal = reopened()) {
      assertUndone(
          terminal.resolve(
              terminal.takeShift(TestOperators.key("supervisor-1")),
              Bench.BILL,
              Wish.NOT_WANTED,
              LONG));
      assertBookedOnce(terminal);
    }
    assertNothingPaid();
    Books after = simulator.centre().books();
    assertEquals(1, after.undone());
    for (Books.Entry ledger : after.ledgers()) {
      assertEquals(before.fen(ledger.ledger()), ledger.fen(), ledger.ledger());
    }
  }

  @Test
  @DisplayName("after it had only a quote, has nothing unfinished, and a fresh quote settles")
  void thereWasNoIntent() {
    killAfter("QUOTED", LONG);
    try (Terminal terminal = reopened()) {
      assertEquals(List.of(), terminal.unfinished());
      assertEquals(Optional.empty(), terminal.outcomeOf(Bench.BILL));
      assertNothingPaid();
      settleAfresh(terminal);
    }
    assertPaidOnce();
  }

  private void killAfter(String record, Duration patience) {
    try (TillProcess till = start(record, patience)) {
      till.awaitLine(record);
      till.kill();
    }
  }

  private void killWhenTheCentreHasSettled() {
    try (TillProcess till = start(NEVER, LONG)) {
      till.awaitLine("SETTLE_INTENT");
      long end = System.nanoTime() + LONG.toNanos();
      while (simulator.centre().settlementsStanding() == 0) {
        assertTrue(System.nanoTime() < end, "The centre never settled");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
      }
      till.kill();
    }
  }

  private TillProcess start(String standStillAfter, Duration patience) {
    return TillProcess.start(
        simulator.centre().address().getPort(), journal, standStillAfter, patience);
  }

  private Terminal reopened() {
    return Terminal.open(
        simulator.pharmacy().journal(journal).deadline(Duration.ofSeconds(20)).build());
  }

  private void undoneAndSettledAfresh() {
    try (Terminal terminal = reopened()) {
      assertEquals(List.of(Bench.BILL), terminal.unfinished());
      assertUndone(
          terminal.resolve(
              terminal.takeShift(TestOperators.key("supervisor-1")),
              Bench.BILL,
              Wish.WANTED,
              LONG));
      assertNothingPaid();
      settleAfresh(terminal);
    }
    assertPaidOnce();
  }

  private static void settleAfresh(Terminal terminal) {
    try (Counter counter = terminal.counter(TestOperators.key("cashier-2"))) {
      Quote quote = Bench.quote(counter);
      assertSettled(counter.settle(quote.bill(), quote));
      assertBookedOnce(terminal);
    }
  }

  private static void assertBookedOnce(Terminal terminal) {
    terminal.acknowledge(Bench.BILL);
    assertEquals(List.of(), terminal.unfinished());
  }

  private static void assertSettled(SettlementOutcome outcome) {
    assertInstanceOf(SettlementOutcome.Settled.class, outcome);
  }

  private static void assertUndone(SettlementOutcome outcome) {
    assertEquals("REVERSED", assertInstanceOf(SettlementOutcome.Refused.class, outcome).code());
  }

  private void assertPaidOnce() {
    assertEquals(1, simulator.centre().settlementsStanding());
    assertEquals(Bench.BALANCE - Bench.PRICE, simulator.centre().books().fen(Bench.ACCOUNT));
  }

  private void assertNothingPaid() {
    assertEquals(0, simulator.centre().settlementsStanding());
    assertEquals(Bench.BALANCE, simulator.centre().books().fen(Bench.ACCOUNT));
  }
}
