package io.caresettle.sdk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of one terminal: some that send settlements, and the resolver's one. */
final class Workers {

  /** More settlements than this at once are refused before anything is sent. */
  private static final int SENDERS = 64;

  private final ThreadPoolExecutor senders;
  private final ScheduledThreadPoolExecutor resolver;

  Workers(int slot) {
    senders =
        new ThreadPoolExecutor(
            0,
            SENDERS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemons("caresettle-sender-" + slot));
    resolver = new ScheduledThreadPoolExecutor(1, daemons("caresettle-resolver-" + slot));
    resolver.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  ExecutorService senders() {
    return senders;
  }

  ScheduledExecutorService resolver() {
    return resolver;
  }

  /** Lets what is in flight end; what does not in time is cut off. */
  void finish(Deadline deadline) {
    senders.shutdown();
    resolver.shutdown();
    try {
      boolean ended =
          senders.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
              && resolver.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (ended) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    senders.shutdownNow();
    resolver.shutdownNow();
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
