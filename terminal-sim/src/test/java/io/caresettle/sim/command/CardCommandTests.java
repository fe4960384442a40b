package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("card show")
class CardCommandTests {

  @TempDir private Path directory = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aGoodCardShowsItsStepsAndItsHolderMasked() {
    assertEquals(0, run("show", "ceshi-jia", "--date", "2026-11-20"), err::toString);
    String said = out.toString();
    assertTrue(said.contains("CARD  INTERNAL AUTHENTICATION  9000  内部认证"), said);
    assertTrue(said.contains("PSAM  DELIVERY SESSION KEY     9000"), said);
    assertTrue(said.contains("测**"), said);
    assertTrue(said.contains("329**************1"), said);
    for (String secret : new String[] {"测试甲", "198503120011", "A0000001"}) {
      assertFalse(said.contains(secret), secret);
    }
  }

  @Test
  void aCardFileOnDiskIsRead() {
    assertEquals(0, run("show", fileWith("").toString(), "--date", "2026-11-20"), err::toString);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "card-blocked: true, CARD_BLOCKED",
    "application-blocked: true, CARD_BLOCKED",
    "wrong-internal-authentication: true, CARD_NOT_GENUINE",
    "removed-after: 4, CARD_REMOVED",
    "garbled-length-at: 4, GARBLED_ANSWER"
  })
  void aCardThatIsRefusedEndsWithOneAndSaysWhy(String fault, String reason) {
    Path file = fileWith("faults:\n  " + fault + "\n");
    assertEquals(1, run("show", file.toString(), "--date", "2026-11-20"));
    assertTrue(err.toString().contains(reason), err.toString());
  }

  @Test
  void anExpiredCardEndsWithOne() {
    assertEquals(1, run("show", "ceshi-jia", "--date", "2036-01-01"));
    assertTrue(err.toString().contains("CARD_EXPIRED"), err.toString());
  }

  @Test
  void aBrokenCardFileEndsWithTwoAndNamesThePlace() {
    Path file = fileWith("faults:\n  card-bloked: true\n");
    assertEquals(2, run("show", file.toString()));
    assertTrue(err.toString().contains(file + ":27:3: "), err.toString());
    assertTrue(err.toString().contains("card-blocked"), err.toString());
  }

  @Test
  void aFileThatIsNotThereAndAMissingSubcommandEndWithTwo() {
    assertEquals(2, run("show", directory.resolve("nothing.yaml").toString()));
    assertEquals(2, run());
    assertEquals(2, run("show"));
  }

  private int run(String... arguments) {
    return new CommandLine(new CardCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Path fileWith(String more) {
    String resource = "/io/caresettle/sim/card/ceshi-jia.yaml";
    try (InputStream in =
        Objects.requireNonNull(CardCommandTests.class.getResourceAsStream(resource))) {
      Path file = directory.resolve("card.yaml");
      return Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8) + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
