package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("One bill is settled exactly once or not at all")
@Timeout(150)
class ExactlyOnceTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final BillId BILL = Till.id("B1");

  @TempDir Path folder;
  private Till till;

  @BeforeEach
  void open() {
    till = new Till(folder);
  }

  /** Also asserts that the centre saw nothing that a terminal must never do. */
  @AfterEach
  void close() {
    till.close();
  }

  @Test
  @Tag("R-INST-10")
  void aConfirmedBillIsSettledWithTheConfirmedFigures() {
    Quote quote = till.quote("B1");
    Settled settled = assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
    assertEquals(quote.split(), settled.split());
    assertEquals(Optional.of(settled), till.terminal.outcomeOf(BILL));
  }

  @Test
  void theSameBillTwiceIsSentOnce() {
    Quote quote = till.quote("B1");
    SettlementOutcome first = till.counter.settle(BILL, quote);
    assertEquals(first, till.counter.settle(BILL, quote));
    assertEquals(first, till.counter.settle(BILL, till.quote("B1")));
    assertEquals(1, till.centre.calls("settle").size());
  }

  @Test
  void theSameBillFromTwoCountersAtOnceIsSentOnce() {
    till.centre.next(Fault.ANSWER_HELD);
    Quote quote = till.quote("B1");
    Counter other = till.terminal.counter(TestOperators.OP_8);
    var first = CompletableFuture.supplyAsync(() -> till.counter.settle(BILL, quote));
    Await.until(() -> !till.centre.calls("settle").isEmpty());
    var second = CompletableFuture.supplyAsync(() -> other.settle(BILL, quote));
    till.centre.release();
    assertInstanceOf(Settled.class, Await.result(first));
    assertEquals(Await.result(first), Await.result(second));
    assertEquals(1, till.centre.calls("settle").size());
  }

  @Test
  void theSameBillWithOtherLinesIsAFaultOfTheCaller() {
    till.counter.settle(BILL, till.quote("B1"));
    Quote other = till.quote(Till.bill("B1", "99.00"));
    assertThrows(Misuse.class, () -> till.counter.settle(BILL, other));
    assertThrows(Misuse.class, () -> till.counter.settle(Till.id("B2"), other));
    assertEquals(1, till.centre.calls("settle").size());
  }

  @Test
  void aRefusalIsPinnedToItsAttemptAndAFreshQuoteBeginsAnother() {
    till.centre.next(Fault.REFUSED);
    Quote quote = till.quote("B1");
    Refused refused = assertInstanceOf(Refused.class, till.counter.settle(BILL, quote));
    assertEquals("ACCOUNT_FROZEN", refused.code());
    assertEquals(refused, till.counter.settle(BILL, quote));
    assertEquals(1, till.centre.calls("settle").size());
    assertInstanceOf(Settled.class, till.counter.settle(BILL, till.quote("B1")));
  }

  @Test
  void whatWasNotSentCanBeTriedAgain() {
    till.centre.next(Fault.NOT_SENT);
    Quote quote = till.quote("B1");
    assertThrows(CentreUnreachable.class, () -> till.counter.settle(BILL, quote));
    assertEquals(List.of(), till.terminal.unfinished());
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
  }

  @Test
  void aLostAnswerIsFoundAndPaidOnce() {
    Unknown lost = lose(Fault.ANSWER_LOST);
    assertEquals(BILL, lost.bill());
    assertInstanceOf(
        Settled.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.WANTED, SOON));
    assertEquals(1, till.centre.settlementsStanding());
    assertEquals(List.of(), till.centre.calls("reverse"));
  }

  @Test
  void nobodyNeedsToAskForAnUnknownBillToBeFound() {
    lose(Fault.ANSWER_LOST);
    Await.until(() -> outcome() instanceof Settled);
  }

  @Test
  void whatNeverArrivedIsReversedAndALaterTryWorks() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.NEVER_ARRIVES);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, quote));
    till.centre.setReachable(true);
    Refused undone =
        assertInstanceOf(
            Refused.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.WANTED, SOON));
    assertEquals("REVERSED", undone.code());
    assertEquals(undone, till.counter.settle(BILL, quote));
    assertInstanceOf(Settled.class, till.counter.settle(BILL, till.quote("B1")));
    assertEquals(1, till.centre.settlementsStanding());
  }

  @Test
  void aMessageThatArrivesAfterItsReversalMeetsTheTombstone() {
    till.centre.next(Fault.REQUEST_HELD);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, till.quote("B1"), AT_ONCE));
    assertInstanceOf(
        Refused.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.WANTED, SOON));
    till.centre.release();
    till.terminal.close();
    assertEquals(0, till.centre.settlementsStanding());
  }

  @Test
  void notWantedUndoesABillAlsoIfItStands() {
    till.centre.next(Fault.ANSWER_HELD);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, till.quote("B1"), AT_ONCE));
    assertInstanceOf(
        Refused.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, SOON));
    assertEquals(0, till.centre.settlementsStanding());
    assertEquals(1, till.centre.calls("reverse").size());
  }

  @Test
  void aLateAnswerLosesAgainstAReversalThatWasBegun() {
    till.centre.next(Fault.ANSWER_HELD);
    till.centre.setReversalsAnswered(false);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, till.quote("B1"), AT_ONCE));
    assertInstanceOf(
        Unknown.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, AT_ONCE));
    till.centre.release();
    // The "settled" is in the journal, and has decided nothing.
    Await.until(() -> till.recordsOf("LATE_ANSWER") == 1);
    assertInstanceOf(Unknown.class, outcome());
    till.centre.setReversalsAnswered(true);
    assertInstanceOf(
        Refused.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.WANTED, SOON));
    assertEquals(0, till.centre.settlementsStanding());
  }

  @Test
  void aLateAnswerWinsWhileTheBillIsWanted() {
    till.centre.next(Fault.ANSWER_HELD);
    Quote quote = till.quote("B1");
    Unknown unknown = assertInstanceOf(Unknown.class, settleWhileNobodyAnswersQueries(quote));
    till.centre.release();
    Await.until(() -> outcome() instanceof Settled);
    assertEquals(unknown.bill(), BILL);
  }

  private SettlementOutcome settleWhileNobodyAnswersQueries(Quote quote) {
    var settling = CompletableFuture.supplyAsync(() -> till.counter.settle(BILL, quote, AT_ONCE));
    Await.until(() -> !till.centre.calls("settle").isEmpty());
    till.centre.setReachable(false);
    return Await.result(settling);
  }

  @Test
  void aBillThatIsNotFoundInTimeIsReversed() {
    till.centre.next(Fault.ANSWER_HELD);
    assertInstanceOf(Unknown.class, settleWhileNobodyAnswersQueries(till.quote("B1")));
    till.clock.advance(Duration.ofHours(1));
    till.centre.setReachable(true);
    Await.until(() -> outcome() instanceof Refused);
    assertEquals(0, till.centre.settlementsStanding());
  }

  @Test
  void aReversalIsRepeatedUntilItIsAcknowledged() {
    till.centre.setReversalsAnswered(false);
    lose(Fault.NEVER_ARRIVES);
    Await.until(() -> till.centre.calls("reverse").size() >= 5);
    assertInstanceOf(Unknown.class, outcome());
    assertEquals(List.of(BILL), till.terminal.unfinished());
    till.centre.setReversalsAnswered(true);
    Await.until(() -> outcome() instanceof Refused);
    assertEquals(1, till.recordsOf("REVERSE_INTENT"));
  }

  @Test
  void aRestartBetweenIntentAndAnswerIsResolved() {
    till.centre.next(Fault.ANSWER_HELD);
    Quote quote = till.quote("B1");
    Counter before = till.counter;
    var cut =
        CompletableFuture.supplyAsync(() -> before.settle(BILL, quote, Duration.ofSeconds(1)));
    Await.until(() -> !till.centre.calls("settle").isEmpty());
    till.restart();
    assertInstanceOf(Unknown.class, Await.result(cut));
    Await.until(() -> outcome() instanceof Settled);
    assertEquals(1, till.recordsOf("UNKNOWN"));
    assertEquals(1, till.centre.settlementsStanding());
    assertEquals(List.of(BILL), till.terminal.unfinished());
  }

  @Test
  void aRestartGoesOnWithAReversalThatWasBegun() {
    till.centre.setReversalsAnswered(false);
    lose(Fault.NEVER_ARRIVES);
    Await.until(() -> !till.centre.calls("reverse").isEmpty());
    till.restart();
    till.centre.setReversalsAnswered(true);
    Await.until(() -> outcome() instanceof Refused);
    assertEquals(1, till.recordsOf("REVERSE_INTENT"));
  }

  @Test
  void anAnswerForAnotherBillIsNoAnswer() {
    lose(Fault.ANOTHER_BILLS_RECEIPT);
    Await.until(() -> outcome() instanceof Settled);
  }

  @Test
  void anInterruptBeforeTheIntentSendsNothing() {
    Quote quote = till.quote("B1");
    Thread.currentThread().interrupt();
    assertThrows(CentreUnreachable.class, () -> till.counter.settle(BILL, quote));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), till.centre.calls("settle"));
    assertEquals(0, till.recordsOf("SETTLE_INTENT"));
  }

  @Test
  void anInterruptAfterTheIntentIsUnknown() throws InterruptedException {
    till.centre.next(Fault.ANSWER_HELD);
    Quote quote = till.quote("B1");
    CompletableFuture<SettlementOutcome> ended = new CompletableFuture<>();
    Thread cashier = new Thread(() -> ended.complete(till.counter.settle(BILL, quote)));
    cashier.start();
    Await.until(() -> !till.centre.calls("settle").isEmpty());
    cashier.interrupt();
    assertInstanceOf(Unknown.class, Await.result(ended));
    cashier.join();
    till.centre.release();
  }

  @Test
  void otherFiguresAreNotPrintedBeforeSomeoneDecided() {
    till.centre.next(Fault.OTHER_FIGURES);
    Quote quote = till.quote("B1");
    SettledDifferently differently =
        assertInstanceOf(SettledDifferently.class, till.counter.settle(BILL, quote));
    assertEquals(quote.split(), differently.confirmed());
    assertThrows(Misuse.class, () -> till.terminal.slip(BILL));
    assertThrows(Misuse.class, () -> till.terminal.acknowledge(BILL));
    Settled taken = till.terminal.accept(till.counter.shift(), differently);
    assertEquals(taken, outcome());
    assertEquals(taken.split(), till.terminal.slip(BILL).split());
  }

  @Test
  void otherFiguresThatNobodyWantsAreUndone() {
    till.centre.next(Fault.OTHER_FIGURES);
    till.counter.settle(BILL, till.quote("B1"));
    assertInstanceOf(
        Refused.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, SOON));
    assertEquals(0, till.centre.settlementsStanding());
  }

  @Test
  void unfinishedListsWhatTheCallerHasNotBooked() {
    till.counter.settle(BILL, till.quote("B1"));
    till.centre.next(Fault.REFUSED);
    till.counter.settle(Till.id("B2"), till.quote("B2"));
    assertEquals(List.of(BILL), till.terminal.unfinished());
    till.terminal.acknowledge(BILL);
    till.terminal.acknowledge(BILL);
    assertEquals(List.of(), till.terminal.unfinished());
    assertEquals(1, till.recordsOf("ACKNOWLEDGED"));
    assertInstanceOf(Settled.class, outcome());
    assertThrows(
        Misuse.class,
        () -> till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, SOON));
    assertEquals(1, till.centre.settlementsStanding());
  }

  @Test
  void aQuoteExpires() {
    Quote quote = till.quote("B1");
    till.clock.advance(Duration.ofMinutes(10));
    Refused refused = assertInstanceOf(Refused.class, till.counter.settle(BILL, quote));
    assertEquals("QUOTE_EXPIRED", refused.code());
    assertEquals(List.of(), till.centre.calls("settle"));
  }

  @Test
  void midnightVoidsAQuoteWhateverTheTillsClockSays() {
    till.clock.advance(Duration.ofHours(13).plusMinutes(55)); // 23:55 where the centre is
    Quote quote = till.quote("B1");
    till.clock.set(Duration.ofHours(-3));
    till.clock.advance(Duration.ofMinutes(6));
    till.centre.setBusinessDate(LocalDate.of(2026, 11, 21));
    Refused refused = assertInstanceOf(Refused.class, till.counter.settle(BILL, quote));
    assertEquals("QUOTE_OF_ANOTHER_DAY", refused.code());
    assertInstanceOf(Settled.class, till.counter.settle(BILL, till.quote("B1")));
    assertEquals(2, till.centre.calls("signIn").size());
  }

  @Test
  void aSettledBillStaysSettledWhenItsQuoteHasExpired() {
    Quote quote = till.quote("B1");
    SettlementOutcome settled = till.counter.settle(BILL, quote);
    till.clock.advance(Duration.ofDays(2));
    assertEquals(settled, till.counter.settle(BILL, quote));
  }

  /** Settles over a line that breaks, and mends the line. */
  private Unknown lose(Fault fault) {
    Quote quote = till.quote("B1");
    till.centre.next(fault);
    Unknown lost = assertInstanceOf(Unknown.class, till.counter.settle(BILL, quote));
    till.centre.setReachable(true);
    return lost;
  }

  private SettlementOutcome outcome() {
    return till.terminal.outcomeOf(BILL).orElseThrow();
  }
}
