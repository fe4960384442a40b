package io.caresettle.sim.load;

import io.caresettle.split.BillId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What all buyers of one level count together. */
final class Tally {

  /** So many times are kept; a soak forgets the rest. */
  private static final int MOST_TIMES = 200_000;

  private final String mark;
  private final long most;
  private final long endNanos;
  private final AtomicLong begun = new AtomicLong();
  private final LongAdder settled = new LongAdder();
  private final LongAdder notSettled = new LongAdder();
  private final LongAdder troubles = new LongAdder();
  private final long[] settles = new long[MOST_TIMES];
  private final long[] bills = new long[MOST_TIMES];
  private final AtomicLong times = new AtomicLong();
  private final List<String> faults = new ArrayList<>();

  /**
   * @param mark stands in the numbers of its bills
   * @param most how many bills are begun at most
   * @param endNanos when the last one may begin, by {@link System#nanoTime}
   */
  Tally(String mark, long most, long endNanos) {
    this.mark = mark;
    this.most = most;
    this.endNanos = endNanos;
  }

  String mark() {
    return mark;
  }

  /** The number of the next bill, or -1 when there is none. */
  long next() {
    if (System.nanoTime() - endNanos > 0) {
      return -1;
    }
    long number = begun.getAndIncrement();
    return number < most ? number : -1;
  }

  void settled(long settleNanos, long billNanos) {
    settled.increment();
    long at = times.getAndIncrement();
    if (at < MOST_TIMES) {
      settles[(int) at] = settleNanos;
      bills[(int) at] = billNanos;
    }
  }

  void notSettled() {
    notSettled.increment();
  }

  /** The line or the centre failed somebody, who goes on. */
  void trouble() {
    troubles.increment();
  }

  /** Nobody expected this. */
  synchronized void fault(BillId bill, String what) {
    if (faults.size() < 20) {
      faults.add(bill + ": " + what);
    }
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  long settledBills() {
    return settled.sum();
  }

  long notSettledBills() {
    return notSettled.sum();
  }

  long troubles() {
    return troubles.sum();
  }

  /** Of a settlement, from the call to its answer, in microseconds. */
  long settleMicros(int perThousand) {
    return at(settles, perThousand);
  }

  /** Of a bill, from its trial to its acknowledgement. */
  long billMicros(int perThousand) {
    return at(bills, perThousand);
  }

  private long at(long[] all, int perThousand) {
    int count = (int) Math.min(times.get(), MOST_TIMES);
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(all, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, (long) count * perThousand / 1000)] / 1000;
  }
}
