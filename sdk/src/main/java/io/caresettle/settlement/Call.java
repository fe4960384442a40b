package io.caresettle.settlement;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody who waits for a bill, until a deadline. It holds the bill's case until it has told how
 * it ended, which it does once.
 *
 * @param <T> what is told
 */
abstract class Call<T> {

  /** Why somebody stopped waiting. */
  enum Leaving {
    DEADLINE("no answer came in time"),
    INTERRUPT("the waiting for the answer was interrupted");

    private final String why;

    Leaving(String why) {
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  final Works works;
  final Case work;
  final long end;
  private final CompletableFuture<T> ending = new CompletableFuture<>();
  private volatile Runnable alarm = () -> {};

  /** Takes {@code work}, which was taken for it. */
  Call(Works works, Case work, Duration within) {
    this.works = works;
    this.work = work;
    this.end = works.turns().nanos() + within.toNanos();
  }

  /** The first thing that is done, within the bill's case. */
  abstract void begin();

  /**
   * Whoever waited waits no longer. What was not sent yet is not sent any more, and how the bill
   * stands is told as soon as it is known.
   */
  abstract void leave(Leaving why);

  /** Tells how it ended, by itself when the deadline passes. */
  final CompletableFuture<T> later() {
    try {
      alarm = works.turns().after(works.left(end), () -> leave(Leaving.DEADLINE));
    } catch (RejectedExecutionException e) {
      leave(Leaving.DEADLINE);
    }
    start();
    return Stages.told(ending, works.turns());
  }

  /** Waits for the end, the deadline or an interrupt. */
  final T now() {
    start();
    try {
      return ending.get(works.left(end).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      leave(Leaving.DEADLINE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      leave(Leaving.INTERRUPT);
    } catch (ExecutionException e) {
      throw Stages.thrown(e.getCause() == null ? e : e.getCause());
    }
    return Stages.result(ending);
  }

  private void start() {
    work.submit(guarded(this::begin));
  }

  /** A task of this call: what it throws is told to whoever waits. */
  final Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    };
  }

  final void tell(T outcome) {
    if (ending.complete(outcome)) {
      finish();
    }
  }

  final void fail(Throwable e) {
    if (ending.completeExceptionally(e)) {
      finish();
    }
  }

  private void finish() {
    alarm.run();
    works.ledger().giveBack(work.bill());
  }
}
