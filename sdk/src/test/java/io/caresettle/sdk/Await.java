package io.caresettle.sdk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does, and not for ever: a test that hangs says nothing. */
final class Await {

  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private Await() {}

  static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > MOST_NANOS) {
        throw new AssertionError("What was awaited did not happen");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  static void on(CountDownLatch latch) {
    try {
      if (!latch.await(MOST_NANOS, TimeUnit.NANOSECONDS)) {
        throw new AssertionError("What was awaited did not happen");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("What was awaited did not happen", e);
    }
  }

  static <T> T result(CompletableFuture<T> future) {
    try {
      return future.get(MOST_NANOS, TimeUnit.NANOSECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("What was awaited did not happen", e);
    }
  }
}
