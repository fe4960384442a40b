package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("in a terminal that calls itself ASCII, each command still writes Chinese")
class AsciiTerminalTest {

  private static String said(int expected, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().put("LC_ALL", "C");
    Process running = program.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(expected, running.waitFor(), said);
    return said;
  }

  @Test
  void theHelpOfASubcommandIsReadable() throws IOException, InterruptedException {
    String help = said(0, "keys", "list", "--help");
    assertTrue(help.contains("密钥"), help);
  }

  @Test
  void theProblemOfASubcommandIsReadable() throws IOException, InterruptedException {
    String problem = said(2, "cert", "show", "nowhere.pem");
    assertTrue(problem.contains("无法读取"), problem);
  }
}
