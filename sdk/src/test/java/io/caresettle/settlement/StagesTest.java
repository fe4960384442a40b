package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Centre;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Reply;
import io.caresettle.problem.CentreUnreachable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever is told later is told the same as whoever waits")
class StagesTest {

  @Test
  void whatTheCallWouldThrowIsWhatTheStageFailsWith() {
    QueuedTurns turns = new QueuedTurns();
    CentreUnreachable thrown = new CentreUnreachable("silence");
    CompletableFuture<String> found = new CompletableFuture<>();
    AtomicReference<Throwable> failedWith = new AtomicReference<>();
    var unused =
        Stages.told(found.thenApply(reply -> reply + "!"), turns)
            .whenComplete((value, e) -> failedWith.set(e));
    found.completeExceptionally(thrown);
    turns.run(Duration.ofSeconds(1));
    assertSame(thrown, failedWith.get());
  }

  @Test
  void whereAllIsClosingManyWaitNoLongerThanOne() {
    OpenStages open = new OpenStages();
    List<CompletableFuture<String>> told = new ArrayList<>();
    AtomicInteger left = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      CompletableFuture<String> one = new CompletableFuture<>();
      told.add(one);
      open.add(new CompletableFuture<>(), one, left::incrementAndGet);
    }
    long began = System.nanoTime();
    open.end();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "took " + took);
    assertEquals(4, left.get());
    told.forEach(one -> assertTrue(one.isCompletedExceptionally()));
  }

  @Test
  void anErrorOnTheWayToTheCentreIsNoAnswerAndNotSilence() {
    Centre broken =
        (Centre)
            Proxy.newProxyInstance(
                Centre.class.getClassLoader(),
                new Class<?>[] {Centre.class},
                (proxy, method, arguments) -> {
                  throw new StackOverflowError();
                });
    Executor thread =
        task -> {
          try {
            task.run();
          } catch (StackOverflowError e) {
            // It ends the thread, and nobody else hears of it.
            return;
          }
        };
    List<Reply<Fate>> told = new ArrayList<>();
    new BlockingLine(broken, thread, UnaryOperator.identity())
        .query(Samples.MESSAGE, Duration.ofSeconds(1), told::add);
    assertEquals(1, told.size());
    assertInstanceOf(Reply.NoAnswer.class, told.get(0));
  }
}
