package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Cancelling;
import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What stands is cancelled once, by the centre's word, or stands as before")
@Timeout(150)
class CancellationsTest {

  private static final BillId BILL = Till.id("B1");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @TempDir Path folder;
  private Till till;

  @BeforeEach
  void settle() {
    till = new Till(folder);
    assertInstanceOf(Settled.class, till.counter.settle(BILL, till.quote("B1")));
    till.terminal.acknowledge(BILL);
  }

  /** Also asserts that the centre saw nothing that a terminal must never do. */
  @AfterEach
  void close() {
    till.close();
  }

  @Test
  void aBookedSettlementIsCancelledOnceAndHasToBeBookedAgain() {
    var cancelled =
        assertInstanceOf(CancelOutcome.Cancelled.class, till.counter.cancel(BILL, "退费"));
    assertEquals(cancelled, till.counter.cancel(BILL, "退费"));
    assertEquals(1, till.centre.calls("cancel").size());
    assertEquals(0, till.centre.settlementsStanding());
    assertEquals("CANCELLED", refusal().code());
    assertEquals(List.of(BILL), till.terminal.unfinished());
    till.terminal.acknowledge(BILL);
    assertEquals(List.of(), till.terminal.unfinished());
    String slip = till.terminal.slip(BILL).text(PaperWidth.MM_80);
    assertTrue(slip.contains("撤销原结算 cancels"), slip);
    assertTrue(slip.contains(cancelled.settlementId()), slip);
  }

  @Test
  void theNumberOfACancelledBillIsSpent() {
    Quote quote = till.quote("B1");
    till.counter.cancel(BILL, "退费");
    Refused refused = assertInstanceOf(Refused.class, till.counter.settle(BILL, quote));
    assertEquals("CANCELLED", refused.code());
    assertEquals(1, till.centre.calls("settle").size());
  }

  @Test
  void aRefusedCancellationIsToldAndTheBillStandsAsBefore() {
    till.centre.setCancelling(Cancelling.REFUSED);
    var stands = assertInstanceOf(CancelOutcome.StillStands.class, till.counter.cancel(BILL, "退费"));
    assertEquals("LATER_VISITS_FIRST", stands.code());
    assertInstanceOf(Settled.class, till.terminal.outcomeOf(BILL).orElseThrow());
    assertEquals(BILL, till.terminal.slip(BILL).bill());
    // It was booked once: whoever does not want it now cancels it, and reverses nothing.
    assertThrows(
        Misuse.class,
        () -> till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, SOON));
    till.centre.setCancelling(Cancelling.DONE);
    assertInstanceOf(CancelOutcome.Cancelled.class, till.counter.cancel(BILL, "退费"));
  }

  @Test
  void aRefusedCancellationLeavesUndecidedFiguresUndecided() {
    till.centre.next(Fault.OTHER_FIGURES);
    BillId differing = Till.id("B2");
    assertInstanceOf(SettledDifferently.class, till.counter.settle(differing, till.quote("B2")));
    till.centre.setCancelling(Cancelling.REFUSED);
    assertInstanceOf(CancelOutcome.StillStands.class, till.counter.cancel(differing, "退费"));
    assertInstanceOf(SettledDifferently.class, till.terminal.outcomeOf(differing).orElseThrow());
    assertThrows(Misuse.class, () -> till.terminal.slip(differing));
  }

  @Test
  void aCancellationIsRepeatedUntilTheCentreAnswersAlsoAfterARestart() {
    till.centre.setCancelling(Cancelling.DONE_IN_SILENCE);
    assertInstanceOf(
        CancelOutcome.Unknown.class, till.counter.cancel(BILL, "退费", Optional.empty(), AT_ONCE));
    assertInstanceOf(Unknown.class, till.terminal.outcomeOf(BILL).orElseThrow());
    Await.until(() -> till.centre.calls("cancel").size() >= 3);
    till.restart();
    assertEquals(List.of(BILL), till.terminal.unfinished());
    till.centre.setCancelling(Cancelling.DONE);
    Await.until(() -> till.terminal.outcomeOf(BILL).orElseThrow() instanceof Refused);
    assertEquals(1, till.recordsOf("CANCEL_INTENT"));
    assertEquals(1, till.recordsOf("CANCELLED"));
  }

  @Test
  void aCancellationSignedWithALostKeyIsSignedAnewUnderItsOwnNumber() {
    till.centre.setReachable(false);
    till.counter.cancel(BILL, "退费", Optional.empty(), AT_ONCE);
    till.terminal.close();
    till.centre.setTerminalKey("terminal-key-2");
    till.centre.setReachable(true);
    till.terminal = Terminal.open(till.config().build());
    Await.until(() -> till.recordsOf("CANCELLED") == 1);
    assertEquals(2, till.recordsOf("CANCEL_INTENT"));
  }

  @Test
  void onlyWhatStandsIsCancelled() {
    assertThrows(Misuse.class, () -> till.counter.cancel(Till.id("B2"), "退费"));
    assertEquals(0, till.recordsOf("CANCEL_INTENT"));
  }

  @Test
  void theSecondPersonIsSomebodyElseWhoMayAndBothSign() {
    var cashier = till.terminal.takeShift(TestOperators.CASHIER);
    assertThrows(
        NotPermitted.class, () -> till.counter.cancel(BILL, "退费", Optional.of(cashier), SOON));
    assertThrows(
        Misuse.class,
        () -> till.counter.cancel(BILL, "退费", Optional.of(till.counter.shift()), SOON));
    var second = till.terminal.takeShift(TestOperators.OP_8);
    till.counter.cancel(BILL, "退费", Optional.of(second), SOON);
    assertEquals(1, till.kept(ActKind.CANCELLATION_APPROVED).size());
  }

  @Test
  void whereTheInstitutionAsksForASecondPersonNobodyCancelsAlone() {
    till.terminal.close();
    till.terminal = Terminal.open(till.config().secondPersonCancels().build());
    till.counter = till.terminal.counter(TestOperators.OP_7);
    assertThrows(Misuse.class, () -> till.counter.cancel(BILL, "退费"));
    assertTrue(till.centre.calls("cancel").isEmpty());
  }

  private Refused refusal() {
    return assertInstanceOf(Refused.class, till.terminal.outcomeOf(BILL).orElseThrow());
  }
}
