package io.caresettle.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.command.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the two READMEs show is what there is: their Java, their output, their bill, their commands.
 */
@Timeout(120)
class ReadmeTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  @DisplayName("the Java in the README stands in the sample, line by line")
  void theJavaIsTheSample(String readme) throws IOException {
    String sample =
        Files.readString(Path.of("src/main/java/io/caresettle/samples/PharmacyPurchaseByCode.java"))
            .replace("\n      ", "\n");
    List<String> shown = block(readme, "java");
    assertTrue(shown.size() >= 20 && shown.size() <= 25, "lines of Java: " + shown.size());
    assertTrue(sample.contains(String.join("\n", shown)), "not in the sample as it stands");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  @DisplayName("every line of output in the README is printed by the demo")
  void theOutputIsTheDemos(String readme) throws IOException {
    Set<String> printed = new HashSet<>(Output.of(() -> assertEquals(0, Main.run("demo"))));
    for (String line : block(readme, "text")) {
      assertTrue(line.isBlank() || line.strip().equals("…") || printed.contains(line), line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  @DisplayName("the bill in the README settles, and the commands beside it work")
  void theCommandsWork(String readme) throws IOException {
    Path bill = folder.resolve("my-bill.yaml");
    Files.write(bill, block(readme, "yaml"));
    List<String> commands = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("..", readme))) {
      if (line.startsWith("java -jar terminal-sim/target/caresettle.jar ")) {
        commands.add(line.substring("java -jar terminal-sim/target/caresettle.jar ".length()));
      }
    }
    assertEquals(9, commands.size());
    for (String command : commands) {
      String[] words =
          Arrays.stream(command.split(" "))
              .map(w -> w.equals("my-bill.yaml") ? bill.toString() : w)
              .map(w -> w.equals("phone.png") ? folder.resolve(w).toString() : w)
              .map(w -> w.startsWith("terminal-sim/") ? "../" + w : w)
              .toArray(String[]::new);
      List<String> said = Output.of(() -> assertEquals(0, Main.run(words), command));
      assertFalse(said.isEmpty(), command);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  @DisplayName("every line of who-may in the README is printed by the command above it")
  void whoMayPrintsIt(String readme) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", readme));
    String tool = "java -jar terminal-sim/target/caresettle.jar who-may ";
    int command =
        lines.indexOf(lines.stream().filter(l -> l.startsWith(tool)).findFirst().orElseThrow());
    String[] words = lines.get(command).substring(tool.indexOf("who-may")).split(" ");
    Set<String> printed = new HashSet<>(Output.of(() -> assertEquals(0, Main.run(words))));
    List<String> after = lines.subList(command, lines.size());
    List<String> shown = after.subList(after.indexOf("```text") + 1, after.size());
    shown = shown.subList(0, shown.indexOf("```"));
    assertTrue(shown.size() > 5, "lines of output: " + shown.size());
    for (String line : shown) {
      assertTrue(line.isBlank() || line.strip().equals("…") || printed.contains(line), line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  @DisplayName("the tool's commands in the README work")
  void theToolsCommandsWork(String readme) throws IOException {
    String tool = "java -jar sdk/target/caresettle-tool.jar ";
    List<String> commands =
        Files.readAllLines(Path.of("..", readme)).stream()
            .filter(line -> line.startsWith(tool))
            .map(line -> line.substring(tool.length()))
            .toList();
    assertEquals(7, commands.size());
    for (String command : commands) {
      String[] words =
          Arrays.stream(command.split(" "))
              .map(w -> w.matches("(protocol|sdk|terminal-sim)/.*") ? "../" + w : w)
              .toArray(String[]::new);
      // Ends the process unless all is well, and a test that ends so fails.
      assertFalse(Output.of(() -> io.caresettle.tool.Main.main(words)).isEmpty(), command);
    }
  }

  /** The first block of this language. */
  private static List<String> block(String readme, String language) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", readme));
    int start = lines.indexOf("```" + language) + 1;
    assertTrue(start > 0, "no block of " + language);
    return lines.subList(start, start + lines.subList(start, lines.size()).indexOf("```"));
  }
}
