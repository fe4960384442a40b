package io.caresettle.settlement;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When things are done: the only clock that settling waits by, and its only threads. A simulation
 * gives its one queue of events; then everything here happens in one thread and in one order.
 */
public interface Turns {

  /**
   * Does {@code task} soon, and not within this call.
   *
   * @throws RejectedExecutionException when nothing is done any more, because all is closing
   */
  void now(Runnable task);

  /**
   * Does {@code task} once {@code wait} has passed.
   *
   * @return takes it back, if it has not begun
   * @throws RejectedExecutionException as for {@link #now}
   */
  Runnable after(Duration wait, Runnable task);

  /** A clock that nobody can set, in nanoseconds. */
  long nanos();

  /** On real threads, by the machine's own monotonic clock. */
  static Turns on(ScheduledExecutorService threads) {
    return new Turns() {
      @Override
      public void now(Runnable task) {
        threads.execute(task);
      }

      @Override
      public Runnable after(Duration wait, Runnable task) {
        var planned = threads.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
          var unused = planned.cancel(false);
        };
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }
    };
  }
}
