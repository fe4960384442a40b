package io.caresettle.settlement;

import io.caresettle.problem.CentreUnreachable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whoever waits still, so that nobody waits for ever where all is closing. */
final class OpenStages {

  /** How long what was given up may take to say how it stands; it waits for the disk alone. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private record Open<T>(CompletableFuture<T> found, CompletableFuture<T> told, Runnable leave) {

    /** Tells how it ended, or at {@code latest} that nobody knows. */
    void end(long latest) {
      try {
        told.complete(found.get(Math.max(0, latest - System.nanoTime()), TimeUnit.NANOSECONDS));
        return;
      } catch (ExecutionException e) {
        told.completeExceptionally(e.getCause() == null ? e : e.getCause());
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (TimeoutException e) {
        // Told below, as any other end without an answer.
      }
      told.completeExceptionally(
          new CentreUnreachable(
              "The terminal closed before it was known how it ended: ask for the outcome"));
    }
  }

  private final Set<Open<?>> open = ConcurrentHashMap.newKeySet();

  /**
   * Keeps somebody who waits.
   *
   * @param found what is waited for
   * @param told the same, as the caller has it
   * @param leave makes it end soon
   */
  <T> void add(CompletableFuture<T> found, CompletableFuture<T> told, Runnable leave) {
    Open<T> one = new Open<>(found, told, leave);
    open.add(one);
    var unused = told.whenComplete((value, e) -> open.remove(one));
  }

  /** Ends all of them; all together have the time that one may take. */
  void end() {
    List<Open<?>> all = List.copyOf(open);
    all.forEach(one -> one.leave().run());
    long latest = System.nanoTime() + MOST_NANOS;
    all.forEach(one -> one.end(latest));
  }
}
