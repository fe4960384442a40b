package io.caresettle.tool;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.check.MessageCheck;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.console.ExitCode;
import io.caresettle.journal.MessageIds;
import io.caresettle.problem.Misuse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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

  /** Beside those that can be reversed: what moves money, too. */
  private static final Set<String> MONEY = Set.of("2601", "3203", "6202", "6203");

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
    requireNoMoney(settings.profile());
    Outgoing request = request(settings, NationalMessage.read(in));
    PrintWriter err = spec.commandLine().getErr();
    List<Finding> findings = MessageCheck.sender(settings.profile()).request(request);
    findings.forEach(err::println);
    if (!despiteFindings && findings.stream().anyMatch(Finding::refuses)) {
      err.println("检查未通过，未发送 not sent: the check refuses it");
      return ExitCode.FOUND;
    }
    err.println("msgid " + request.messageId());
    NationalLine line =
        new NationalLine(
            settings.address(), settings.profile().gateway(), settings.authentication(), clock);
    return told(
        settings.profile(),
        line.send(request, Duration.ofSeconds(deadline)).toCompletableFuture().join());
  }

  private void requireNoMoney(Profile profile) {
    boolean money =
        MONEY.contains(transaction) || profile.settling().reversible().contains(transaction);
    if (money && !unrecorded) {
      throw new Misuse(
          transaction
              + ": 涉及资金，应由终端办理并入流水日志 this transaction moves money, and no journal would record"
              + " it: let a terminal do it, or say --unrecorded");
    }
  }

  private Outgoing request(NationalFile settings, Node input) {
    MessageIds ids =
        new MessageIds(
            settings.sender().institutionCode(),
            settings.slot(),
            clock.withZone(ZoneOffset.UTC),
            0,
            unused -> {});
    return Outgoing.of(
        settings.profile(),
        settings.sender(),
        new Outgoing.Particulars(
            ids.next(), clock.instant(), insuredPlace, insurance, signInNumber, ""),
        transaction,
        input);
  }

  private int told(Profile profile, Reply<Incoming> reply) {
    PrintWriter err = spec.commandLine().getErr();
    if (reply instanceof Reply.Answered<Incoming> answered) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(MessageText.text(answered.value().whole()));
      out.flush();
      Verdict verdict = Verdict.of(profile, transaction, answered.value());
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

  private static String why(Reply<Incoming> reply) {
    if (reply instanceof Reply.NotSent<Incoming> not) {
      return "未发送 not sent: " + not.why();
    }
    if (reply instanceof Reply.NoAnswer<Incoming> none) {
      return "结果未知，请勿重复办理，先查询 nobody knows, so ask before repeating it: " + none.why();
    }
    return reply instanceof Reply.NotAuthentic<Incoming> forged
        ? "对方身份不明 not authentic: " + forged.why()
        : "";
  }
}
