package io.caresettle.tool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journal}: a terminal's journal while no terminal has it open. */
@Command(
    name = "journal",
    description =
        "终端流水日志：单据经过、核验审计链、导出证据、操作记录、备份、销毁到期密钥、密钥丢失后接管"
            + " / a terminal's journal: a bill's story, whether it is whole, its evidence, who did"
            + " what, a copy, the end of its days, and a lost key")
final class JournalCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "请选择子命令 / choose show, verify, evidence, acts, backup, destroy or take-over");
  }
}
