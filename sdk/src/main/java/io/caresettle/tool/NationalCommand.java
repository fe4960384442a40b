package io.caresettle.tool;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code national}: messages of the national interface, checked off-line and called by hand. */
@Command(
    name = "national",
    description =
        "全国医保两定接口：交易清单、离线检查报文、手工调用 / the national interface: what is known, messages"
            + " checked off-line, transactions called by hand")
final class NationalCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(InstantSource clock) {
    return new CommandLine(new NationalCommand())
        .addSubcommand(new NationalList())
        .addSubcommand(new NationalLint())
        .addSubcommand(new NationalCall(clock));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "请选择子命令 Which subcommand? Try national --help.");
  }
}
