package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@DisplayName("A bill that cannot be taken up at once keeps no other from it")
@Timeout(value = 180, threadMode = ThreadMode.SAME_THREAD)
class TakingUpTest {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final BillId FIRST = Quotes.bill("B1");
  private static final BillId REFUSED = Quotes.bill("B2");
  private static final BillId LAST = Quotes.bill("B3");

  private final QueuedTurns turns = new QueuedTurns();
  private final MemoryJournal journal = new MemoryJournal(turns);
  private final QueuedLine line = new QueuedLine(turns, new SplittableRandom(1), 0);
  private Settler settler = new Settler(line, journal, settings());

  private SettlerSettings settings() {
    return Quotes.settings(
        turns, new SplittableRandom(7), UndoProfile.sealedProtocol(), (bill, reason) -> {});
  }

  /** Three bills are open, a process ends, and another does not know yet whose journal it is. */
  private void leaveThreeOpen() {
    line.goDeaf();
    for (BillId bill : List.of(FIRST, REFUSED, LAST)) {
      var unused = settler.settleLater(bill, Quotes.quote(bill, turns), "op-7", WAIT);
      turns.run(Duration.ofSeconds(2));
    }
    turns.crash();
    line.hear();
    settler = Settler.waiting(line, journal, settings());
  }

  private SettlementOutcome outcome(BillId bill) {
    return settler.outcomeOf(bill).orElseThrow();
  }

  @Test
  void ofACopysBillThatCannotBeDisputedYetNothingIsUndone() {
    leaveThreeOpen();
    // A wish is kept until it is known whose journal it is, and would be acted on then.
    var unused = settler.resolveLater(REFUSED, Wish.NOT_WANTED, WAIT);
    turns.run(WAIT);
    journal.servesNothingOf(Optional.of(REFUSED));
    assertEquals(List.of(FIRST, LAST), settler.disputeCopies());
    assertFalse(settler.hasTakenUp());
    journal.servesNothingOf(Optional.empty());
    turns.run(Duration.ofHours(1));
    assertEquals(List.of(), line.sent(), "nobody has disputed it yet");

    assertEquals(List.of(FIRST, LAST, REFUSED), settler.disputeCopies());
    assertTrue(settler.hasTakenUp());
    turns.run(Duration.ofHours(1));
    assertEquals(List.of(), line.sent());
    assertEquals("restored copy", settler.disputeOf(REFUSED).orElseThrow());
  }

  @Test
  void whatACopyBeginsItselfIsFoundOutThoughOneOfItsBillsIsNotDisputedYet() {
    leaveThreeOpen();
    journal.servesNothingOf(Optional.of(REFUSED));
    assertEquals(2, settler.disputeCopies().size());
    BillId own = Quotes.bill("B4");
    line.goDeaf();
    var unused = settler.settleLater(own, Quotes.quote(own, turns), "op-7", WAIT);
    turns.run(WAIT);
    line.hear();
    turns.run(Duration.ofHours(1));
    assertInstanceOf(SettlementOutcome.Refused.class, outcome(own));
  }

  @Test
  void theOthersAreTakenUpAtOnceAndTheOneWhenThatIsSaidAgain() {
    leaveThreeOpen();
    journal.servesNothingOf(Optional.of(REFUSED));
    settler.takeUp();
    assertFalse(settler.hasTakenUp());
    turns.run(Duration.ofHours(1));
    assertInstanceOf(SettlementOutcome.Refused.class, outcome(FIRST));
    assertInstanceOf(SettlementOutcome.Refused.class, outcome(LAST));

    journal.servesNothingOf(Optional.empty());
    assertInstanceOf(SettlementOutcome.Unknown.class, outcome(REFUSED));
    settler.takeUp();
    assertTrue(settler.hasTakenUp());
    turns.run(Duration.ofHours(1));
    assertInstanceOf(SettlementOutcome.Refused.class, outcome(REFUSED));
  }

  @Test
  void whatWasTakenUpIsDisputedAllTheSameWhenTheJournalTurnsOutToBeACopyLater() {
    leaveThreeOpen();
    line.goDeaf();
    settler.takeUp();
    turns.run(Duration.ofSeconds(30));
    assertTrue(settler.hasTakenUp());
    assertEquals(List.of(FIRST, REFUSED, LAST), settler.disputeCopies());
  }
}
