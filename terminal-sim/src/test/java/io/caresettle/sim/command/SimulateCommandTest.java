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

@DisplayName("The command simulate")
class SimulateCommandTest {

  private final StringWriter said = new StringWriter();

  @Test
  @DisplayName("says how many seeds lived and that no promise was broken")
  void livesSeeds() {
    assertEquals(ExitCode.GOOD, simulate("--seeds", "5", "--from", "3", "--threads", "2"));
    assertTrue(said.toString().contains("seeds 5"), said.toString());
  }

  @Test
  @DisplayName("names the seed, the promise and the bill when one was broken")
  void namesTheSeed() {
    assertEquals(ExitCode.FOUND, simulate("--seed", "0", "--defect", "sent-before-durable"));
    assertTrue(said.toString().contains("seed 0 at "), said.toString());
  }

  @Test
  @DisplayName("tells the story of one seed")
  void tellsAStory() {
    assertEquals(ExitCode.GOOD, simulate("--seed", "1", "--story"));
    assertTrue(said.toString().contains("the weather is good from now on"), said.toString());
  }

  @Test
  @DisplayName("knows no story of many seeds, no seeds less than one, and no such defect")
  void badInput() {
    assertEquals(ExitCode.BAD_INPUT, simulate("--story"));
    assertEquals(ExitCode.BAD_INPUT, simulate("--seeds", "0"));
    assertEquals(ExitCode.BAD_INPUT, simulate("--seed", "1", "--defect", "bad-luck"));
  }

  @Test
  @DisplayName("lives in real sessions, and knows no others")
  void sealsMessages() {
    assertEquals(ExitCode.GOOD, simulate("--seed", "1"));
    String stub = said.toString();
    said.getBuffer().setLength(0);
    assertEquals(ExitCode.GOOD, simulate("--seed", "1", "--crypto", "real"));
    assertEquals(stub, said.toString());
    assertEquals(ExitCode.BAD_INPUT, simulate("--seed", "1", "--crypto", "rot13"));
  }

  @Test
  @DisplayName("reads the file of blocks before it lives a seed")
  void readsBlocks(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("blocks.txt");
    assertEquals(ExitCode.BAD_INPUT, simulate("--seeds", "1", "--blocks", file.toString()));
    Files.writeString(file, "block 0..999 beef");
    assertEquals(ExitCode.BAD_INPUT, simulate("--seeds", "1", "--blocks", file.toString()));
    Files.writeString(file, "# nothing yet");
    assertEquals(ExitCode.GOOD, simulate("--seeds", "1", "--blocks", file.toString()));
  }

  @Test
  @DisplayName("lives only a block again that the file knows")
  void knowsItsBlocks(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("blocks.txt");
    Files.writeString(file, "block 7000..7999 " + "0f".repeat(32));
    assertEquals(ExitCode.BAD_INPUT, simulate("--block", "6", "--blocks", file.toString()));
    assertTrue(said.toString().contains("[7]"), said.toString());
  }

  private int simulate(String... words) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    String[] all = new String[words.length + 1];
    all[0] = "simulate";
    System.arraycopy(words, 0, all, 1, words.length);
    return line.execute(all);
  }
}
