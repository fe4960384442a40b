package io.caresettle.protocol.message;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that this thread allocates while it does something. */
final class Allocations {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocations() {}

  /** The least of some tries: whatever else a try met, such as a class loaded, was not the work. */
  static long least(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
