package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.identity.Consents;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What waits has a twin that does not, and none of them hangs when the terminal closes")
@Timeout(150)
class TwinsTest {

  private static final BillId BILL = Till.id("B1");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path folder;
  private Till till;

  @BeforeEach
  void open() {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private static <T> T told(CompletionStage<T> stage) {
    return Await.result(stage.toCompletableFuture());
  }

  private static Throwable failure(CompletionStage<?> stage) {
    CompletableFuture<?> future = stage.toCompletableFuture();
    Await.until(future::isDone);
    return Optional.ofNullable(assertThrows(CompletionException.class, future::join).getCause())
        .orElseThrow();
  }

  @Test
  void aBillIsQuotedSettledAndCancelledWithoutWaiting() {
    Quote quote =
        told(
            till.counter.quoteLater(
                till.eligibility(), Till.bill("B1", "100.00"), Consents.none(), SOON));
    assertInstanceOf(Settled.class, told(till.counter.settleLater(BILL, quote, SOON)));
    assertInstanceOf(
        CancelOutcome.Cancelled.class,
        told(till.counter.cancelLater(BILL, "退费", Optional.empty(), SOON)));
  }

  @Test
  void theCallersThreadIsNeitherHeldNorUsed() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.ANSWER_HELD);
    AtomicReference<Thread> by = new AtomicReference<>();
    CompletionStage<SettlementOutcome> settling =
        till.counter
            .settleLater(BILL, quote, LONG)
            .whenComplete((ended, e) -> by.set(Thread.currentThread()));
    Await.until(() -> !till.centre.calls("settle").isEmpty());
    till.centre.release();
    assertInstanceOf(Settled.class, told(settling));
    assertNotSame(Thread.currentThread(), by.get());
  }

  @Test
  void aDeadlineEndsAStageAndAWishIsHeardByOne() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.ANSWER_HELD);
    assertInstanceOf(
        Unknown.class, told(till.counter.settleLater(BILL, quote, Duration.ofSeconds(1))));
    assertInstanceOf(
        Refused.class,
        told(till.terminal.resolveLater(till.counter.shift(), BILL, Wish.NOT_WANTED, SOON)));
  }

  @Test
  void whoMayNotIsToldByTheStage() {
    Quote quote = till.quote("B1");
    till.counter.settle(BILL, quote);
    var cashier = till.terminal.counter(TestOperators.CASHIER);
    assertInstanceOf(
        NotPermitted.class,
        failure(cashier.cancelLater(BILL, "退费", Optional.of(cashier.shift()), SOON)));
  }

  @Test
  void aStageThatWaitsForAnAnswerIsToldUnknownWhenTheTerminalCloses() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.ANSWER_HELD);
    CompletionStage<SettlementOutcome> settling = till.counter.settleLater(BILL, quote, LONG);
    Await.until(() -> !till.centre.calls("settle").isEmpty());
    assertEquals(List.of(BILL), till.terminal.close(Duration.ofMillis(100)));
    assertTrue(settling.toCompletableFuture().isDone());
    assertInstanceOf(Unknown.class, told(settling));
  }

  @Test
  void aStageOfWhichNothingWasSentFailsWhenTheTerminalCloses() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.WAY_HELD);
    CompletionStage<SettlementOutcome> settling = till.counter.settleLater(BILL, quote, LONG);
    Await.until(() -> !till.centre.calls("reserve").isEmpty());
    assertEquals(List.of(), till.terminal.close(Duration.ofMillis(100)));
    assertTrue(settling.toCompletableFuture().isDone());
    assertInstanceOf(CentreUnreachable.class, failure(settling));
    assertEquals(0, till.recordsOf("SETTLE_INTENT"));
  }

  @Test
  void aWishThatWaitsIsToldHowTheBillStandsWhenTheTerminalCloses() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.ANSWER_LOST);
    till.centre.setReversalsAnswered(false);
    till.counter.settle(BILL, quote);
    CompletionStage<SettlementOutcome> wish =
        till.terminal.resolveLater(till.counter.shift(), BILL, Wish.NOT_WANTED, LONG);
    Await.until(() -> till.recordsOf("REVERSE_INTENT") == 1);
    till.terminal.close(Duration.ofMillis(100));
    assertTrue(wish.toCompletableFuture().isDone());
    assertInstanceOf(Unknown.class, told(wish));
  }

  @Test
  void aClosedTerminalBeginsNoStage() {
    Quote quote = till.quote("B1");
    till.terminal.close();
    assertThrows(Misuse.class, () -> till.counter.settleLater(BILL, quote, SOON));
  }
}
