package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.console.JarVersion;
import io.caresettle.console.Programs;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.signed.PackRefused;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.keystore.KeyStoreUnavailable;
import io.caresettle.reading.ReadingFailed;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program behind {@code caresettle-tool.jar}. */
@Command(
    name = "caresettle-tool",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = ScopeType.INHERIT,
    description =
        "医保终端密钥、证书、流水日志、签名文件、政策包与两定接口工具 Keys, certificates, journal, signed documents,"
            + " policy packs and national messages of a counter.",
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:正常 good",
      "1:已执行，但有不符、拒绝或失败 it ran, and found a failure or a refusal",
      "2:输入或用法有误 bad input or usage",
      "4:密钥即将到期，请立即更新 keys end soon: renew them now (keys status)",
      "5:今天没有可用的密钥 no key can be used today (keys status)"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final List<String> GROUPS =
      List.of("keys", "cert", "document", "journal", "pack", "gateway", "national", "sm");

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String... args) {
    int code = commandLine(args).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the command line inside another program, and gives its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine(args).setOut(out).setErr(err).execute(args);
  }

  private static CommandLine commandLine(String... args) {
    return commandLine(Console.OF_THIS_SYSTEM, InstantSource.system(), args);
  }

  /** The command line with what {@code args} call; with all of it where they call nothing known. */
  static CommandLine commandLine(Console console, InstantSource clock, String... args) {
    CommandLine whole = Programs.commandLine(new Main(), Main::exitCode);
    for (String group : Called.of(GROUPS, args, 0)) {
      whole.addSubcommand(group(group, console, clock, args));
    }
    // Last, for these reach the subcommands that are there.
    return Programs.chinese(whole).setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static CommandLine group(
      String name, Console console, InstantSource clock, String... args) {
    return switch (name) {
      case "keys" -> KeysCommand.commandLine(console, clock);
      case "cert" ->
          new CommandLine(new CertCommand())
              .addSubcommand(new CertShow())
              .addSubcommand(new CertCheck(clock));
      case "document" ->
          new CommandLine(new DocumentCommand()).addSubcommand(new DocumentVerify(clock));
      case "journal" ->
          new CommandLine(new JournalCommand())
              .addSubcommand(new JournalShow(console))
              .addSubcommand(new JournalVerify())
              .addSubcommand(new JournalBackup())
              .addSubcommand(new JournalDestroy(console, clock))
              .addSubcommand(new JournalEvidence(console))
              .addSubcommand(new JournalActs(console))
              .addSubcommand(new JournalTakeOver(console));
      case "gateway" -> new CommandLine(new GatewayCommand(clock));
      case "national" -> NationalCommand.commandLine(clock);
      case "pack" -> PackCommand.commandLine(console, clock, args);
      default -> new CommandLine(new SmCommand());
    };
  }

  private static OptionalInt exitCode(Exception problem) {
    if (problem instanceof CertificateRefused refused) {
      return OptionalInt.of(
          refused.kind() == CertificateRefused.Kind.MALFORMED
              ? ExitCode.BAD_INPUT
              : ExitCode.FOUND);
    }
    if (problem instanceof Misuse
        || problem instanceof KeyRejected
        || problem instanceof KeyStoreUnavailable
        || problem instanceof JournalUnavailable
        || problem instanceof RecordUnreadable
        || problem instanceof ReadingFailed
        || problem instanceof MalformedPack) {
      return OptionalInt.of(ExitCode.BAD_INPUT);
    }
    return problem instanceof ProtocolException || problem instanceof PackRefused
        ? OptionalInt.of(ExitCode.FOUND)
        : OptionalInt.empty();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请给出命令 Which command? Try --help.");
  }

  /** The version that the jar's manifest carries. */
  static final class Version extends JarVersion {
    Version() {
      super("caresettle-tool", Main.class);
    }
  }
}
