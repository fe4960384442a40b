package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.signed.PackProfile;
import io.caresettle.reading.Fault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack check}: every fault of every pack at once, and what was read. */
@Command(
    name = "check",
    description =
        "检查政策包：一次列出全部错误（文件:行:列）、条款矛盾、同日重复适用，并显示所读内容 / every fault of every pack"
            + " at once, with its place; contradictions; two packs for the same care and day")
final class PackCheck implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "政策包文件或目录 / packs, or directories of them")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--production",
      description =
          "按生产要求检查：草案、设定、非 H 的数字均不通过 / as in production: no draft, nothing assumed,"
              + " nothing but H")
  private boolean production;

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  PackCheck(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PackReadings readings = PackReadings.of(paths, Times.day(clock.instant()));
    List<Report> reports = new ArrayList<>();
    int failed = 0;
    for (PackReadings.One one : readings.all()) {
      List<String> unfit =
          production ? one.pack().map(PackProfile::unfit).orElse(List.of()) : List.of();
      boolean passed = one.faults().isEmpty() && unfit.isEmpty();
      failed += passed ? 0 : 1;
      reports.add(report(one, unfit, passed));
      if (!json.wanted()) {
        say(one, unfit);
      }
    }
    int passed = reports.size() - failed;
    PrintWriter out = spec.commandLine().getOut();
    if (json.wanted()) {
      Report.of("")
          .put("packs", reports)
          .put("passed", "", passed)
          .put("failed", "", failed)
          .print(out, true);
    } else {
      reports.forEach(report -> report.print(out, false));
      out.println(passed + " passed, " + failed + " failed");
      out.flush();
    }
    return failed == 0 ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private void say(PackReadings.One one, List<String> unfit) {
    PrintWriter err = spec.commandLine().getErr();
    one.faults().forEach(err::println);
    unfit.forEach(words -> err.println(one.name() + ": 不得用于生产 unfit for production: " + words));
  }

  private Report report(PackReadings.One one, List<String> unfit, boolean passed) {
    Report report = Report.of((passed ? "通过 passed " : "未通过 failed ") + one.name());
    if (json.wanted()) {
      report
          .put("file", "", one.name())
          .put("passed", "", passed)
          .put("faults", one.faults().stream().map(PackCheck::fault).toList())
          .put("unfit", unfit.stream().map(words -> Report.of("").put("what", "", words)).toList());
    }
    if (one.pack().isPresent()) {
      PackContents.of(one.pack().get()).into(report);
      if (one.book().isPresent()) {
        PackFile.parent(report, one.pack().get().id(), one.parent());
      }
    } else if (passed) {
      report.put("parent", "上级政策包 a parent: gives numbers, serves nobody itself", true);
    }
    return report;
  }

  private static Report fault(Fault fault) {
    return Report.of("")
        .put("file", "", fault.file())
        .put("line", "", fault.line())
        .put("column", "", fault.column())
        .put("path", "", fault.path())
        .put("found", "", fault.found())
        .put("expected", "", fault.expected());
  }
}
