package io.caresettle.policy.plan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs the splits in one go, and prints what each costs beside straight-line code. */
public final class BesideStraightLine {

  private record Target(String benchmark, double times) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("straightLineChecked", 0),
          new Target("split", 1.3),
          new Target("splitAndWorking", 2),
          new Target("splitAndWorkingExplained", 0),
          new Target("splitAndAllocation", 5),
          new Target("splitAndLargestRemainder", 0),
          new Target("decimal", 0),
          new Target("drools", 0));

  private BesideStraightLine() {}

  /** JMH's own arguments; without any, everything. */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    CommandLineOptions asked = new CommandLineOptions(arguments);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(asked)
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.NANOSECONDS)
                    .forks(asked.getForkCount().orElse(3))
                    .warmupIterations(asked.getWarmupIterations().orElse(5))
                    .warmupTime(asked.getWarmupTime().orElse(TimeValue.seconds(1)))
                    .measurementIterations(asked.getMeasurementIterations().orElse(8))
                    .measurementTime(asked.getMeasurementTime().orElse(TimeValue.seconds(1)))
                    .addProfiler(CpuTime.class)
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    Statistics straight = cpu(results, "straightLine");
    if (straight == null) {
      return;
    }
    System.out.printf(Locale.ROOT, "%-26s %9.1f ns%n", "straightLine", straight.getMin());
    for (Target target : TARGETS) {
      Statistics ours = cpu(results, target.benchmark());
      if (ours != null) {
        System.out.printf(
            Locale.ROOT,
            "%-26s %9.1f ns, %8.1f bytes: %6.2fx (medians %.2fx)%s%n",
            target.benchmark(),
            ours.getMin(),
            bytes(results, target.benchmark()),
            ours.getMin() / straight.getMin(),
            ours.getPercentile(50) / straight.getPercentile(50),
            target.times() > 0 ? ", target " + target.times() + "x" : "");
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Statistics cpu(
      Collection<RunResult> results, String benchmark) {
    RunResult result = of(results, benchmark);
    return result == null
        ? null
        : Objects.requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL)).getStatistics();
  }

  private static double bytes(Collection<RunResult> results, String benchmark) {
    return Objects.requireNonNull(
            Objects.requireNonNull(of(results, benchmark))
                .getSecondaryResults()
                .get("gc.alloc.rate.norm"))
        .getScore();
  }

  private static @org.jspecify.annotations.Nullable RunResult of(
      Collection<RunResult> results, String benchmark) {
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().endsWith("." + benchmark)) {
        return result;
      }
    }
    return null;
  }
}
