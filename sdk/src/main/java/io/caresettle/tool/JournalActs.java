package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.credential.PersonName;
import io.caresettle.journal.Act;
import io.caresettle.journal.JournalPlace;
import io.caresettle.journal.RestingJournal;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.ActSignature;
import io.caresettle.protocol.keystore.KeySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journal acts}: who did what at a terminal, and whether they signed it (R-DATA-06). */
@Command(
    name = "acts",
    description =
        "列出经办人的操作记录并核验其签名；终端须先关闭 / list what operators did and verify their signatures;"
            + " close the terminal first")
final class JournalActs implements Callable<Integer> {

  private static final String RULES = "rules";
  private static final String SIGNER = "signer";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      converter = PlaceOption.class,
      names = "--journal",
      required = true,
      paramLabel = "PLACE",
      description =
          "流水日志文件或 jdbc:postgresql: 地址（只读打开）/ the journal's file or database; it is read and not"
              + " changed")
  private JournalPlace journal = JournalPlace.named("");

  @Option(
      names = "--visit",
      paramLabel = "NUMBER",
      description = "只列此就诊号 / only what concerns this visit")
  private Optional<String> visit = Optional.empty();

  @Option(
      converter = DayOption.class,
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "只列此日（北京时间）/ only what was signed on this day in China")
  private Optional<LocalDate> day = Optional.empty();

  @Mixin private StoreOptions store;

  @Mixin private JsonOption json = new JsonOption();

  JournalActs(Console console) {
    store = new StoreOptions(console);
  }

  @Override
  public Integer call() {
    InputFile.requireThere(store.path());
    KeySet keys = store.vault().load();
    List<Report> listed = new ArrayList<>();
    int bad = 0;
    String institution;
    try (RestingJournal resting =
        RestingJournal.open(journal, JournalEvidence.opening(keys, store.path()))) {
      institution = resting.institutionCode();
      JournalEvidence.requireOwner(keys, institution);
      for (Act act : chosen(resting)) {
        ActSignature signature = ActSignature.of(act);
        bad += signature.good() ? 0 : 1;
        listed.add(line(act, signature));
      }
    }
    Report.of("操作记录 acts")
        .put("institution", "机构 institution", institution)
        .put("acts", listed)
        .put("count", "条数 acts listed", listed.size())
        .put("bad", "签名无效 bad signatures", bad)
        .print(spec.commandLine().getOut(), json.wanted());
    if (bad > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "有操作记录签名无效 / "
                  + bad
                  + " act(s) were not signed by the key that they name: keep the journal's file as"
                  + " it is, and call whoever looks after security");
    }
    return bad == 0 ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private List<Act> chosen(RestingJournal resting) {
    List<Act> acts =
        visit.map(resting::acts).orElseGet(() -> day.map(resting::actsOf).orElseGet(resting::acts));
    return acts.stream()
        .filter(act -> day.map(Times.day(act.time())::equals).orElse(true))
        .toList();
  }

  private static Report line(Act act, ActSignature signature) {
    Map<String, String> body = ActBody.read(act.body());
    return Report.of("操作 act " + act.position())
        .put("position", "序号 position", act.position())
        .put("time", "时间 time", act.time().toString(), Times.china(act.time()))
        .put("operator", "经办人 operator", act.operatorId())
        .put(
            "kind",
            "事项 kind",
            act.kind().name(),
            act.kind().zh() + " " + act.kind().en() + " (" + act.kind() + ")")
        .put("visit", "就诊号 visit", act.visitNumber(), orDash(act.visitNumber()))
        .put(RULES, "规则 rules", body.getOrDefault(RULES, ""), orDash(body.getOrDefault(RULES, "")))
        .put("what", "内容 what", what(body))
        .put(
            "signedWith",
            "签名公钥 signed with key",
            signature.signer().map(key -> key.key().hex()).orElse(""))
        .put("good", "签名有效 signature good", signature.good());
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  /** What the act says beside what stands in fields of its own, without anybody's name. */
  private static String what(Map<String, String> body) {
    return body.entrySet().stream()
        .filter(e -> !e.getKey().equals(SIGNER) && !e.getKey().equals(RULES))
        .map(e -> e.getKey() + "=" + shown(e.getKey(), e.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** Who consented stands in the act in full; everything else was masked as it was signed. */
  private static String shown(String name, String value) {
    if (value.isBlank()) {
      return value;
    }
    if (name.endsWith(".document")) {
      int number = value.indexOf(' ') + 1;
      return value.substring(0, number) + "*".repeat(value.length() - number);
    }
    return name.endsWith(".given-by") || name.endsWith(".name")
        ? PersonName.of(value).masked()
        : value;
  }
}
