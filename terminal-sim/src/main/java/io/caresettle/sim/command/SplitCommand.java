package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.money.Money;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.sim.worked.Difference;
import io.caresettle.writing.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = "--what-if",
      paramLabel = "PATH",
      description = "换用另一政策包文件或目录，比较谁多付、谁少付 / other packs: say who would pay more, who less")
  private Optional<Path> whatIf = Optional.empty();

  @Option(
      names = "--fund-pays",
      paramLabel = "YUAN",
      converter = YuanOption.class,
      description =
          "政策范围内费用至少多少，基金才合计支付此数 / the smallest cost in scope at which all funds pay this")
  private Optional<Money> fundPays = Optional.empty();

  @Option(names = "--json", description = "输出 JSON / print JSON")
  private boolean json;

  @Option(names = "--trace", description = "显示每一步的依据和算式 / show each step with article and sum")
  private boolean trace;

  @Override
  public Integer call() {
    if (fundPays.isPresent() && whatIf.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--fund-pays 与 --what-if 只能选一 found both, expected one of them");
    }
    List<CaseResult> results;
    Optional<PolicyBook> other;
    try {
      other = whatIf.map(PolicyBook::load);
      PolicyBook book = pack.map(PolicyBook::load).orElseGet(PolicyBook::shipped);
      results = new CaseFiles(cases, book).results();
    } catch (ReadingFailed e) {
      return wrong(List.of(String.valueOf(e.getMessage())));
    }
    List<String> faults = results.stream().flatMap(result -> result.faults().stream()).toList();
    boolean none = results.stream().allMatch(result -> result instanceof CaseResult.Refused);
    int answered = none && !Files.isDirectory(cases) ? ExitCode.BAD_INPUT : answer(results, other);
    return faults.isEmpty() ? answered : wrong(faults);
  }

  private int answer(List<CaseResult> results, Optional<PolicyBook> other) {
    PrintWriter say = spec.commandLine().getOut();
    if (fundPays.isPresent()) {
      return reverse(results, fundPays.get(), say);
    }
    if (other.isPresent()) {
      return compare(WhatIfRun.of(results, other.get()), say);
    }
    if (json) {
      say.println(json(results).pretty());
    } else {
      print(results, say);
    }
    say.flush();
    return results.stream().allMatch(CaseResult::passed) ? ExitCode.GOOD : ExitCode.FOUND;
  }

  /** What could not be taken, after all that could. */
  private int wrong(List<String> faults) {
    PrintWriter problems = spec.commandLine().getErr();
    problems.println("输入有误 / the input is wrong:");
    faults.forEach(problems::println);
    problems.flush();
    return ExitCode.BAD_INPUT;
  }

  private int reverse(List<CaseResult> results, Money wanted, PrintWriter say) {
    List<Json> answers = new ArrayList<>();
    for (CaseResult result : results) {
      if (result instanceof CaseResult.Own own) {
        SplitCase given = own.given();
        Optional<Money> least = new Reverse(given, given.plan()).inScopeFor(wanted);
        String amount = least.map(Money::toString).orElse("–");
        Json answer = Json.object().put("case", given.name()).put("fund_pays", wanted.toString());
        least.ifPresent(yuan -> answer.put("in_scope_from", yuan.toString()));
        answers.add(answer);
        if (!json) {
          say.println(amount + "  " + given.name());
        }
      } else if (!json && result instanceof CaseResult.Worked) {
        say.println("–  " + result.name() + ": 算例自带规则 a worked example brings its own policy");
      }
    }
    if (json) {
      say.println(Json.object().put("cases", answers).pretty());
    }
    say.flush();
    return ExitCode.GOOD;
  }

  /** Other rules are no finding: what they change is what was asked. */
  private int compare(WhatIfText text, PrintWriter say) {
    if (json) {
      say.println(text.json().pretty());
    } else {
      text.print(say);
    }
    say.flush();
    return ExitCode.GOOD;
  }

  private void print(List<CaseResult> results, PrintWriter say) {
    boolean many = results.size() > 1;
    for (CaseResult result : results) {
      if (!many || trace) {
        result.show(trace, say);
      }
      if (many || result instanceof CaseResult.Worked) {
        say.println((result.passed() ? "通过 passed  " : "不符 failed  ") + result.name());
      }
      for (Difference difference : result.differences()) {
        say.println(
            "    "
                + (difference.where().isEmpty() ? "" : difference.where() + ": ")
                + difference.amount()
                + ": 应为 expected "
                + difference.expected()
                + ", 得到 found "
                + difference.found()
                + "  ("
                + result.file()
                + ')');
      }
    }
    if (many || results.get(0) instanceof CaseResult.Worked) {
      new Score(results).print(say);
    }
  }

  private Json json(List<CaseResult> results) {
    return new Score(results)
        .json(Json.object().put("cases", results.stream().map(this::json).toList()));
  }

  private Json json(CaseResult result) {
    List<Json> differences = result.differences().stream().map(SplitCommand::json).toList();
    Json json =
        Json.object()
            .put("case", result.name())
            .put("file", result.file())
            .put("passed", result.passed())
            .put("differences", differences);
    return result.json(json, trace);
  }

  private static Json json(Difference difference) {
    Json json = Json.object();
    if (!difference.where().isEmpty()) {
      json.put("step", difference.where());
    }
    return json.put("amount", difference.amount())
        .put("expected", difference.expected())
        .put("found", difference.found());
  }
}
