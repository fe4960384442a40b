package io.caresettle.protocol.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints how many times its peer's processor time each takes. */
public final class BesidePeers {

  /** What is measured, beside what, and how many times that it may take; 0 where none was set. */
  private record Comparison(String ours, String beside, double target) {}

  private static final List<Comparison> COMPARISONS =
      List.of(
          new Comparison("Sealing.sealAndOpen", "Sealing.bare", 1.2),
          new Comparison("Sealing.sealAndOpen", "Sealing.bareMadeAnew", 0),
          new Comparison("Calling.roundTrip", "Calling.nettyAndProtobufAndFourGcm", 1.2),
          new Comparison("Calling.roundTrip", "Calling.nettyAndProtobuf", 0),
          new Comparison("Calling.roundTrip", "Calling.grpc", 0),
          new Comparison("Signing.signedSettlement", "Signing.bare", 1.2),
          new Comparison("SigningIn.first", "SigningIn.bareFirst", 0),
          new Comparison("SigningIn.again", "SigningIn.bareAgain", 0));

  private BesidePeers() {}

  /** JMH's own arguments; without any, everything. */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    CommandLineOptions asked = new CommandLineOptions(arguments);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(asked)
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .forks(asked.getForkCount().orElse(3))
                    .warmupIterations(asked.getWarmupIterations().orElse(3))
                    .warmupTime(asked.getWarmupTime().orElse(TimeValue.seconds(2)))
                    .measurementIterations(asked.getMeasurementIterations().orElse(5))
                    .measurementTime(asked.getMeasurementTime().orElse(TimeValue.seconds(2)))
                    .addProfiler(CpuTime.class)
                    .build())
            .run();
    for (Comparison comparison : COMPARISONS) {
      double ours = least(results, comparison.ours());
      double beside = least(results, comparison.beside());
      if (ours > 0 && beside > 0) {
        System.out.printf(
            Locale.ROOT,
            "%-26s %9.2f us beside %-36s %9.2f us: %.2fx%s%n",
            comparison.ours(),
            ours,
            comparison.beside(),
            beside,
            ours / beside,
            comparison.target() > 0 ? ", target " + comparison.target() + "x" : "");
      }
    }
  }

  /**
   * The least that any iteration of any fork took: what others' work on the machine adds least to.
   */
  private static double least(Collection<RunResult> results, String benchmark) {
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().endsWith("." + benchmark)) {
        String label = benchmark.startsWith("Calling") ? CpuTime.OF_PROCESS : CpuTime.OF_THREADS;
        return Objects.requireNonNull(result.getSecondaryResults().get(label))
            .getStatistics()
            .getMin();
      }
    }
    return 0;
  }
}
