package io.caresettle.sdk;

import io.caresettle.problem.CentreUnreachable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The threads of one terminal: some that wait for the line, and some that do what is due. */
final class Workers {

  /** More calls to the centre than this at once are refused before anything is sent. */
  private static final int SENDERS = 256;

  /** What is due waits for nothing but the disk. */
  private static final int TURNS = 4;

  private final ThreadPoolExecutor senders;
  private final ScheduledThreadPoolExecutor turns;
  private final ScheduledThreadPoolExecutor rounds;

  Workers(int slot) {
    senders =
        new ThreadPoolExecutor(
            0,
            SENDERS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemons("caresettle-sender-" + slot));
    turns = new ScheduledThreadPoolExecutor(TURNS, daemons("caresettle-turns-" + slot));
    turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    turns.setRemoveOnCancelPolicy(true);
    rounds = new ScheduledThreadPoolExecutor(1, daemons("caresettle-rounds-" + slot));
  }

  /** Makes rounds, the first one at once. */
  void every(Duration pause, Runnable round) {
    var unused = rounds.scheduleWithFixedDelay(round, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  ExecutorService senders() {
    return senders;
  }

  ScheduledExecutorService turns() {
    return turns;
  }

  /** What {@code call} tells, which is begun on a thread of its own. */
  <T> CompletionStage<T> later(Supplier<CompletionStage<T>> call) {
    CompletableFuture<T> told = new CompletableFuture<>();
    try {
      senders.execute(
          () -> {
            try {
              var unused =
                  call.get()
                      .whenComplete(
                          (value, e) -> {
                            if (e == null) {
                              told.complete(value);
                            } else {
                              told.completeExceptionally(e);
                            }
                          });
            } catch (RuntimeException | Error e) {
              told.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new CentreUnreachable(
              "Nothing was done, because the terminal is closing or has too much to do: try"
                  + " again"));
    }
    return told;
  }

  /** Lets what is in flight end; what does not in time is cut off. */
  void finish(Deadline deadline) {
    // A round moves no money of its own, and the next opening makes the same one.
    rounds.shutdownNow();
    senders.shutdown();
    turns.shutdown();
    try {
      boolean ended =
          senders.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
              && turns.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
              && rounds.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (ended) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    senders.shutdownNow();
    turns.shutdownNow();
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
