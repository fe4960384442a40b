package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.evidence.EvidenceArchive;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.JournalPlace;
import io.caresettle.journal.RestingJournal;
import io.caresettle.journal.Retention;
import io.caresettle.protocol.keystore.KeySet;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journal destroy}: the end of what a journal says of people, when its time is over. */
@Command(
    name = "destroy",
    description =
        "销毁到期日期的数据密钥，正文从此不可读，单号、金额、摘要保留；不可恢复 / destroy the data keys of days that are"
            + " over: nobody reads their bodies again, numbers, amounts and digests stay")
final class JournalDestroy implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      converter = PlaceOption.class,
      names = "--journal",
      required = true,
      paramLabel = "PLACE",
      description =
          "流水日志文件或 jdbc:postgresql: 地址；终端须先关闭 / the journal's file or database; close its"
              + " terminals first")
  private JournalPlace journal = JournalPlace.named("");

  @Option(
      converter = DayOption.class,
      names = "--before",
      required = true,
      paramLabel = "YYYY-MM-DD",
      description = "此日之前（不含，北京时间）/ all days in China before this one")
  private LocalDate before = LocalDate.MIN;

  @Mixin private StoreOptions store;

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  JournalDestroy(Console console, InstantSource clock) {
    this.clock = clock;
    store = new StoreOptions(console);
  }

  @Override
  public Integer call() {
    InputFile.requireThere(store.path());
    KeySet keys = store.vault().load();
    JournalKeys opening = JournalEvidence.opening(keys, store.path());
    try (RestingJournal resting = RestingJournal.open(journal, opening)) {
      JournalEvidence.requireOwner(keys, resting.institutionCode());
    }
    Retention.Destroyed destroyed =
        Retention.destroy(
            journal, opening, before, Times.day(clock.instant()), EvidenceArchive::clearNote);
    Report.of("已销毁 destroyed")
        .put("journal", "流水日志 journal", journal.toString())
        .put("count", "天数 days", destroyed.days().size())
        .put(
            "days",
            "日期 days",
            destroyed.days().stream().map(LocalDate::toString).collect(Collectors.joining(", ")))
        .put("records", "留存明文摘要的记录数 records noted in clear", destroyed.records())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
