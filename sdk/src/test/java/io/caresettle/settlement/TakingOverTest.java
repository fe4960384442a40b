package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What one till left open another takes up, and disturbs nobody")
@Timeout(60)
class TakingOverTest {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final BillId BILL = Quotes.bill("B1");

  private final QueuedTurns turns = new QueuedTurns();
  private final MemoryJournal journal = new MemoryJournal(turns);
  private final QueuedLine line = new QueuedLine(turns, new SplittableRandom(1), 0);
  private UndoProfile profile = UndoProfile.sealedProtocol();

  private SettlerSettings settings() {
    return Quotes.settings(turns, new SplittableRandom(7), profile, (bill, reason) -> {});
  }

  private long records(RecordType type) {
    return journal.entries().stream().filter(e -> e.type() == type).count();
  }

  /** A till dies with an answer out; its message is lost. */
  private void dies() {
    Settler dead = new Settler(line, journal, settings());
    line.goDeaf();
    var unused = dead.settleLater(BILL, Quotes.quote(BILL, turns), "op-7", WAIT);
    turns.run(Duration.ofSeconds(2));
    turns.crash();
    line.hear();
  }

  @Test
  void aSilentTillsBillIsTakenUpOnceItIsGivenOver() {
    dies();
    journal.belongsToAnother(true);
    Settler alive = new Settler(line, journal, settings());
    alive.takeOver();
    turns.run(Duration.ofHours(1));
    assertEquals(1, records(RecordType.SETTLE_INTENT));
    assertEquals(0, records(RecordType.UNKNOWN), "it is not ours yet");
    journal.belongsToAnother(false);
    alive.takeOver();
    alive.takeOver();
    turns.run(Duration.ofHours(1));
    assertEquals(1, records(RecordType.UNKNOWN));
    assertInstanceOf(SettlementOutcome.Refused.class, alive.outcomeOf(BILL).orElseThrow());
  }

  @Test
  void aCallThatIsAtWorkIsNotTakenForOneThatDied() {
    Settler alive = new Settler(line, journal, settings());
    var ended = alive.settleLater(BILL, Quotes.quote(BILL, turns), "op-7", WAIT);
    for (int i = 0; i < 100; i++) {
      alive.takeOver();
      turns.run(Duration.ofMillis(20));
    }
    turns.run(Duration.ofMinutes(1));
    assertTrue(ended.toCompletableFuture().isDone());
    assertInstanceOf(SettlementOutcome.Settled.class, alive.outcomeOf(BILL).orElseThrow());
    assertEquals(0, records(RecordType.UNKNOWN));
  }

  @Test
  void aMessageIsWaitedForAsLongAsTheCentreSaysItMayLive() {
    profile =
        new UndoProfile(
            Duration.ofMinutes(10),
            2,
            Map.of("UNSEEN", UndoProfile.Meaning.NEVER_ARRIVED),
            UndoProfile.Meaning.TRY_AGAIN,
            Map.of(),
            new UndoProfile.Difference.Ask());
    line.forgetWhatIsUndone("UNSEEN");
    dies();
    Settler settler = Settler.waiting(line, journal, settings());
    settler.longestMessageLife(Duration.ofHours(2));
    settler.takeUp();
    turns.run(Duration.ofHours(1));
    assertEquals(0, records(RecordType.PRESUMED_ABSENT), "it may be on its way");
    turns.run(Duration.ofHours(2));
    assertEquals(1, records(RecordType.PRESUMED_ABSENT));
    // A shorter word than our own profile's shortens nothing.
    assertEquals(profile, profile.toldAtSignIn(Duration.ofSeconds(1)));
  }
}
