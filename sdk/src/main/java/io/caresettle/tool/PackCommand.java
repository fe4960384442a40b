package io.caresettle.tool;

import java.time.InstantSource;
import java.util.List;
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

  private static final List<String> COMMANDS =
      List.of("check", "explain", "diff", "compile", "sign", "install", "go-back");

  static CommandLine commandLine(Console console, InstantSource clock, String... args) {
    CommandLine group = new CommandLine(new PackCommand());
    for (String command : Called.of(COMMANDS, args, 1)) {
      group.addSubcommand(command(command, console, clock));
    }
    return group;
  }

  private static Object command(String name, Console console, InstantSource clock) {
    return switch (name) {
      case "check" -> new PackCheck(clock);
      case "explain" -> new PackExplain(clock);
      case "diff" -> new PackDiff();
      case "compile" -> new PackCompile();
      case "sign" -> new PackSign(console, clock);
      case "install" -> new PackInstall();
      default -> new PackGoBack();
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请选择子命令 Which subcommand? Try pack --help.");
  }
}
