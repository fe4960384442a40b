package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.RecordType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("All of settling runs in one thread and in virtual time, and the same way each time")
@Timeout(180)
class OneThreadTest {

  private static final Duration WAIT = Duration.ofSeconds(10);

  /** One till with its line, all in one queue. */
  private static final class Scene {
    final QueuedTurns turns = new QueuedTurns();
    final MemoryJournal journal = new MemoryJournal(turns);
    final SplittableRandom random;
    final QueuedLine line;
    final Settler settler;

    Scene(long seed, int lostInHundred) {
      random = new SplittableRandom(seed);
      line = new QueuedLine(turns, random.split(), lostInHundred);
      settler = open();
    }

    Settler open() {
      return new Settler(line, journal, Quotes.settings(turns, random.split()));
    }

    /** How many records of the kind there are. */
    long count(RecordType type) {
      return journal.entries().stream().filter(e -> e.type() == type).count();
    }
  }

  @Test
  void theSameSeedTellsTheSameStoryAndEveryBillEndsOnceOrNotAtAll() {
    int undone = 0;
    int settled = 0;
    for (long seed = 0; seed < 300; seed++) {
      List<String> story = story(seed);
      assertEquals(story, story(seed), "seed " + seed);
      undone += (int) story.stream().filter(line -> line.contains(" REVERSED ")).count();
      settled += (int) story.stream().filter(line -> line.contains(" SETTLED ")).count();
    }
    // Otherwise it proves nothing.
    assertTrue(undone > 100 && settled > 100, undone + " undone, " + settled + " settled");
  }

  private static List<String> story(long seed) {
    Scene scene = new Scene(seed, 30);
    List<String> story = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      BillId bill = Quotes.bill("B" + i);
      scene
          .settler
          .settleLater(bill, Quotes.quote(bill, scene.turns), "op-7", WAIT)
          .whenComplete((ended, e) -> story.add(bill + " " + (e == null ? ended : e.getClass())));
    }
    scene.turns.run(Duration.ofSeconds(seed % 20));
    if (seed % 3 == 0) {
      scene
          .settler
          .resolveLater(Quotes.bill("B0"), Wish.NOT_WANTED, WAIT)
          .whenComplete((ended, e) -> story.add("unwanted " + (e == null ? ended : e.getClass())));
    }
    scene.turns.run(Duration.ofHours(2));
    scene.journal.entries().forEach(entry -> story.add(entry.toString() + " "));
    for (int i = 0; i < 4; i++) {
      BillId bill = Quotes.bill("B" + i);
      var outcome = scene.settler.outcomeOf(bill);
      assertFalse(
          outcome.filter(o -> o instanceof SettlementOutcome.Unknown).isPresent(),
          () -> "" + story);
      assertEquals(
          outcome.filter(o -> o instanceof SettlementOutcome.Settled).isPresent() ? 1 : 0,
          scene.line.standing(bill),
          "seed " + seed + ", " + bill);
    }
    return story;
  }

  @Test
  void aDeadlineIsKeptInVirtualTime() {
    Scene scene = new Scene(1, 0);
    scene.line.goDeaf();
    BillId bill = Quotes.bill("B1");
    CompletableFuture<SettlementOutcome> ended =
        scene
            .settler
            .settleLater(bill, Quotes.quote(bill, scene.turns), "op-7", WAIT)
            .toCompletableFuture();
    scene.turns.run(WAIT.minusMillis(1));
    assertFalse(ended.isDone());
    scene.turns.run(Duration.ofMillis(1));
    assertInstanceOf(SettlementOutcome.Unknown.class, ended.join());
    assertEquals(1, scene.count(RecordType.UNKNOWN));
  }

  @Test
  void aDeadlineBeforeThereIsAWayCostsNoRecord() {
    Scene scene = new Scene(1, 0);
    BillId bill = Quotes.bill("B1");
    CompletableFuture<SettlementOutcome> ended =
        scene
            .settler
            .settleLater(bill, Quotes.quote(bill, scene.turns), "op-7", Duration.ofNanos(1))
            .toCompletableFuture();
    scene.turns.run(Duration.ofHours(1));
    CompletionException e = assertThrows(CompletionException.class, ended::join);
    assertInstanceOf(CentreUnreachable.class, e.getCause());
    assertEquals(0, scene.count(RecordType.SETTLE_INTENT));
  }

  @Test
  void twoCallsForOneBillAtOnceAreOneAttempt() {
    Scene scene = new Scene(1, 0);
    BillId bill = Quotes.bill("B1");
    Quote quote = Quotes.quote(bill, scene.turns);
    var first = scene.settler.settleLater(bill, quote, "op-7", Duration.ofMinutes(5));
    var second = scene.settler.settleLater(bill, quote, "op-8", Duration.ofMinutes(5));
    scene.turns.run(Duration.ofHours(1));
    assertEquals(first.toCompletableFuture().join(), second.toCompletableFuture().join());
    assertEquals(1, scene.count(RecordType.SETTLE_INTENT));
  }

  @Test
  void aRestartInTheMiddleIsTakenUpInTheSameQueue() {
    Scene scene = new Scene(1, 0);
    BillId bill = Quotes.bill("B1");
    var lost = scene.settler.settleLater(bill, Quotes.quote(bill, scene.turns), "op-7", WAIT);
    while (scene.count(RecordType.SETTLE_INTENT) == 0) {
      scene.turns.run(Duration.ofMillis(1));
    }
    assertFalse(lost.toCompletableFuture().isDone());
    scene.turns.crash();
    Settler again = scene.open();
    scene.turns.run(Duration.ofHours(1));
    assertEquals(1, scene.count(RecordType.UNKNOWN));
    assertFalse(again.outcomeOf(bill).orElseThrow() instanceof SettlementOutcome.Unknown);
  }
}
