package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The way to the centre is looked at before the intent, and a forger is no silence")
@Timeout(150)
class WayToTheCentreTest {

  private static final BillId BILL = Till.id("B1");

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private volatile Runnable onRecord = () -> {};
  private Till till;

  @BeforeEach
  void open() {
    till =
        new Till(
            folder,
            new TerminalListener() {
              @Override
              public void recordAppended(long position, String type, BillId bill) {
                onRecord.run();
              }
            });
  }

  @AfterEach
  void close() {
    till.close();
    assertEquals(0, till.centre.reservations());
  }

  @Test
  void aCentreThatIsAwayCostsNoRecord() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.NO_WAY);
    assertThrows(CentreUnreachable.class, () -> till.counter.settle(BILL, quote));
    assertEquals(0, till.recordsOf("SETTLE_INTENT"));
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
  }

  @Test
  void whoWaitsForTheWayKeepsNobodyElseFromTheBill() {
    Quote quote = till.quote("B1");
    Counter other = till.terminal.counter(TestOperators.OP_8);
    till.centre.next(Fault.WAY_HELD);
    var slow = CompletableFuture.supplyAsync(() -> till.counter.settle(BILL, quote, LONG));
    Await.until(() -> !till.centre.calls("reserve").isEmpty());
    assertEquals(
        Optional.empty(),
        Await.result(CompletableFuture.supplyAsync(() -> till.terminal.outcomeOf(BILL))));
    SettlementOutcome settled = other.settle(BILL, quote);
    assertInstanceOf(Settled.class, settled);
    till.centre.release();
    assertEquals(settled, Await.result(slow));
    assertEquals(1, till.centre.calls("settle").size());
    assertEquals(1, till.recordsOf("SETTLE_INTENT"));
  }

  @Test
  void whoFindsNoWayIsToldOfTheSettlementThatFoundOneMeanwhile() {
    Quote quote = till.quote("B1");
    Counter other = till.terminal.counter(TestOperators.OP_8);
    till.centre.next(Fault.WAY_HELD);
    var slow = CompletableFuture.supplyAsync(() -> till.counter.settle(BILL, quote, LONG));
    Await.until(() -> !till.centre.calls("reserve").isEmpty());
    SettlementOutcome settled = other.settle(BILL, quote);
    till.centre.next(Fault.NO_WAY);
    till.centre.release();
    assertEquals(settled, Await.result(slow));
  }

  @Test
  void aDeadlineAndAnInterruptHoldAlsoWhileAnotherCallIsAtWorkOnTheBill() {
    Quote quote = till.quote("B1");
    var eligibility = till.eligibility();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    onRecord =
        () -> {
          written.countDown();
          Await.on(read);
        };
    var slow =
        CompletableFuture.supplyAsync(
            () -> till.counter.quote(eligibility, Till.bill("B1", "100.00")));
    Await.on(written);
    Counter other = till.terminal.counter(TestOperators.OP_8);
    Duration soon = Duration.ofMillis(50);
    assertThrows(CentreUnreachable.class, () -> other.settle(BILL, quote, soon));
    Thread.currentThread().interrupt();
    assertThrows(CentreUnreachable.class, () -> other.settle(BILL, quote, LONG));
    assertTrue(Thread.interrupted());
    onRecord = () -> {};
    read.countDown();
    assertEquals(BILL, Await.result(slow).bill());
    assertEquals(0, till.recordsOf("SETTLE_INTENT"));
  }

  @Test
  void whatTheDeviceDoesNotSignCostsNoRecordAndCanBeTriedAgain() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.NO_SIGNATURE);
    DeviceFault fault = assertThrows(DeviceFault.class, () -> till.counter.settle(BILL, quote));
    assertEquals(DeviceFault.Kind.SIGNING_FAILED, fault.kind());
    assertEquals(0, till.recordsOf("SETTLE_INTENT"));
    assertEquals(0, till.centre.reservations());
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
  }

  @Test
  void thePlaceIsGivenBackHoweverTheBillEnds() {
    for (Fault fault : List.of(Fault.REFUSED, Fault.NOT_SENT, Fault.ANOTHER_BILLS_RECEIPT)) {
      Quote quote = till.quote(fault.name());
      till.centre.next(fault);
      try {
        var unused = till.counter.settle(quote.bill(), quote);
      } catch (CentreUnreachable e) {
        assertEquals(Fault.NOT_SENT, fault);
      }
      Await.until(() -> till.centre.reservations() == 0);
    }
  }

  @Test
  void somebodyElseThanTheCentreBeforeTheIntentIsTheKeyKeepersTurnAndCostsNoRecord() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.IMPOSTOR_ON_THE_WAY);
    assertThrows(EnvelopeRejected.class, () -> till.counter.settle(BILL, quote));
    assertEquals(0, till.recordsOf("SETTLE_INTENT"));
  }

  @Test
  void somebodyElseThanTheCentreAfterTheIntentLeavesNothingOpen() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.IMPOSTOR);
    EnvelopeRejected rejected =
        assertThrows(EnvelopeRejected.class, () -> till.counter.settle(BILL, quote));
    assertTrue(rejected.toString().contains("B1"), rejected::toString);
    assertEquals(1, till.recordsOf("NOT_SENT"));
    assertEquals(List.of(), till.terminal.unfinished());
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
  }

  @Test
  void aForgedAnswerToASettlementLeavesItUnknownAndTheResolverFindsOut() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.FORGED_ANSWER);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, quote));
    till.centre.setReachable(true);
    assertInstanceOf(
        Settled.class,
        till.terminal.resolve(till.counter.shift(), BILL, Wish.WANTED, Duration.ofSeconds(30)));
    assertEquals(1, till.centre.settlementsStanding());
  }

  @Test
  void aForgerWhereNoMoneyMovesIsTheKeyKeepersTurn() {
    till.centre.setForging(true);
    till.restart();
    assertThrows(EnvelopeRejected.class, () -> till.terminal.signIn());
    till.centre.setForging(false);
    var eligibility = till.eligibility();
    till.centre.setForging(true);
    assertThrows(
        EnvelopeRejected.class, () -> till.counter.quote(eligibility, Till.bill("B1", "100.00")));
    assertEquals(0, till.recordsOf("QUOTED"));
  }
}
