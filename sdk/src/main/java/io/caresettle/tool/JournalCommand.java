package io.caresettle.tool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journal}: a terminal's journal while no terminal has it open. */
@Command(
    name = "journal",
    description = "终端流水日志：导出证据、密钥丢失后接管 / a terminal's journal: its evidence, and a lost key")
final class JournalCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "请选择子命令 evidence 或 take-over / choose evidence or take-over");
  }
}
