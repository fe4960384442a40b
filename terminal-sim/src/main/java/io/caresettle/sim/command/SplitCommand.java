package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.reading.Fault;
import io.caresettle.reading.Reading;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.split.BillRejected;
import io.caresettle.split.Estimate;
import io.caresettle.writing.EstimateText;
import io.caresettle.writing.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code split}: who pays what, for a bill in a file, by the packs at hand. */
@Command(
    name = "split",
    description = "按政策包测算费用由谁支付 / say who pays what, by policy packs",
    mixinStandardHelpOptions = true)
public final class SplitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--pack",
      paramLabel = "PATH",
      description =
          "政策包文件或目录，默认随附的政策包 / a pack or a directory of packs; default: those that come along")
  private Optional<Path> pack = Optional.empty();

  @Option(
      names = "--case",
      paramLabel = "FILE|DIR",
      required = true,
      description = "案例文件或目录 / a case or a directory of cases")
  private Path cases = Path.of("");

  @Option(names = "--json", description = "输出 JSON / print JSON")
  private boolean json;

  @Option(names = "--trace", description = "显示每一步的依据和算式 / show each step with article and sum")
  private boolean trace;

  /** A case with what came out of it. */
  private record Result(
      SplitCase given, Estimate estimate, List<SplitCase.Difference> differences) {

    boolean passed() {
      return differences.isEmpty();
    }
  }

  @Override
  public Integer call() {
    List<Result> results = new ArrayList<>();
    try {
      PolicyBook book = pack.map(PolicyBook::load).orElseGet(PolicyBook::shipped);
      for (SplitCase given : read(book)) {
        Estimate estimate = given.estimate();
        results.add(new Result(given, estimate, given.differences(estimate)));
      }
    } catch (ReadingFailed | BillRejected e) {
      PrintWriter problems = spec.commandLine().getErr();
      problems.println("输入有误 / the input is wrong:");
      problems.println(e.getMessage());
      problems.flush();
      return ExitCode.BAD_INPUT;
    }
    PrintWriter say = spec.commandLine().getOut();
    if (json) {
      say.println(json(results).pretty());
    } else {
      print(results, say);
    }
    say.flush();
    return results.stream().allMatch(Result::passed) ? ExitCode.GOOD : ExitCode.FOUND;
  }

  /** All cases, or every fault of all of them. */
  private List<SplitCase> read(PolicyBook book) {
    List<SplitCase> read = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path file : files()) {
      try {
        read.add(Reading.of(file, top -> SplitCaseReader.bind(book, top)));
      } catch (ReadingFailed e) {
        faults.addAll(e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new ReadingFailed(faults);
    }
    return read;
  }

  private List<Path> files() {
    if (!Files.isDirectory(cases)) {
      return List.of(cases);
    }
    try (Stream<Path> tree = Files.walk(cases)) {
      List<Path> files =
          tree.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (!files.isEmpty()) {
        return files;
      }
    } catch (IOException e) {
      throw noCases("a directory that cannot be listed");
    }
    throw noCases("no case in this directory");
  }

  private ReadingFailed noCases(String found) {
    return new ReadingFailed(
        List.of(new Fault(cases.toString(), 1, 1, "", found, "cases in YAML or JSON")));
  }

  private void print(List<Result> results, PrintWriter say) {
    boolean many = results.size() > 1;
    for (Result result : results) {
      if (many && !trace) {
        say.println((result.passed() ? "通过 passed  " : "不符 failed  ") + result.given().name());
      } else {
        say.println("案例 Case: " + result.given().name());
        say.print(EstimateText.table(trace ? result.estimate() : brief(result.estimate())));
      }
      for (SplitCase.Difference difference : result.differences()) {
        say.println(
            "    "
                + difference.amount()
                + ": 应为 expected "
                + difference.expected()
                + ", 得到 found "
                + difference.found()
                + "  ("
                + result.given().file()
                + ')');
      }
    }
    if (many) {
      long passed = results.stream().filter(Result::passed).count();
      say.println(passed + " passed, " + (results.size() - passed) + " failed");
    }
  }

  private static Estimate brief(Estimate whole) {
    return new Estimate(
        whole.bill(),
        whole.cut(),
        whole.split(),
        whole.lines(),
        List.of(),
        whole.yearToDateAfter(),
        whole.pack(),
        whole.testFigures());
  }

  private Json json(List<Result> results) {
    long passed = results.stream().filter(Result::passed).count();
    return Json.object()
        .put("cases", results.stream().map(this::json).toList())
        .put("passed", passed)
        .put("failed", results.size() - passed);
  }

  private Json json(Result result) {
    List<Json> differences =
        result.differences().stream()
            .map(
                difference ->
                    Json.object()
                        .put("amount", difference.amount())
                        .put("expected", difference.expected().toString())
                        .put("found", difference.found().toString()))
            .toList();
    return Json.object()
        .put("case", result.given().name())
        .put("file", result.given().file())
        .put("passed", result.passed())
        .put("differences", differences)
        .put("estimate", EstimateText.json(trace ? result.estimate() : brief(result.estimate())));
  }
}
