package io.caresettle.protocol.bench;

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
 * The processor time that an operation takes on all Java threads together, in microseconds, and the
 * least of all iterations.
 *
 * <p>Time on the clock says little on a machine that others use as well, and less where an
 * operation crosses threads. The compiler's and the collector's own threads are left out: on a busy
 * machine the compiler is late, and what it does then belongs to no operation.
 */
public final class CpuTime implements InternalProfiler {

  static final String LABEL = "cpu";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Map<Long, Long> before = Map.of();

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = spent();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long all = 0;
    for (Map.Entry<Long, Long> thread : spent().entrySet()) {
      all += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    double each = all / 1_000.0 / result.getMetadata().getAllOps();
    return List.of(new ScalarResult(LABEL, each, "us/op", AggregationPolicy.MIN));
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
    return "Processor time of Java threads per operation";
  }
}
