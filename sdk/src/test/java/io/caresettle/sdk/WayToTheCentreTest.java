package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The way to the centre is looked at before the intent, and a forger is no silence")
@Timeout(30)
class WayToTheCentreTest {

  private static final BillId BILL = Till.id("B1");

  @TempDir Path folder;
  private Till till;

  @BeforeEach
  void open() {
    till = new Till(folder);
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
        Settled.class, till.terminal.resolve(BILL, Wish.WANTED, Duration.ofSeconds(5)));
    assertEquals(1, till.centre.settlementsStanding());
  }

  @Test
  void aForgerWhereNoMoneyMovesIsTheKeyKeepersTurn() {
    till.centre.setForging(true);
    assertThrows(EnvelopeRejected.class, till.terminal::signIn);
    till.centre.setForging(false);
    var eligibility = till.eligibility();
    till.centre.setForging(true);
    assertThrows(
        EnvelopeRejected.class, () -> till.counter.quote(eligibility, Till.bill("B1", "100.00")));
    assertEquals(0, till.recordsOf("QUOTED"));
  }
}
