package io.caresettle.tool;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keys}: the keys of a party, from the first request to the last withdrawal. */
@Command(
    name = "keys",
    description = "生成、申请、安装、停用和检查密钥 / make, certify, withdraw and watch over keys")
final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(Console console, InstantSource clock) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysNew(console))
        .addSubcommand(new KeysList(console, clock))
        .addSubcommand(new KeysRequest(console))
        .addSubcommand(new KeysInstall(console, clock))
        .addSubcommand(new KeysWithdraw(console, clock))
        .addSubcommand(new KeysPassword(console))
        .addSubcommand(new KeysStatus(console, clock))
        .addSubcommand(new KeysEnrol(console, clock))
        .addSubcommand(
            new CommandLine(new KeysRecovery()).addSubcommand(new KeysRecovery.New(console)));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请选择子命令 Which subcommand? Try keys --help.");
  }
}
