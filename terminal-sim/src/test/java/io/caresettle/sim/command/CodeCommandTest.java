package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CodeCommandTest {

  private static final String ISSUED = "2026-11-20T01:00:00Z";

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  @Test
  void whatIsIssuedIsReadFromThePicture() {
    Path picture = folder.resolve("code.png");
    Run issue = code("issue", "--person", "P0000001", "--out", picture.toString(), "--at", ISSUED);
    assertEquals(0, issue.exit(), issue.err());
    assertTrue(issue.out().contains("医保测试码已生成"));
    assertTrue(issue.out().contains("2026-11-20 09:01:00"));
    Run read = code("read", picture.toString(), "--at", "2026-11-20T01:00:59Z");
    assertEquals(0, read.exit(), read.err());
    assertTrue(read.out().contains("valid"));
  }

  @Test
  void darkModeAndALongerLifeWorkToo() {
    Path picture = folder.resolve("dark.png");
    Run issue =
        code(
            "issue",
            "--person=P0000002",
            "--out=" + picture,
            "--dark",
            "--valid-seconds=300",
            "--at=" + ISSUED);
    assertEquals(0, issue.exit(), issue.err());
    assertEquals(0, code("read", picture.toString(), "--at=2026-11-20T01:04:59Z").exit());
    Run late = code("read", picture.toString(), "--at=2026-11-20T01:05:00Z");
    assertTrue(late.err().contains("CODE_EXPIRED"), late.err());
    assertTrue(late.out().strip().endsWith("1 passed, 0 failed, 0 wrong"), late.out());
  }

  @Test
  void theTextThatIssuePrintsCanBeReadAlone() {
    String text = issuedText();
    assertEquals(0, code("read", text, "--at", ISSUED).exit());
    Run forged = code("read", text.replace("CSTEST1.A", "CSTEST1.B"), "--at", ISSUED);
    assertEquals(1, forged.exit());
    Run late = code("read", text, "--at", "2026-11-20T01:01:00Z");
    assertEquals(1, late.exit());
    assertTrue(late.err().contains("CODE_EXPIRED"));
    assertTrue(late.err().contains("过期"));
    Run early = code("read", text, "--at", "2026-11-20T00:59:59Z");
    assertEquals(1, early.exit());
    assertTrue(early.err().contains("CODE_NOT_YET_VALID"));
  }

  private String issuedText() {
    String out =
        code("issue", "--person=P0000001", "--out=" + folder.resolve("x.png"), "--at=" + ISSUED)
            .out();
    return out.substring(out.indexOf("CSTEST1.")).strip();
  }

  @Test
  void aCodeLikeTheNationalOneIsIssuedInEveryFormAndNoTerminalCanReadIt() {
    for (String form : new String[] {"--national", "--national=36", "--national=token"}) {
      Run issue = code("issue", "--person=P0000001", "--at=" + ISSUED, form);
      assertEquals(0, issue.exit(), issue.err());
      assertTrue(issue.out().contains("2026-11-20 09:01:00"), issue.out());
      String text = issue.out().substring(issue.out().lastIndexOf(' ')).strip();
      int length = form.equals("--national") ? 28 : form.endsWith("36") ? 36 : 40;
      assertTrue(text.matches("[0-9A-F]{" + length + "}"), form + ": " + text.length());
      // Of the usual form it may be one, and only the centre can say; of another it is none here.
      assertEquals(length == 28 ? 0 : 1, code("read", text, "--at", ISSUED).exit());
    }
    Path picture = folder.resolve("national.png");
    assertEquals(0, code("issue", "--person=P0000001", "--national", "--out=" + picture).exit());
    assertTrue(Files.exists(picture));
    assertEquals(2, code("issue", "--person=P0000001", "--national=40").exit());
    assertEquals(2, code("issue", "--person=P0000001", "--national=many").exit());
    assertEquals(2, code("issue", "--person=P0000001").exit());
  }

  @Test
  void withoutATimeNoDatesAreJudged() {
    Run read = code("read", issuedText());
    assertEquals(0, read.exit(), read.err());
    assertTrue(read.out().contains("its dates were not judged"), read.out());
  }

  @Test
  void aPictureWithoutACodeFailsAndAForeignTextIsRefused() throws IOException {
    Path empty = folder.resolve("empty.png");
    ImageIO.write(new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB), "png", empty.toFile());
    Run nothing = code("read", empty.toString());
    assertEquals(1, nothing.exit());
    assertTrue(nothing.out().contains("没有码 no code"), nothing.out());
    Run foreign = code("read", "https://example.invalid/");
    assertEquals(1, foreign.exit());
    assertTrue(foreign.err().contains("NOT_AN_INSURANCE_CODE"));
  }

  @Test
  void whoAsksForNonsenseIsToldHow() {
    String out = "--out=" + folder.resolve("never.png");
    assertEquals(2, code().exit());
    assertEquals(2, code("issue", out).exit());
    assertEquals(2, code("issue", "--person=P0000001", out, "--valid-seconds=0").exit());
    assertEquals(2, code("issue", "--person=P0000001", out, "--at=yesterday").exit());
    assertEquals(2, code("issue", "--person=P0000001", out, "--at=1890-01-01T00:00:00Z").exit());
    String late = "--at=2100-01-01T00:00:00Z";
    assertEquals(
        2, code("issue", "--person=P0000001", out, late, "--valid-seconds=2147483647").exit());
    assertEquals(2, code("issue", "--person=P0000001", "--out=" + folder + "/no/x.png").exit());
    assertEquals(2, code("read").exit());
    Run identityNumber = code("issue", "--person=329900198503120011", out);
    assertEquals(2, identityNumber.exit());
    assertTrue(identityNumber.err().contains("身份证号"));
    assertFalse(identityNumber.err().contains("329900198503120011"));
    assertFalse(Files.exists(folder.resolve("never.png")));
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
