package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.journal.Backup;
import io.caresettle.journal.Verification;
import io.caresettle.problem.Misuse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journal backup}: a copy of a journal, also while its terminal settles. */
@Command(
    name = "backup",
    description =
        "备份流水日志，终端不必关闭；副本不得直接当作终端使用 / copy a journal while its terminal goes on; the centre"
            + " treats a terminal on the copy as a copy")
final class JournalBackup implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--journal",
      required = true,
      paramLabel = "FILE",
      description = "流水日志文件 / the journal's file")
  private String journal = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "副本，须不存在 / where the copy goes; it must not be there yet")
  private Path copy = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    if (journal.startsWith("jdbc:") || journal.startsWith("postgres")) {
      throw new Misuse(
          "PostgreSQL 中的流水日志请用 pg_dump 备份 / a journal in PostgreSQL is copied by pg_dump, which"
              + " takes it as it stands at one moment");
    }
    Verification found = Backup.make(Path.of(journal), copy);
    Report.of("已备份 copied")
        .put("copy", "副本 copy", copy.toString())
        .put("links", "已核验条数 links looked at", found.links())
        .put("holds", "完整 holds", found.holds())
        .put("fault", "问题 fault", found.fault().map(Object::toString).orElse(""))
        .print(spec.commandLine().getOut(), json.wanted());
    return found.holds() ? ExitCode.GOOD : ExitCode.FOUND;
  }
}
