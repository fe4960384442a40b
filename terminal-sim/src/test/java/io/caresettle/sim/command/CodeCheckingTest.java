package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.phone.damage.DamagedPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("Pictures of a directory, checked by a table")
class CodeCheckingTest {

  private static final String DIGITS = new DamagedPictures(5).picture(2 + 3 * 10).text();

  @TempDir Path folder;
  private Path table;

  private record Run(int exit, String out, String err) {

    String lastLine() {
      return out.strip().substring(out.strip().lastIndexOf('\n') + 1).strip();
    }
  }

  @BeforeEach
  void pictures() throws IOException {
    BufferedImage bars = new DamagedPictures(5).picture(2 + 3 * 14).picture();
    assertTrue(ImageIO.write(bars, "png", folder.resolve("bars.png").toFile()));
    BufferedImage paper = new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB);
    assertTrue(ImageIO.write(paper, "png", folder.resolve("paper.png").toFile()));
    table = folder.resolve("table.tsv");
  }

  private static String barsText() {
    return new DamagedPictures(5).picture(2 + 3 * 14).text();
  }

  @Test
  void whatIsReadAsExpectedPasses() throws IOException {
    Files.writeString(table, "# a comment\n\nbars.png\tanything\t " + barsText() + "\\r\\n \r\n");
    Run run = code("read", folder.toString(), "--expect", table.toString());
    assertEquals("1 passed, 0 failed, 0 wrong", run.lastLine());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("CODE_128"));
  }

  @Test
  void aWrongTextCountsAsWrongOnlyAndAPictureWithoutACodeAsFailed() throws IOException {
    Files.writeString(table, "bars.png\t" + DIGITS + "\npaper.png\tx\n");
    Run run = code("read", folder.toString(), "--expect", table.toString(), "--budget", "500");
    assertEquals("0 passed, 1 failed, 1 wrong", run.lastLine());
    assertEquals(1, run.exit());
  }

  @Test
  void onePictureCanBeCheckedAlone() throws IOException {
    Files.writeString(table, "bars.png\t" + barsText() + "\n");
    String picture = folder.resolve("bars.png").toString();
    Run run = code("read", picture, "--expect", table.toString());
    assertEquals("1 passed, 0 failed, 0 wrong", run.lastLine());
    assertEquals(0, run.exit());
    Run other = code("read", folder.resolve("paper.png").toString(), "--expect", table.toString());
    assertEquals(2, other.exit());
    assertTrue(other.err().contains("paper.png"));
  }

  @Test
  void aDirectoryWithoutATableIsListedWithItsTexts() {
    Run run = code("read", folder.toString(), "--budget", "500");
    assertEquals("1 passed, 1 failed, 0 wrong", run.lastLine());
    assertEquals(1, run.exit());
    assertTrue(run.out().contains(barsText()));
  }

  @Test
  void aSinglePictureOfANationalCodeIsLeftToTheCentre() {
    Run run = code("read", folder.resolve("bars.png").toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("only the centre can judge it"));
    assertEquals("1 passed, 0 failed, 0 wrong", run.lastLine());
  }

  @ParameterizedTest
  @CsvSource({
    "'bars.png text', 1:14",
    "'# c\nbars.png\t', 2:10",
    "'\ttext', 1:1",
    "'a.png\tx\na.png\ty', 2:1",
    "'a\0b.png\tx', 1:2",
    "'# nothing', 1:1"
  })
  void aBadTableIsToldByLineAndColumn(String content, String where) throws IOException {
    Files.writeString(table, content);
    Run run = code("read", folder.toString(), "--expect", table.toString());
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("table.tsv:" + where + " "), run.err());
  }

  @Test
  void bytesThatAreNoTextAreToldByLineAndColumn() throws IOException {
    Files.write(table, new byte[] {'a', '\t', 'x', '\n', 'b', (byte) 0xFF});
    Run run = code("read", folder.toString(), "--expect", table.toString());
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("table.tsv:2:2 "), run.err());
  }

  @Test
  void filesThatAreMissingAreNamedAndCountAsFailed() throws IOException {
    Files.writeString(table, "gone.png\tx\nbars.png\t" + barsText() + "\nlost.png\ty\n");
    Run run = code("read", folder.toString(), "--expect", table.toString());
    assertEquals("1 passed, 2 failed, 0 wrong", run.lastLine());
    assertEquals(1, run.exit());
    assertTrue(run.out().contains("gone.png") && run.out().contains("lost.png"), run.out());
    assertTrue(run.out().contains("1 张图片不在对照表中"), "paper.png has no row: " + run.out());
    assertEquals(2, code("read", folder.toString(), "--expect", folder + "/no.tsv").exit());
    assertEquals(2, code("read", folder + "/no", "--expect", table.toString()).exit());
    assertEquals(2, code("read", folder.toString(), "--budget", "-1").exit());
  }

  @Test
  void aSinglePictureCountsAsAmongOthers() throws IOException {
    Run paper = code("read", folder.resolve("paper.png").toString());
    assertEquals("0 passed, 1 failed, 0 wrong", paper.lastLine());
    assertEquals(1, paper.exit());
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
    Run none = code("read", text.toString());
    assertEquals("0 passed, 1 failed, 0 wrong", none.lastLine());
    assertEquals(1, none.exit());
    assertEquals(2, code("read", folder.resolve("missing.png").toString()).exit());
    assertEquals(2, code("read", "").exit());
  }

  @Test
  void whatDamageWritesReadChecks() {
    Path out = folder.resolve("damaged");
    Run made = code("damage", "--seed", "5", "--count", "3", "--out", out.toString());
    assertEquals(0, made.exit(), made.err());
    Run run = code("read", out.toString(), "--expect", out.resolve("expected.tsv").toString());
    assertTrue(run.lastLine().endsWith(", 0 wrong"), run.out());
    assertEquals(2, code("damage", "--seed", "5", "--count", "0", "--out", out + "").exit());
  }

  @Test
  void aCodeCannotMoveTheCursor() {
    assertEquals("a\\u001b[2J\\r\\n\u6d4b", CodeChecking.visible("a\u001b[2J\r\n\u6d4b"));
  }

  private static Run code(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new CodeCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exit, out.toString(), err.toString());
  }
}
