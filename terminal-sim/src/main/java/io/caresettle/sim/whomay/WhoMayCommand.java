package io.caresettle.sim.whomay;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.entitle.BookShelf;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code who-may}: what a person may have on a day at an institution, and why not. */
@Command(
    name = "who-may",
    description =
        "某人某日在某机构可以享受哪些待遇、为什么不能 / say what a person may have on a day at an institution, and"
            + " why not",
    mixinStandardHelpOptions = true)
public final class WhoMayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--person",
      paramLabel = "FILE",
      description =
          "参保人档案文件，或自带档案之一，如 nantong-flexible / a person file, or one of those that come along")
  private Optional<String> person = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "就诊日，如 2026-11-20 / the day of service")
  private Optional<String> at = Optional.empty();

  @Option(
      names = "--uploaded",
      paramLabel = "DATE",
      description =
          "账单上传日，缺省为就诊日或出院日 / when the bill is uploaded; left out, the day of service or of"
              + " discharge")
  private Optional<String> uploaded = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "住院的出院日 / the day of discharge, of a stay")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--institution",
      paramLabel = "CODE",
      description = "机构编码，如 TESTNT000001 / the institution's code")
  private Optional<String> institution = Optional.empty();

  @Option(
      names = "--care",
      paramLabel = "WORD",
      description =
          "只问一种待遇：outpatient pharmacy special chronic inpatient maternity family-bed"
              + " long-term-care / one benefit only")
  private Optional<String> care = Optional.empty();

  @Option(names = "--json", description = "输出 JSON / print JSON")
  private boolean json;

  @Override
  public Integer call() {
    Asking asking =
        new Asking(Designated.shipped(), person, at, uploaded, until, institution, care);
    Optional<Asked> asked = asking.asked();
    if (asked.isEmpty()) {
      PrintWriter problems = spec.commandLine().getErr();
      problems.println("输入有误 / the input is wrong:");
      asking.faults().forEach(problems::println);
      problems.flush();
      return ExitCode.BAD_INPUT;
    }
    Told told =
        new Deciding(PolicyBook.shipped(), new BookShelf(LawBook.shipped())).of(asked.get());
    PrintWriter say = spec.commandLine().getOut();
    if (json) {
      say.println(new ToldJson(told).json().pretty());
    } else {
      new ToldText(told).lines().forEach(say::println);
    }
    say.flush();
    return ExitCode.GOOD;
  }
}
