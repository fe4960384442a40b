package io.caresettle.settlement;

import io.caresettle.problem.CentreUnreachable;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whoever waits still, so that nobody waits for ever where all is closing. */
final class OpenStages {

  /** How long what was given up may take to say how it stands; it waits for the disk alone. */
  private static final long MOST_MILLIS = 2_000;

  private record Open<T>(CompletableFuture<T> found, CompletableFuture<T> told, Runnable leave) {

    void end() {
      leave.run();
      try {
        told.complete(found.get(MOST_MILLIS, TimeUnit.MILLISECONDS));
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

  /** Ends all of them. */
  void end() {
    open.forEach(Open::end);
  }
}
