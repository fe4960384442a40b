package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.evidence.EvidenceArchive;
import io.caresettle.journal.JournalPlace;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.settlement.BillStory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal show}: the whole story of a bill in words. */
@Command(
    name = "show",
    description = "逐条讲述一张单据的经过；终端须先关闭 / tell the whole story of a bill; close the terminal first")
final class JournalShow implements Callable<Integer> {

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

  @Parameters(paramLabel = "BILL", description = "单据号 / the bill's number")
  private String bill = "";

  @Mixin private StoreOptions store;

  @Mixin private JsonOption json = new JsonOption();

  JournalShow(Console console) {
    store = new StoreOptions(console);
  }

  @Override
  public Integer call() {
    InputFile.requireThere(store.path());
    KeySet keys = store.vault().load();
    List<BillStory.Line> story;
    String institution;
    try (EvidenceArchive archive =
        EvidenceArchive.open(journal, JournalEvidence.opening(keys, store.path()))) {
      institution = archive.institutionCode();
      JournalEvidence.requireOwner(keys, institution);
      story = archive.story(bill);
    }
    Report.of("单据经过 story")
        .put("institution", "机构 institution", institution)
        .put("bill", "单据号 bill number", bill)
        .put("records", story.stream().map(JournalShow::line).toList())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }

  private static Report line(BillStory.Line line) {
    return Report.of(Times.china(line.at()) + " " + line.zh() + " / " + line.en())
        .put("record", "序号 record", line.record())
        .put("type", "类型 type", line.what())
        .put("time", "时间 time", line.at().toString())
        .put("messageId", "报文号 message id", line.messageId())
        .put("zh", "经过", line.zh())
        .put("en", "what happened", line.en());
  }
}
