package io.caresettle.console;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine;

/** Makes command lines that write Chinese and end with an {@link ExitCode}. */
public final class Programs {

  private Programs() {}

  /**
   * The command line of {@code main} and of the subcommands that its annotations name.
   *
   * <p>Subcommands that are added later write through {@link #chinese} only if that is called after
   * them.
   *
   * @param exitCodes what a problem ends the program with, where users can mend it or must know it:
   *     its message is printed. Anything else is a fault of ours and shows its trace.
   */
  public static CommandLine commandLine(Object main, Function<Exception, OptionalInt> exitCodes) {
    return chinese(new CommandLine(main))
        .setExecutionExceptionHandler(
            (problem, line, parsed) -> {
              OptionalInt code = exitCodes.apply(problem);
              if (code.isEmpty()) {
                throw problem;
              }
              line.getErr().println(problem.getMessage());
              return code.getAsInt();
            });
  }

  /** Lets {@code line}, and each subcommand that it has by now, write Chinese. */
  public static CommandLine chinese(CommandLine line) {
    return line.setOut(writer(System.out)).setErr(writer(System.err));
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
}
