package io.caresettle.sdk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of one terminal: some that wait for the line, and some that do what is due. */
final class Workers {

  /** More calls to the centre than this at once are refused before anything is sent. */
  private static final int SENDERS = 256;

  /** What is due waits for nothing but the disk. */
  private static final int TURNS = 4;

  private final ThreadPoolExecutor senders;
  private final ScheduledThreadPoolExecutor turns;

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
  }

  ExecutorService senders() {
    return senders;
  }

  ScheduledExecutorService turns() {
    return turns;
  }

  /** Lets what is in flight end; what does not in time is cut off. */
  void finish(Deadline deadline) {
    senders.shutdown();
    turns.shutdown();
    try {
      boolean ended =
          senders.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
              && turns.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
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
