package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Cancelling;
import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.identity.Consents;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.Refunding;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.Slip;
import io.caresettle.split.Bill;
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

@DisplayName(
    "A refund cancels the old bill, and the person confirms what remains under a new number")
@Timeout(150)
class RefundsTest {

  private static final BillId OLD = Till.id("B1");
  private static final BillId NEW = Till.id("B2");
  private static final Bill REMAINING = Till.bill("B2", "60.00");

  @TempDir Path folder;
  private Till till;
  private String settlement = "";

  @BeforeEach
  void settle() {
    till = new Till(folder);
    Settled old = assertInstanceOf(Settled.class, till.counter.settle(OLD, till.quote("B1")));
    settlement = old.settlementId();
    till.terminal.acknowledge(OLD);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private Refund refund(Bill remaining, Duration within) {
    return till.counter.refund(
        OLD, till.eligibility(), remaining, Consents.none(), "退费", Optional.empty(), within);
  }

  private Refund refund() {
    return refund(REMAINING, Duration.ofSeconds(30));
  }

  @Test
  void whatRemainsIsQuotedInPlaceOfTheOldAndSettledAsAnyOther() {
    Refund refund = refund();
    assertEquals(List.of("replaces " + settlement), till.centre.calls("replaces"));
    assertEquals(0, till.centre.settlementsStanding());
    assertThrows(Misuse.class, () -> till.terminal.refundSlip(OLD, NEW));
    assertInstanceOf(Settled.class, till.counter.settle(NEW, refund.quote().orElseThrow()));
    assertEquals(1, till.centre.settlementsStanding());
    assertEquals(
        OLD,
        assertInstanceOf(Slip.Refunded.class, till.terminal.refundSlip(OLD, NEW).ending())
            .replaced());
    Refunding whole = till.terminal.refunding(OLD).orElseThrow();
    assertInstanceOf(Settled.class, whole.settled().orElseThrow());
    assertFalse(whole.isBetween());
    assertEquals(Optional.empty(), refund().quote());
    assertEquals(1, till.centre.calls("cancel").size());
  }

  @Test
  void whatRemainsIsQuotedAgainWhereTheCentreRefusedItOrItNeverLeft() {
    for (Fault fault : List.of(Fault.REFUSED, Fault.NOT_SENT)) {
      Quote quote = refund().quote().orElseThrow();
      till.centre.next(fault);
      try {
        assertInstanceOf(Refused.class, till.counter.settle(NEW, quote));
      } catch (CentreUnreachable e) {
        assertEquals(Fault.NOT_SENT, fault);
      }
      assertTrue(till.terminal.refunding(OLD).orElseThrow().isBetween(), fault.name());
    }
    assertInstanceOf(Settled.class, till.counter.settle(NEW, refund().quote().orElseThrow()));
    assertFalse(till.terminal.refunding(OLD).orElseThrow().isBetween());
    assertEquals(1, till.centre.settlementsStanding());
  }

  @Test
  void aCrashBetweenTheTwoIsToldAndTheCallerGoesOn() {
    refund();
    till.restart();
    assertEquals(List.of(OLD), till.terminal.unfinished());
    Refunding standing = till.terminal.refunding(OLD).orElseThrow();
    assertTrue(standing.isBetween());
    assertEquals(NEW, standing.anew());
    Refund again = refund();
    assertInstanceOf(Settled.class, till.counter.settle(NEW, again.quote().orElseThrow()));
    assertEquals(1, till.recordsOf("CANCEL_INTENT"));
  }

  @Test
  void aRefusedCancellationLeavesTheOldBillAndQuotesNothing() {
    till.centre.setCancelling(Cancelling.REFUSED);
    Refund refund = refund();
    assertInstanceOf(CancelOutcome.StillStands.class, refund.standing().cancelled());
    assertEquals(Optional.empty(), refund.quote());
    assertInstanceOf(Settled.class, till.terminal.outcomeOf(OLD).orElseThrow());
    assertEquals(List.of(), till.centre.calls("replaces"));
  }

  @Test
  void nothingIsQuotedWhileTheOldBillMayStand() {
    till.centre.setCancelling(Cancelling.DONE_IN_SILENCE);
    Refund refund = refund(REMAINING, Duration.ofSeconds(1));
    assertInstanceOf(CancelOutcome.Unknown.class, refund.standing().cancelled());
    assertEquals(Optional.empty(), refund.quote());
    till.centre.setCancelling(Cancelling.DONE);
    Await.until(() -> till.terminal.refunding(OLD).orElseThrow().isBetween());
    assertTrue(refund().quote().isPresent());
  }

  @Test
  void aCentreThatGoesAwayBetweenTheTwoIsAskedAgain() {
    refund();
    var eligibility = till.eligibility();
    till.centre.setReachable(false);
    assertThrows(
        CentreUnreachable.class,
        () ->
            till.counter.refund(
                OLD,
                eligibility,
                REMAINING,
                Consents.none(),
                "退费",
                Optional.empty(),
                Duration.ofSeconds(1)));
    till.centre.setReachable(true);
    assertTrue(refund().quote().isPresent());
  }

  @Test
  void oneBillIsRefundedOnceAndUnderOneNewNumber() {
    assertThrows(Misuse.class, () -> refund(Till.bill("B1", "60.00"), Duration.ofSeconds(1)));
    assertEquals(List.of(), till.centre.calls("cancel"));
    refund();
    Bill another = Till.bill("B3", "60.00");
    assertThrows(Misuse.class, () -> refund(another, Duration.ofSeconds(1)));
  }

  @Test
  void whatWasCancelledForGoodIsNotRefundedAfterwards() {
    till.counter.cancel(OLD, "退费");
    assertEquals(Optional.empty(), till.terminal.refunding(OLD));
    assertThrows(Misuse.class, this::refund);
  }
}
