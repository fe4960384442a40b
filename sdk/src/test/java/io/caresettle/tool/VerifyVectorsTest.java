package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("sm verify-vectors: nothing is passed over")
class VerifyVectorsTest {

  private static final Path KEPT = Path.of("..", "protocol", "src", "test", "resources", "vectors");
  private static final String DIGEST =
      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() throws IOException {
    site = new Site(Files.createDirectory(folder.resolve("site")), TrustProfile.PRODUCTION);
  }

  private Run verify() {
    return site.run("sm", "verify-vectors", folder.toString());
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String digests(int number, String... tests) {
    return "{\"algorithm\": \"sm3\", \"note\": null, \"numberOfTests\": "
        + number
        + ", \"tests\": ["
        + String.join(", ", tests)
        + "]}";
  }

  private static String digest(String message, String digest) {
    return "{\"tcId\": 5, \"flags\": [\"x\"], \"msg\": \""
        + message
        + "\", \"digest\": \""
        + digest
        + "\"}";
  }

  @Test
  void allKnownAnswersOfOthersAreOurs() {
    Run run = site.run("sm", "verify-vectors", KEPT.resolve("sm").toString()).ends(0);
    assertTrue(run.out().endsWith("152 passed, 0 failed\n"), run.out());
  }

  @Test
  void aWrongAnswerIsNamedAndCounted() throws IOException {
    file("sm3.json", digests(2, digest("616263", DIGEST), digest("616264", DIGEST)));
    Run run = verify().ends(1);
    assertTrue(run.out().endsWith("1 passed, 1 failed\n"), run.out());
    assertTrue(run.out().contains("sm3.json"), run.out());
    assertTrue(run.out().contains("test 5"), run.out());
    Run json = site.run("sm", "verify-vectors", folder.toString(), "--json").ends(1);
    assertTrue(json.out().contains("\"passed\": 1,\n  \"failed\": 1"), json.out());
  }

  @Test
  void whatIsMarkedInvalidAndAcceptedFails() throws IOException {
    String invalid = digest("616263", DIGEST).replace("}", ", \"result\": \"invalid\"}");
    file("sm3.json", digests(1, invalid));
    assertTrue(verify().ends(1).out().endsWith("0 passed, 1 failed\n"));
  }

  @Test
  void aFileThatCannotBeUnderstoodFails() throws IOException {
    String good = digest("616263", DIGEST);
    assertFailed("{\"algorithm\": \"sm3\", ");
    assertFailed("");
    assertFailed("[]");
    assertFailed("{\"algorithm\": \"sm3\", \"tests\": [" + good + "]}");
    assertFailed("{\"numberOfTests\": 1, \"tests\": [" + good + "]}");
    assertFailed(digests(1, "7"));
    assertFailed(digests(1, good.replace("\"msg\"", "\"digest\"")));
    assertFailed(digests(0));
    assertFailed(digests(1, good).replace("sm3", "sm9"));
    assertFailed(digests(1, good.replace("\"msg\"", "\"message\"")));
  }

  private void assertFailed(String text) throws IOException {
    file("x.json", text);
    Run run = verify().ends(1);
    assertTrue(run.out().endsWith("0 passed, 1 failed\n"), text + run.out());
    assertTrue(run.out().contains("x.json"), run.out());
  }

  @Test
  void testsThatAreMissingAreMissed() throws IOException {
    file("sm3.json", digests(2, digest("616263", DIGEST)));
    Run run = verify().ends(1);
    assertTrue(run.out().endsWith("1 passed, 1 failed\n"), run.out());
    assertTrue(run.out().contains("numberOfTests"), run.out());
  }

  @Test
  void compactFilesAndFilesBelowCountToo() throws IOException {
    Files.createDirectory(folder.resolve("below"));
    file(
        "below/compact.json",
        digests(1, digest("616263", DIGEST)).replace(": ", ":").replace(", ", ","));
    file("tabs.json", digests(1, digest("616263", DIGEST)).replace(", ", ",\n\t"));
    file("readme.md", "no vectors");
    assertEquals(0, verify().exit(), verify().out());
  }

  @Test
  void aDirectoryWithoutVectorsIsBadInput() {
    Run empty = verify().ends(2);
    assertTrue(empty.err().contains(folder.toString()), empty.err());
    site.run("sm", "verify-vectors", folder.resolve("nowhere").toString()).ends(2);
  }

  @Test
  void aFileWithoutEndIsAFailureThatIsNamed() throws IOException {
    try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("x.json").toFile(), "rw")) {
      huge.setLength(3L << 30);
    }
    Run run = verify().ends(1);
    assertTrue(run.out().contains("more than 16 MiB"), run.out());
    assertTrue(run.out().endsWith("0 passed, 1 failed\n"), run.out());
  }
}
