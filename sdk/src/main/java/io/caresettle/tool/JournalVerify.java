package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.journal.Anchor;
import io.caresettle.journal.AuditHead;
import io.caresettle.journal.JournalPlace;
import io.caresettle.journal.RestingJournal;
import io.caresettle.journal.Verification;
import io.caresettle.problem.Misuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code journal verify}: whether anybody changed a terminal's journal, and what is proven of it.
 */
@Command(
    name = "verify",
    description =
        "核验流水日志的审计链，不需密钥；终端须先关闭 / look through the journal's audit chain, for which no key"
            + " is needed; close the terminal first")
final class JournalVerify implements Callable<Integer> {

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
      converter = HeadOption.class,
      names = "--head",
      paramLabel = "EPOCH:POSITION:DIGEST",
      description =
          "另行保存的已签认链头，可多次给出 / a signed head that is kept elsewhere, such as on the day's"
              + " report; may be given several times")
  private List<AuditHead> heads = List.of();

  @Option(
      names = "--anchors",
      paramLabel = "DIR",
      description = "导出每份签认回执 / write each signed receipt to a file there")
  private Optional<Path> folder = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    Verification found;
    String institution;
    List<Anchor> anchors;
    try (RestingJournal resting = RestingJournal.open(journal)) {
      institution = resting.institutionCode();
      found = resting.verify(heads);
      anchors = resting.anchors();
    }
    folder.ifPresent(to -> anchors.forEach(anchor -> write(to, anchor)));
    Report.of("审计链 audit chain")
        .put("institution", "机构 institution", institution)
        .put("links", "已核验条数 links looked at", found.links())
        .put("holds", "完整 holds", found.holds())
        .put("fault", "问题 fault", found.fault().map(f -> f.kind().name()).orElse(""), said(found))
        .put("anchors", "签认次数 signed heads", anchors.size())
        .put(
            "anchored",
            "已签认至 anchored up to",
            found.anchored().map(JournalVerify::name).orElse(""),
            found.anchored().map(JournalVerify::name).orElse("无 nothing is anchored"))
        .put("unproven", "其后未签认条数 links after it, not proven", found.unproven())
        .put("heads", found.heads().stream().map(JournalVerify::head).toList())
        .print(spec.commandLine().getOut(), json.wanted());
    if (!found.holds()) {
      spec.commandLine()
          .getErr()
          .println(
              "流水日志已被改动或损坏，请保留原文件并联系安全负责人 / the journal was changed or is damaged: keep"
                  + " the file as it is, settle nothing with it, and call whoever looks after"
                  + " security");
    }
    return found.holds() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private static String said(Verification found) {
    return found.fault().map(f -> f.kind().zh() + " " + f).orElse("无 none");
  }

  private static Report head(AuditHead head) {
    return Report.of("链头 head")
        .put("epoch", "纪元 epoch", head.epoch())
        .put("position", "序号 position", head.position())
        .put("digest", "摘要 digest", head.digest());
  }

  private static String name(AuditHead head) {
    return head.epoch() + ":" + head.position() + ":" + head.digest();
  }

  private static void write(Path folder, Anchor anchor) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Misuse(folder + ": 无法建立目录 the directory cannot be made: name another one", e);
    }
    InputFile.write(
        folder.resolve(String.format(Locale.ROOT, "anchor-%06d.receipt", anchor.position())),
        anchor.receipt());
  }
}
