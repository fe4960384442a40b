package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.Misuse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@DisplayName("The exit code says whose turn it is, and the message has no stack trace")
@Timeout(180)
class ExitCodeTest {

  @Command(name = "fails")
  private record Fails(RuntimeException problem) implements Callable<Integer> {
    @Override
    public Integer call() {
      throw problem;
    }
  }

  @Test
  void threeWhereTheCentreIsNotThereTwoForBadInputOneForARefusal() {
    assertTold(3, new CentreUnreachable("nobody answers"));
    assertTold(2, new Misuse("ask otherwise"));
    assertTold(1, new CredentialRefused(Reason.CARD_BLOCKED));
  }

  private static void assertTold(int exit, RuntimeException problem) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine().addSubcommand(new Fails(problem));
    assertEquals(exit, line.setErr(new PrintWriter(err, true)).execute("fails"));
    assertEquals(problem.getMessage() + "\n", err.toString());
  }

  @Test
  void aFaultOfOursIsNotMadeAMessage() {
    CommandLine line =
        Main.commandLine().addSubcommand(new Fails(new IllegalStateException("bug")));
    StringWriter err = new StringWriter();
    assertEquals(1, line.setErr(new PrintWriter(err, true)).execute("fails"));
    assertTrue(err.toString().contains("\tat "), err.toString());
  }
}
