package io.caresettle.credential.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A transport that takes the time of every exchange, those that end in a fault included. For one
 * thread at a time, like the slot it wraps.
 */
public final class TimedTransport implements CardTransport {

  /** More than a day at a busy counter; the oldest go first. */
  private static final int MOST = 100_000;

  private final CardTransport next;
  private final LongSupplier nanoTime;
  private final List<Long> taken = new ArrayList<>();
  private int oldest;

  /**
   * @param nanoTime a clock that never goes back, in nanoseconds, such as {@code System::nanoTime}
   */
  public TimedTransport(CardTransport next, LongSupplier nanoTime) {
    this.next = next;
    this.nanoTime = nanoTime;
  }

  /**
   * What exchanges took.
   *
   * @param count how many there were
   * @param totalNanos all together
   * @param medianNanos half of them took no longer; 0 where there were none
   * @param p99Nanos 99 in a hundred took no longer
   */
  public record Timings(int count, long totalNanos, long medianNanos, long p99Nanos) {

    static Timings of(long[] nanos) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return new Timings(
          sorted.length, Arrays.stream(sorted).sum(), rank(sorted, 50), rank(sorted, 99));
    }

    /** The smallest value that {@code percent} in a hundred do not exceed. */
    private static long rank(long[] sorted, int percent) {
      return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
    }
  }

  /** The times since this transport began, or since they were last forgotten. */
  public Timings timings() {
    return Timings.of(taken.stream().mapToLong(Long::longValue).toArray());
  }

  /** Begins anew. */
  public void forget() {
    taken.clear();
    oldest = 0;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    long start = nanoTime.getAsLong();
    try {
      return next.transmit(command);
    } finally {
      keep(nanoTime.getAsLong() - start);
    }
  }

  private void keep(long nanos) {
    if (taken.size() < MOST) {
      taken.add(nanos);
      return;
    }
    taken.set(oldest, nanos);
    oldest = (oldest + 1) % MOST;
  }

  @Override
  public byte[] reset() throws CardRemovedException {
    return next.reset();
  }

  @Override
  public void close() {
    next.close();
  }
}
