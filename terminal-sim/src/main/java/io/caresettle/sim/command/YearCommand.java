package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.sim.year.GeneratedYear;
import io.caresettle.sim.year.YearFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code year}: invented people live through a year of an area, and a page shows who paid. */
@Command(
    name = "year",
    description = "虚构人群在一个统筹区过一年，绘出费用由谁负担 / invented people live a year of an area: who pays",
    mixinStandardHelpOptions = true)
final class YearCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--area",
      paramLabel = "CODE",
      required = true,
      description = "统筹区代码，或 test / the area's code, or test")
  private String area = "";

  @Option(
      names = "--persons",
      paramLabel = "N",
      defaultValue = "100",
      description = "人数，默认 100 / how many people; 100 unless said")
  private int persons;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "20261130",
      description = "随机种子；同一种子结果相同 / the seed; the same seed makes the same year")
  private long seed;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      required = true,
      description = "报告文件，自含图表 / the page to write, with its pictures in it")
  private Path report = Path.of("");

  @Option(
      names = "--blocks",
      paramLabel = "FOLDER",
      description =
          "存放分段结果的目录，中断后可续跑 / where each 500 people's figures are kept, so that a"
              + " stopped run goes on")
  private Optional<Path> blocks = Optional.empty();

  @Option(names = "--json", description = "输出 JSON / print JSON")
  private boolean json;

  @Override
  public Integer call() {
    if (!GeneratedYear.AREAS.contains(area)) {
      throw wrong("未知统筹区 unknown area: " + area + "; " + GeneratedYear.AREAS);
    }
    if (persons < 1 || persons > 1_000_000) {
      throw wrong("人数应为 1 至 1000000 the number of people is from 1 to 1000000: " + persons);
    }
    PrintWriter out = spec.commandLine().getOut();
    GeneratedYear year = GeneratedYear.shipped();
    try {
      YearFigures figures = year.of(area, persons, seed, blocks);
      Files.writeString(report, year.report(figures), StandardCharsets.UTF_8);
      out.println(json ? figures.json().pretty() : figures.toString());
      out.flush();
      figures.disagreements().forEach(this::differ);
      return figures.disagreements().isEmpty() ? ExitCode.GOOD : ExitCode.FOUND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void differ(String what) {
    spec.commandLine().getErr().println("终端与中心不一致 terminal and centre differ: " + what);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
