package io.caresettle.protocol.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time that an operation takes, in microseconds, and the least of all iterations: on
 * Java threads, and in the process.
 *
 * <p>Time on the clock says little on a machine that others use as well, and less where an
 * operation crosses threads. The compiler's and the collector's own threads are left out of the
 * first: on a busy machine the compiler is late, and what it does then belongs to no operation. The
 * second is for operations that cross threads: the first has been seen to miss time of Netty's.
 */
public final class CpuTime implements InternalProfiler {

  static final String OF_THREADS = "cpu";
  static final String OF_PROCESS = "process";

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Map<Long, Long> before = Map.of();
  private long processBefore;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = spent();
    processBefore = MACHINE.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long process = MACHINE.getProcessCpuTime() - processBefore;
    long all = 0;
    for (Map.Entry<Long, Long> thread : spent().entrySet()) {
      all += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    long operations = result.getMetadata().getAllOps();
    return List.of(least(OF_THREADS, all, operations), least(OF_PROCESS, process, operations));
  }

  private static ScalarResult least(String label, long nanos, long operations) {
    return new ScalarResult(label, nanos / 1_000.0 / operations, "us/op", AggregationPolicy.MIN);
  }

  private static Map<Long, Long> spent() {
    Map<Long, Long> spent = new HashMap<>();
    for (long thread : THREADS.getAllThreadIds()) {
      long nanos = THREADS.getThreadCpuTime(thread);
      if (nanos >= 0) {
        spent.put(thread, nanos);
      }
    }
    return spent;
  }

  @Override
  public String getDescription() {
    return "Processor time per operation";
  }
}
