package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("pack compile, diff, sign, install and go-back: from a text to the rules of a till")
class PackFilesTest {

  @TempDir Path folder;
  private PackDesk desk;

  @BeforeEach
  void open() {
    desk = new PackDesk(folder);
  }

  private Run till(String... arguments) {
    List<String> all = new ArrayList<>(List.of("pack"));
    all.addAll(List.of(arguments));
    all.add("--packs=" + desk.site.file("installed"));
    all.add("--issuer=" + desk.site.file("issuer.txt"));
    return desk.run(all.toArray(String[]::new));
  }

  @Test
  void theSamePackHasTheSameBytesAndTheDigestIsPrinted() throws IOException {
    String file = desk.pack("whole.yaml");
    Run run = desk.run("pack", "compile", file, "--out", desk.site.file("a.pack")).ends(0);
    desk.run("pack", "compile", file, "--out", desk.site.file("b.pack")).ends(0);
    byte[] bytes = Files.readAllBytes(desk.site.path("a.pack"));
    assertArrayEquals(bytes, Files.readAllBytes(desk.site.path("b.pack")));
    assertTrue(run.out().matches("(?s).*digest \\(SHA-256\\): [0-9a-f]{64}\\R.*"), run.out());
    // What is there is not overwritten, and a pack with faults is none.
    desk.run("pack", "compile", file, "--out", desk.site.file("a.pack")).ends(2);
    String bad = desk.pack("bad.yaml", "version: 3", "version: 0");
    Run faults = desk.run("pack", "compile", bad, "--out", desk.site.file("c.pack")).ends(2);
    assertTrue(faults.err().contains(bad + ":5:10: version: found '0'"), faults.err());
    assertFalse(Files.exists(desk.site.path("c.pack")));
  }

  @Test
  void aPackLongerThanAnyCitysIsCompiledAndExplained() {
    String yaml = LargePack.yaml(7);
    assertTrue(yaml.lines().count() > 900, "a long one");
    String file = desk.site.write("large.yaml", yaml);
    desk.run("pack", "compile", file, "--out", desk.site.file("large.pack")).ends(0);
    Run sheet =
        desk.run(
                "pack",
                "explain",
                "test",
                "--pack",
                desk.site.file("large.pack"),
                "--date=2027-08-01")
            .ends(0);
    assertTrue(sheet.out().contains("| 退休 retired | 三级 level 3 | ☐ 超过 "), sheet.out());
  }

  @Test
  void nothingDiffersBetweenAPackAndItself() {
    String file = desk.pack("whole.yaml");
    desk.run("pack", "compile", file, "--out", desk.site.file("a.pack")).ends(0);
    Run run = desk.run("pack", "diff", file, desk.site.file("a.pack")).ends(0);
    assertEquals("0 处不同 differences", run.out().strip());
  }

  @Test
  void differencesAreToldByValueDayAndStep() {
    String one = desk.pack("a.yaml");
    String other =
        desk.pack(
            "b.yaml",
            "version: 3",
            "version: 4",
            "active: 1100000",
            "active: 1200000",
            "method: largest-remainder",
            "method: cumulative");
    String table = desk.run("pack", "diff", one, other).ends(1).out();
    assertTrue(
        table.matches("(?s).*value +band.first +active +2027-01-01 +11,000.00 元 +12,000.00 元\\R.*"),
        table);
    assertTrue(
        table.matches("(?s).*step +allocate +method +largest-remainder +cumulative\\R.*"), table);
    assertTrue(table.contains("3 处不同 differences"), table);
    String json = desk.run("pack", "diff", one, other, "--json").ends(1).out();
    assertTrue(json.contains("\"kind\": \"header\""), json);
    assertTrue(json.contains("\"from\": \"2027-01-01\""), json);
    assertTrue(json.contains("\"after\": \"12,000.00 元\""), json);
  }

  @Test
  void aPackForWhatAnotherTopicServesIsRefusedAndTheOneInForceStays() throws IOException {
    desk.issuer();
    till("install", desk.signed(desk.pack("one.yaml")), "--profile=test").ends(0);
    String other = desk.signed(desk.pack("other.yaml", "topic: whole", "topic: other"));
    Run run = till("install", other, "--profile=test").ends(1);
    assertTrue(run.err().contains("pack go-back test whole"), run.err());
    assertTrue(run.err().contains("test/other"), run.err());
    assertFalse(Files.exists(desk.site.path("installed/test-other.pack")));
    String after =
        desk.signed(
            desk.pack(
                "after.yaml",
                "topic: whole",
                "topic: other",
                "from: 2026-01-01\nto: 2027-12-31",
                "from: 2028-01-01"));
    till("install", after, "--profile=test").ends(0);
  }

  @Test
  void anOrderIsSignedFromItsTextTakenAsAnOrderAndWithdrawn() {
    desk.issuer();
    till("install", desk.signed(desk.pack("one.yaml")), "--profile=test").ends(0);
    desk.pack("order-pack.yaml", "topic: whole", "topic: order-1");
    String text =
        """
        kind: order
        number: 测〔2026〕1号
        names: {zh: 疫情救治先行, en: Treat first}
        replaces: whole
        pack: order-pack.yaml
        """;
    String signed = desk.site.file("order.signed");
    String[] sign = {
      "pack",
      "sign",
      desk.site.write("order.yaml", text),
      "--out=" + signed,
      "--store=" + desk.site.file("issuer.p12"),
      "--password-file=" + desk.site.file("secret")
    };
    assertTrue(desk.run(sign).ends(0).out().contains("测〔2026〕1号"), "the number");
    Run taken = till("install", signed, "--profile=test").ends(0);
    assertTrue(taken.out().contains("取代专题 replaces: whole"), taken.out());
    assertTrue(Files.exists(desk.site.path("installed/test-order-1.order")), "as an order");
    till("go-back", "test", "order-1", "--profile=test").ends(0);
    assertFalse(Files.exists(desk.site.path("installed/test-order-1.order")), "withdrawn");
    sign[2] = desk.site.write("bad.yaml", text.replace("order-pack", "gone").replace("Treat", " "));
    sign[3] = "--out=" + desk.site.file("bad.signed");
    Run bad = desk.run(sign).ends(2);
    assertTrue(bad.err().contains("bad.yaml:5:7: pack: found"), bad.err());
  }

  @Test
  void aSignedPackIsInstalledAndALowerVersionIsRefused() {
    desk.issuer();
    String third = desk.signed(desk.pack("third.yaml"));
    String fourth = desk.signed(desk.pack("fourth.yaml", "version: 3", "version: 4"));
    Run first = till("install", third, "--profile=test").ends(0);
    assertTrue(first.err().contains("*** 测试 TEST ***"), first.err());
    till("install", fourth, "--profile=test").ends(0);
    Run lower = till("install", third, "--profile=test").ends(1);
    assertTrue(lower.err().contains("version 3, where version 4 was here already"), lower.err());
    Run back = till("go-back", "test", "whole", "--profile=test").ends(0);
    assertTrue(back.out().contains("版本 version: 3"), back.out());
    till("go-back", "test", "whole", "--profile=test").ends(2);
    till("go-back", "..", "whole", "--profile=test").ends(2);
  }

  @Test
  void whereNoPacksCanBeKeptIsSaidInAWordAndNothingIsMade() {
    desk.issuer();
    String third = desk.signed(desk.pack("third.yaml"));
    Run back = till("go-back", "test", "whole", "--profile=test").ends(2);
    assertTrue(back.err().contains("installed: 没有此目录 found no directory"), back.err());
    assertFalse(Files.exists(desk.site.path("installed")));
    desk.site.write("installed", "a file");
    Run install = till("install", third, "--profile=test").ends(2);
    assertTrue(install.err().contains("installed: 无法读写 found no directory"), install.err());
    assertFalse(install.err().contains("\tat "), install.err());
  }

  @Test
  void aFileThatIsNoIssuerIsNamed() {
    desk.issuer();
    String third = desk.signed(desk.pack("third.yaml"));
    desk.site.write("issuer.txt", "area: test");
    Run run = till("install", third, "--profile=test");
    assertTrue(run.err().contains("issuer.txt: 不是签发方的公开部分 found no public half"), run.err());
  }

  @Test
  void theYearIsToldAsPacksWriteIt() {
    String one = desk.pack("a.yaml");
    String other = desk.pack("b.yaml", "counts_by: discharge", "counts_by: service");
    String table = desk.run("pack", "diff", one, other).ends(1).out();
    assertTrue(table.matches("(?s).*settlement_year +\\d\\d-\\d\\d discharge .*"), table);
    assertFalse(table.contains("--"), table);
  }

  @Test
  void aTillOfProductionTakesNoTestFiguresAndNoForeignOrAlteredPack() throws IOException {
    desk.issuer();
    String signed = desk.signed(desk.pack("third.yaml"));
    Run unfit = till("install", signed).ends(1);
    assertTrue(unfit.err().contains("large-sum.limit"), unfit.err());
    byte[] altered = Files.readAllBytes(Path.of(signed));
    altered[altered.length - 1] ^= 1;
    Run refused = till("install", desk.site.write("altered", altered), "--profile=test").ends(1);
    assertTrue(refused.err().contains("other content than its issuer signed"), refused.err());
    Files.delete(desk.site.path("issuer.txt"));
    Files.delete(desk.site.path("issuer.p12"));
    desk.issuer();
    Run foreign = till("install", signed, "--profile=test").ends(1);
    assertTrue(foreign.err().contains("not signed by the issuer"), foreign.err());
  }

  @Test
  void anIssuerWhoSignsForProductionIsHeldToIt() {
    desk.issuer();
    String compiled = desk.site.file("a.pack");
    desk.run("pack", "compile", desk.pack("whole.yaml"), "--out", compiled).ends(0);
    String[] sign = {
      "pack",
      "sign",
      compiled,
      "--out=" + desk.site.file("a.signed"),
      "--store=" + desk.site.file("issuer.p12"),
      "--password-file=" + desk.site.file("secret"),
      "--production"
    };
    Run refused = desk.run(sign).ends(1);
    assertTrue(refused.err().contains("large-sum.limit"), refused.err());
    assertFalse(Files.exists(desk.site.path("a.signed")));
    Run unsigned =
        desk.run(
                "pack",
                "sign",
                desk.pack("yaml.yaml"),
                "--out=" + desk.site.file("b.signed"),
                "--store=" + desk.site.file("issuer.p12"),
                "--password-file=" + desk.site.file("secret"))
            .ends(2);
    assertTrue(unsigned.err().contains("Malformed pack"), unsigned.err());
  }

  @Test
  void everyCommandHasHelpInBothLanguagesAndItsExitCodes() {
    for (String command :
        List.of("check", "explain", "diff", "compile", "sign", "install", "go-back")) {
      Run help = desk.run("pack", command, "--help").ends(0);
      assertTrue(help.out().contains("退出码 Exit codes:"), help.out());
      assertTrue(help.out().contains("--json"), help.out());
    }
    desk.run("pack").ends(2);
  }
}
