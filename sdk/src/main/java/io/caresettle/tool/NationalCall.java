package io.caresettle.tool;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.call.RawCall;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code national call}: one transaction by hand, checked before it is sent. */
@Command(
    name = "call",
    description =
        "手工调用一个交易：先按省份配置检查，再发送，并显示答复 / call one transaction: check it, send it once, show"
            + " the answer")
final class NationalCall implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "INFNO", description = "交易编号 / the transaction, such as 1101")
  private String transaction = "";

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "网关与机构配置（YAML）/ the gateway and who calls it, in YAML")
  private Path config = Path.of("");

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "交易输入 input（JSON 文件）/ the input, a file of JSON")
  private Path in = Path.of("");

  @Option(
      names = "--insured-place",
      defaultValue = "",
      paramLabel = "DIVISION",
      description = "参保地医保区划 / the division of the insured person, from 1101")
  private String insuredPlace = "";

  @Option(
      names = "--insurance",
      defaultValue = "",
      paramLabel = "CODE",
      description = "险种 / the insurance, where the receiving system follows it")
  private String insurance = "";

  @Option(
      names = "--sign-no",
      defaultValue = "",
      paramLabel = "NUMBER",
      description = "签到流水号 / what signing in (9001) gave")
  private String signInNumber = "";

  @Option(
      names = "--deadline",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "等待答复的秒数 / how long the answer is waited for")
  private int deadline = 30;

  @Option(
      names = "--unrecorded",
      description =
          "允许涉及资金的交易，本次调用不入流水日志 / allow a transaction that moves money, though no journal"
              + " records it")
  private boolean unrecorded;

  @Option(
      names = "--despite-findings",
      description = "检查未通过也发送 / send it even where the check refuses it")
  private boolean despiteFindings;

  private final InstantSource clock;

  NationalCall(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    NationalFile settings = NationalFile.read(config);
    RawCall calls = calls(settings);
    Outgoing request = request(calls, NationalMessage.read(in));
    PrintWriter err = spec.commandLine().getErr();
    // What only another province requires is told, and holds nothing back: sending decides.
    calls.findings(request).forEach(err::println);
    err.println("msgid " + request.messageId());
    return told(calls.send(request, Duration.ofSeconds(deadline)));
  }

  private RawCall calls(NationalFile settings) {
    RawCall calls = settings.calls(clock).signedIn(signInNumber);
    calls = unrecorded ? calls.unrecorded() : calls;
    return despiteFindings ? calls.despiteFindings() : calls;
  }

  private Outgoing request(RawCall calls, Node input) {
    try {
      return calls.request(new RawCall.Asked(transaction, input, insuredPlace, insurance));
    } catch (Misuse e) {
      throw new Misuse(e.getMessage() + ", or say --unrecorded", e);
    }
  }

  private int told(Reply<RawCall.Told> reply) {
    PrintWriter err = spec.commandLine().getErr();
    if (reply instanceof Reply.Answered<RawCall.Told> answered) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(MessageText.text(answered.value().answer().whole()));
      out.flush();
      Verdict verdict = answered.value().verdict();
      if (verdict instanceof Verdict.Refused refused) {
        err.println(
            "拒绝 refused " + refused.level() + ' ' + refused.meaning() + ": " + refused.text());
      } else if (verdict instanceof Verdict.Unclear unclear) {
        err.println("结果不明 unclear: " + unclear.why());
      }
      return verdict instanceof Verdict.Done ? ExitCode.GOOD : ExitCode.FOUND;
    }
    err.println(why(reply));
    return ExitCode.FOUND;
  }

  private static String why(Reply<RawCall.Told> reply) {
    if (reply instanceof Reply.NotSent<RawCall.Told> not) {
      return "未发送 not sent: " + not.why();
    }
    if (reply instanceof Reply.NoAnswer<RawCall.Told> none) {
      return "结果未知，请勿重复办理，先查询 nobody knows, so ask before repeating it: " + none.why();
    }
    return reply instanceof Reply.NotAuthentic<RawCall.Told> forged
        ? "对方身份不明 not authentic: " + forged.why()
        : "";
  }
}
