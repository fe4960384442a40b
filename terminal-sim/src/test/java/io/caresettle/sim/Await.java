package io.caresettle.sim;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does, longer than any machine needs, and not for ever. */
public final class Await {

  private static final Duration MOST = Duration.ofSeconds(60);

  private Await() {}

  /** Returns once it holds. */
  public static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > MOST.toNanos()) {
        throw new AssertionError("What was awaited did not happen");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
