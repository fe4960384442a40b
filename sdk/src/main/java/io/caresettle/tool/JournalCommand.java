package io.caresettle.tool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journal}: a terminal's journal while no terminal has it open. */
@Command(
    name = "journal",
    description =
        "终端流水日志：核验审计链、导出证据、列出操作记录、密钥丢失后接管 / a terminal's journal: whether it is whole, its evidence, who did what, and a lost key")
final class JournalCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "请选择子命令 verify、evidence、acts 或 take-over / choose verify, evidence, acts or take-over");
  }
}
