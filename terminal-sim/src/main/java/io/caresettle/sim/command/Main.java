package io.caresettle.sim.command;

import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.SettlementException;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.sim.demo.DemoCommand;
import io.caresettle.split.BillRejected;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code caresettle.jar}. */
@Command(
    name = "caresettle",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "医保结算模拟器 A medical-insurance centre, a counter, a phone and cards on your laptop.",
    subcommands = {
      DemoCommand.class,
      CentreCommand.class,
      SplitCommand.class,
      CodeCommand.class,
      CardCommand.class,
      EnrolCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command line and ends the process with its exit code, unless that is 0. */
  public static void main(String... args) {
    int code = run(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the command line in this process; returns the exit code. */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setOut(writer(System.out))
        .setErr(writer(System.err))
        .setExecutionExceptionHandler(
            (problem, line, parsed) -> {
              OptionalInt code = exitCode(problem);
              if (code.isEmpty()) {
                throw problem;
              }
              line.getErr().println(problem.getMessage());
              return code.getAsInt();
            });
  }

  /** For what users can mend or must know; anything else is a fault of ours and shows its trace. */
  private static OptionalInt exitCode(Exception problem) {
    if (problem instanceof CentreUnreachable) {
      return OptionalInt.of(ExitCode.UNREACHABLE);
    }
    if (problem instanceof Misuse
        || problem instanceof ReadingFailed
        || problem instanceof BillRejected) {
      return OptionalInt.of(ExitCode.BAD_INPUT);
    }
    return problem instanceof SettlementException
            || problem instanceof NoRuleInForce
            || problem instanceof RulesConflict
        ? OptionalInt.of(ExitCode.FOUND)
        : OptionalInt.empty();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请给出命令 Which command? Try --help.");
  }

  /**
   * With an ASCII locale the JDK would print every Chinese character as a question mark, and a
   * terminal that calls itself ASCII shows UTF-8 better than that. Any other charset is the
   * console's own choice.
   */
  private static Charset charset() {
    String encoding =
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    Charset console = Charset.forName(encoding);
    return console.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : console;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, charset()), true);
  }

  /** The version that the jar's manifest carries. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"caresettle " + (version == null ? "(not packaged)" : version)};
    }
  }
}
