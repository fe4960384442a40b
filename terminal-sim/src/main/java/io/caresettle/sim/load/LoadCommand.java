package io.caresettle.sim.load;

import io.caresettle.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code load}: how many bills a terminal settles, how fast, and with how many forced writes. */
@Command(
    name = "load",
    description =
        "压力测试：经加密线路与落盘流水，在给定在途数下每 CPU 秒结算数、时延、每单强制写次数；可带故障线路长时间运行"
            + " / bills under load, over the sealed wire with a durable journal; with --minutes and"
            + " --fault-seed a soak on a bad line",
    mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

  private static final int MOST_IN_FLIGHT = 1024;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--in-flight",
      paramLabel = "N,…",
      split = ",",
      defaultValue = "1,16,256",
      description = "同时在途的单据数，逐级 / how many bills at a time, one level after the other")
  private List<Integer> inFlight = List.of();

  @Option(
      names = "--bills",
      paramLabel = "N",
      defaultValue = "2000",
      description = "每级单据数 / bills of each level")
  private long bills;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "每级按时间运行，代替 --bills / so many minutes a level, instead of --bills")
  private Optional<Integer> minutes = Optional.empty();

  @Option(
      names = "--fault-seed",
      paramLabel = "S",
      description = "线路按种子出错 / a line that fails by this seed")
  private Optional<Long> faultSeed = Optional.empty();

  @Option(
      names = "--per-thousand",
      paramLabel = "N",
      defaultValue = "20",
      description = "与 --fault-seed 同用：每千个报文有几个出错 / of a thousand pieces, so many fail")
  private int perThousand;

  @Option(
      names = "--journal",
      paramLabel = "PLACE",
      description =
          "流水日志文件或 jdbc:postgresql: 地址；默认临时文件 / the journal's file or database; a"
              + " temporary file by default")
  private Optional<String> journal = Optional.empty();

  @Option(names = "--json", description = "只输出 JSON / print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    if (inFlight.stream().anyMatch(n -> n < 1 || n > MOST_IN_FLIGHT) || bills < 1) {
      throw wrong("在途 1 至 1024，单据至少 1 / 1 to 1024 in flight, and at least one bill");
    }
    if (minutes.filter(m -> m < 1 || m > 1440).isPresent()) {
      throw wrong("1 至 1440 分钟 / 1 to 1440 minutes");
    }
    LoadPlan plan =
        new LoadPlan(
            inFlight,
            minutes.isPresent() ? Long.MAX_VALUE : bills,
            minutes.map(Duration::ofMinutes).orElse(Duration.ofHours(2)),
            faultSeed.map(OptionalLong::of).orElse(OptionalLong.empty()),
            perThousand,
            journal);
    LoadResult result = run(plan);
    print(result);
    return result.disagreements().isEmpty() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private static LoadResult run(LoadPlan plan) {
    try {
      Path folder = Files.createTempDirectory("caresettle-load-");
      try {
        return new LoadRun(plan).in(folder);
      } finally {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("There is no place for the load's files", e);
    }
  }

  private void print(LoadResult result) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(result.json().pretty());
    } else {
      out.println(Level.HEAD);
      result.levels().forEach(level -> out.println(level.line()));
      result
          .levels()
          .forEach(
              level ->
                  out.println(
                      level.inFlight()
                          + ": 未结算 not settled "
                          + level.notSettled()
                          + "，线路或中心失败 troubles "
                          + level.troubles()));
      out.println(
          "堆 heap "
              + (result.heapBefore() >> 20)
              + " → "
              + (result.heapAfter() >> 20)
              + " MiB；两边账 both books "
              + (result.disagreements().isEmpty() ? "一致 agree" : "不一致 disagree"));
      result.disagreements().forEach(each -> out.println("  " + each));
    }
    out.flush();
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
