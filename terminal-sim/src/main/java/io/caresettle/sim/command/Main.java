package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.console.JarVersion;
import io.caresettle.console.Programs;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.SettlementException;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.sim.demo.DemoCommand;
import io.caresettle.sim.whomay.WhoMayCommand;
import io.caresettle.split.BillRejected;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
      EnrolCommand.class,
      WhoMayCommand.class,
      YearCommand.class,
      ProxyCommand.class,
      NationalCommand.class,
      SimulateCommand.class
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
    return Programs.commandLine(new Main(), Main::exitCode);
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

  /** The version that the jar's manifest carries. */
  static final class Version extends JarVersion {
    Version() {
      super("caresettle", Main.class);
    }
  }
}
