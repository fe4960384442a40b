package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertSame;

import io.caresettle.problem.CentreUnreachable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
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
}
