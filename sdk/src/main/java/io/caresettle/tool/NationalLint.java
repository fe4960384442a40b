package io.caresettle.tool;

import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.check.MessageCheck;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code national lint}: what is wrong with a message, field by field, before anybody sends it. */
@Command(
    name = "lint",
    description =
        "按省份配置逐字段检查报文：节点、字段、问题、改法 / check a message against a province's profile: node, field,"
            + " what is wrong, what to do")
final class NationalLint implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description =
          "报文文件（JSON）：整个请求，或配合 --infno 只给 input / a whole request, or with --infno its input alone")
  private Path file = Path.of("");

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "NAME|FILE",
      description = "省份配置 / the province: a name such as base or hunan, or a file that extends one")
  private String profile = "";

  @Option(
      names = "--infno",
      paramLabel = "NUMBER",
      description = "文件只含 input 时的交易编号 / the transaction, where the file is its input alone")
  private Optional<String> transaction = Optional.empty();

  @Option(
      names = "--platform",
      description = "只按该省要求检查 / what this province requires, and not what any other does")
  private boolean platform;

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    Profile province = NationalMessage.profile(profile);
    MessageCheck check = platform ? MessageCheck.platform(province) : MessageCheck.sender(province);
    List<Finding> findings = findings(check, NationalMessage.read(file));
    long refused = findings.stream().filter(Finding::refuses).count();
    PrintWriter out = spec.commandLine().getOut();
    if (json.wanted()) {
      Report.of("")
          .put("profile", "", province.id())
          .put("confirmed", "", province.confirmed())
          .put("findings", findings.stream().map(NationalLint::report).toList())
          .put("refused", "", refused)
          .print(out, true);
    } else {
      warn(province);
      findings.forEach(
          finding -> out.println((finding.refuses() ? "错误 error " : "提示 note ") + finding));
      out.println(refused == 0 ? "通过 passed" : "未通过 failed: " + refused + " 处错误 errors");
      out.flush();
    }
    return refused == 0 ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private List<Finding> findings(MessageCheck check, Node message) {
    if (transaction.isPresent()) {
      return check.input(transaction.get(), message);
    }
    Outgoing request = Outgoing.read(message);
    if (request.transaction().isEmpty()) {
      throw new Misuse(
          file
              + ": 没有 infno no infno in this file: give a whole request, or name the transaction"
              + " with --infno");
    }
    return check.request(request);
  }

  private void warn(Profile province) {
    if (!province.confirmed()) {
      spec.commandLine()
          .getErr()
          .println("*** 未经确认的省份配置 an unconfirmed profile: " + province.name() + " ***");
    }
  }

  private static Report report(Finding finding) {
    return Report.of("")
        .put("kind", "", finding.kind().name())
        .put("place", "", finding.place())
        .put("refuses", "", finding.refuses())
        .put("zh", "", finding.zh())
        .put("en", "", finding.en());
  }
}
