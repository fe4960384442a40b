package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("The command year")
class YearCommandTest {

  @TempDir Path folder;

  private final StringWriter said = new StringWriter();

  @Test
  @DisplayName("writes the page, and says the figures as JSON where they are asked for")
  void writesThePage() throws IOException {
    Path page = folder.resolve("year.html");
    assertEquals(
        ExitCode.GOOD, year("--area", "test", "--persons", "10", "--report", page, "--json"));
    assertTrue(Files.readString(page).contains("TEST FIGURES"));
    assertTrue(said.toString().contains("\"persons\": 10"), said.toString());
  }

  @Test
  @DisplayName("knows no area without packs, and no year without people")
  void badInput() {
    Path page = folder.resolve("year.html");
    assertEquals(ExitCode.BAD_INPUT, year("--area", "999999", "--report", page));
    assertEquals(ExitCode.BAD_INPUT, year("--area", "test", "--persons", "0", "--report", page));
    assertTrue(Files.notExists(page));
  }

  private int year(Object... words) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    String[] all = new String[words.length + 1];
    all[0] = "year";
    for (int i = 0; i < words.length; i++) {
      all[i + 1] = words[i].toString();
    }
    return line.execute(all);
  }
}
