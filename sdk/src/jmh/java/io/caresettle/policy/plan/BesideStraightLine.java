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

/**
 * Runs the splits in one go, and prints what each costs beside straight-line code.
 *
 * <pre>mvn -Pbench verify -pl sdk -am -DskipTests -Dbench.args="Splitting -f 3"</pre>
 *
 * <p>Processor time, the least of all iterations, of {@link StandardBill}. Reached on a virtual
 * machine with 2 cores and JDK 17 that built other things meanwhile (load 20 to 27), 2 forks of 6
 * iterations; the second ratio is of the medians. Ratios of several such runs lay within a tenth of
 * one another, those of what allocates within a factor of five; single figures are not to be
 * quoted.
 *
 * <pre>
 *                                            ns     bytes   times (medians)   target
 * straight-line code, rates written into it  97         0    1.00
 *   the same, with rates as data and checks  121        0    1.24 (1.18)
 * split, no working                          166        0    1.71 (1.61)      1.3
 * split and working, used again              249        0    2.56 (2.37)      2
 * split and working, explained in lines    4,301   21,300   44    (115)
 * split and allocation, cumulative           453        0    4.65 (4.71)      5
 * split and allocation, largest remainder  1,136        0   11.7  (11.7)
 * decimals                                 1,192    8,500   12.3  (52)
 * Drools 10.2.0, executable model        124,200   45,200 1,277 (1,905)
 * </pre>
 *
 * <p>The first two targets are missed beside code that divides by numbers known to the compiler and
 * checks nothing; beside code that takes an item's rate as a fraction, and refuses what does not
 * fit, it is 1.37 and 2.06 times. Of a split some 13 ns are the start of a sheet, 70 the cuts, and
 * 80 the seven steps after them, most of that critical illness and bands. A working copies the
 * sheet's lines once and writes some twenty entries of eight numbers.
 *
 * <p>Tried without a gain beyond the noise of a twentieth: the steps called by their own types
 * instead of by a virtual call; bands without a branch, divided by a constant, and tiers as one
 * difference (at best 2 in 100). Nor do wrong guesses of branches weigh: one bill over and over
 * costs the same as eight in turn. To clear registers by {@code System.arraycopy} from zeros cost 9
 * ns more than {@code Arrays.fill}.
 */
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
