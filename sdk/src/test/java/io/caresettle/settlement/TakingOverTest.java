package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What one till left open another takes up, and disturbs nobody")
@Timeout(180)
class TakingOverTest {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final BillId BILL = Quotes.bill("B1");

  /** All in one queue, on the thread of the test. */
  private static final class Scene {
    final QueuedTurns turns = new QueuedTurns();
    final MemoryJournal journal = new MemoryJournal(turns);
    final QueuedLine line = new QueuedLine(turns, new SplittableRandom(1), 0);
    UndoProfile profile = UndoProfile.sealedProtocol();

    SettlerSettings settings() {
      return Quotes.settings(turns, new SplittableRandom(7), profile, (bill, reason) -> {});
    }

    long records(RecordType type) {
      return journal.entries().stream().filter(e -> e.type() == type).count();
    }

    /** A till dies with an answer out; its message is lost. */
    void dies() {
      Settler dead = new Settler(line, journal, settings());
      line.goDeaf();
      var unused = dead.settleLater(BILL, Quotes.quote(BILL, turns), "op-7", WAIT);
      turns.run(Duration.ofSeconds(2));
      turns.crash();
      line.hear();
    }
  }

  @Test
  void aSilentTillsBillIsTakenUpOnceItIsGivenOver() {
    Scene scene = new Scene();
    scene.dies();
    scene.journal.belongsToAnother(true);
    Settler alive = new Settler(scene.line, scene.journal, scene.settings());
    alive.takeOver();
    scene.turns.run(Duration.ofHours(1));
    assertEquals(1, scene.records(RecordType.SETTLE_INTENT));
    assertEquals(0, scene.records(RecordType.UNKNOWN), "it is not ours yet");
    scene.journal.belongsToAnother(false);
    alive.takeOver();
    alive.takeOver();
    scene.turns.run(Duration.ofHours(1));
    assertEquals(1, scene.records(RecordType.UNKNOWN));
    assertInstanceOf(SettlementOutcome.Refused.class, alive.outcomeOf(BILL).orElseThrow());
  }

  @Test
  void aCopyTakesOverNothing() {
    Scene scene = new Scene();
    scene.dies();
    scene.journal.belongsToAnother(true);
    Settler copy = Settler.waiting(scene.line, scene.journal, scene.settings());
    assertEquals(List.of(), copy.disputeCopies());
    scene.journal.belongsToAnother(false);
    copy.takeOver();
    scene.turns.run(Duration.ofHours(1));
    assertEquals(1, scene.journal.entries().size(), "its original may have gone on");
    assertEquals(List.of(), scene.line.sent());
  }

  @Test
  void aBillThatAnotherTakesOverMeanwhileKeepsNoTillFromOpening() {
    Scene scene = new Scene();
    scene.dies();
    scene.journal.givesAway(true);
    Settler late = Settler.waiting(scene.line, scene.journal, scene.settings());
    late.takeUp();
    scene.turns.run(Duration.ofHours(1));
    assertEquals(0, scene.records(RecordType.REVERSE_INTENT), "it is another's now");
  }

  @Test
  void aCallThatIsAtWorkIsNotTakenForOneThatDied() {
    Scene scene = new Scene();
    Settler alive = new Settler(scene.line, scene.journal, scene.settings());
    Duration patient = Duration.ofMinutes(3);
    var ended = alive.settleLater(BILL, Quotes.quote(BILL, scene.turns), "op-7", patient);
    for (int i = 0; i < 100; i++) {
      alive.takeOver();
      scene.turns.run(Duration.ofMillis(20));
    }
    scene.turns.run(patient);
    assertTrue(ended.toCompletableFuture().isDone());
    assertInstanceOf(SettlementOutcome.Settled.class, alive.outcomeOf(BILL).orElseThrow());
    assertEquals(0, scene.records(RecordType.UNKNOWN));
  }

  @Test
  void aMessageIsWaitedForAsLongAsTheCentreSaysItMayLive() {
    Scene scene = new Scene();
    scene.profile =
        new UndoProfile(
            Duration.ofMinutes(10),
            2,
            Map.of("UNSEEN", UndoProfile.Meaning.NEVER_ARRIVED),
            UndoProfile.Meaning.TRY_AGAIN,
            Map.of(),
            new UndoProfile.Difference.Ask());
    scene.line.forgetWhatIsUndone("UNSEEN");
    scene.dies();
    Settler settler = Settler.waiting(scene.line, scene.journal, scene.settings());
    settler.longestMessageLife(Duration.ofHours(2));
    settler.takeUp();
    scene.turns.run(Duration.ofHours(1));
    assertEquals(0, scene.records(RecordType.PRESUMED_ABSENT), "it may be on its way");
    scene.turns.run(Duration.ofHours(2));
    assertEquals(1, scene.records(RecordType.PRESUMED_ABSENT));
    // A shorter word than our own profile's shortens nothing.
    assertEquals(scene.profile, scene.profile.toldAtSignIn(Duration.ofSeconds(1)));
  }
}
