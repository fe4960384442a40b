package io.caresettle.tool;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pack}: policy packs, from the author's text to the signed file of a till. */
@Command(
    name = "pack",
    description =
        "检查、核对、比较、编译、签发、安装政策包 / check, explain, compare, compile, sign and"
            + " install policy packs")
final class PackCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(Console console, InstantSource clock) {
    return new CommandLine(new PackCommand())
        .addSubcommand(new PackCheck())
        .addSubcommand(new PackExplain(clock))
        .addSubcommand(new PackDiff())
        .addSubcommand(new PackCompile())
        .addSubcommand(new PackSign(console, clock))
        .addSubcommand(new PackInstall())
        .addSubcommand(new PackGoBack());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请选择子命令 Which subcommand? Try pack --help.");
  }
}
