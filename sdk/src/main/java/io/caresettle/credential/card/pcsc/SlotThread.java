package io.caresettle.credential.card.pcsc;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that touches one reader. Callers hand it work and wait for it, but never longer
 * than they said: native calls cannot be interrupted, so a thread that hangs in one is left behind.
 */
final class SlotThread {

  /**
   * For how many nanoseconds a caller looks for its answer before it goes to sleep. An answer takes
   * about as long, and to be woken up costs the same again.
   */
  private static final long WAKEFUL = Runtime.getRuntime().availableProcessors() > 1 ? 150_000 : 0;

  private static final FutureTask<Void> END = new FutureTask<>(() -> {}, null);

  private final BlockingQueue<FutureTask<?>> work = new LinkedBlockingQueue<>();
  private final Duration idle;
  private final Runnable whenIdle;
  private final Runnable atTheEnd;

  /**
   * Starts the thread, a daemon.
   *
   * @param idle after how long without work it does {@code whenIdle}, once
   * @param atTheEnd what it does last, be it years later when a hung call returns
   */
  static SlotThread start(String name, Duration idle, Runnable whenIdle, Runnable atTheEnd) {
    SlotThread slot = new SlotThread(idle, whenIdle, atTheEnd);
    Thread thread = new Thread(slot::run, name);
    thread.setDaemon(true);
    thread.start();
    return slot;
  }

  private SlotThread(Duration idle, Runnable whenIdle, Runnable atTheEnd) {
    this.idle = idle;
    this.whenIdle = whenIdle;
    this.atTheEnd = atTheEnd;
  }

  /**
   * Has work done, and waits for it. An interrupt is kept for later: the wait is bounded anyway.
   *
   * @throws TimeoutException when it took too long; the thread may still be at it
   */
  <T> T call(Duration limit, Callable<T> task) throws ExecutionException, TimeoutException {
    FutureTask<T> future = new FutureTask<>(task);
    work.add(future);
    long until = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    long wakeful = System.nanoTime() + WAKEFUL;
    while (!future.isDone() && System.nanoTime() - wakeful < 0) {
      Thread.onSpinWait();
    }
    try {
      while (true) {
        try {
          return future.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          future.cancel(false); // Whatever it still waits for is not begun any more.
          throw e;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The thread ends once it is through with what it is at. */
  void end() {
    work.add(END);
  }

  /** The next work, which within a session comes at once; empty-handed after the idle time. */
  private @Nullable FutureTask<?> soon() throws InterruptedException {
    long until = System.nanoTime() + WAKEFUL / 3;
    FutureTask<?> next = work.poll();
    while (next == null && System.nanoTime() - until < 0) {
      Thread.onSpinWait();
      next = work.poll();
    }
    return next != null ? next : work.poll(idle.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void run() {
    boolean worked = false;
    try {
      while (true) {
        FutureTask<?> next = worked ? soon() : work.take();
        if (next == END) {
          break;
        }
        if (next == null) {
          whenIdle.run();
        } else {
          next.run();
        }
        worked = next != null;
      }
    } catch (InterruptedException e) {
      // Nobody has this thread to interrupt it.
      Thread.currentThread().interrupt();
    } finally {
      atTheEnd.run();
    }
  }
}
