package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("pack check: every fault of every pack at once, and what was read")
class PackCheckTest {

  @TempDir Path folder;
  private PackDesk desk;

  @BeforeEach
  void open() {
    desk = new PackDesk(folder);
  }

  @Test
  void aGoodPackPassesAndShowsWhatWasReadOfIt() {
    Run run = desk.run("pack", "check", desk.pack("whole.yaml")).ends(0);
    assertTrue(run.out().contains("日期 days: 2026-01-01 – 2027-12-31"), run.out());
    assertTrue(run.out().contains("变动日 changes: 2026-01-01, 2027-01-01"), run.out());
    assertTrue(run.out().contains("未公布 unknown: 1: pool-limit"), run.out());
    assertTrue(run.out().contains("已裁定矛盾 decided: 1: rate.first"), run.out());
    assertTrue(run.out().endsWith("1 passed, 0 failed" + System.lineSeparator()), run.out());
    assertEquals("", run.err());
  }

  @Test
  void allFaultsComeAtOnceEachWithItsPlaceWhatIsThereAndWhatShouldBe() {
    String file =
        desk.pack(
            "bad.yaml",
            "counts_by: discharge",
            "counts_by: discharged",
            "unit: ratio",
            "unit: rato");
    Run run = desk.run("pack", "check", file).ends(1);
    assertTrue(
        run.err()
            .contains(
                file
                    + ":10:47: settlement_year.counts_by: found 'discharged', expected one of"
                    + " service, discharge; perhaps 'discharge'"),
        run.err());
    assertTrue(run.err().contains("values.rate.second.unit: found 'rato'"), run.err());
    assertTrue(run.err().contains("values.rate.third.unit: found 'rato'"), run.err());
    assertTrue(run.out().contains("0 passed, 1 failed"), run.out());
  }

  @Test
  void articlesThatContradictEachOtherAreAFaultThatNamesBoth() {
    Run run =
        desk.run(
                "pack",
                "check",
                desk.pack(
                    "torn.yaml",
                    "        decision: {chosen: {text: SZ, article: \"18\", paragraph: 2}, because:"
                        + " the more special paragraph prevails, decided_on: 2026-11-30, by:"
                        + " example}\n",
                    ""))
            .ends(1);
    assertTrue(run.err().contains("SZ 18¶1 says 8500 and SZ 18¶2 says 9000"), run.err());
  }

  @Test
  void twoPacksForTheSameCareOnTheSameDayAreAFaultOfTheSecond() {
    String one = desk.pack("a.yaml");
    String other =
        desk.pack(
            "b.yaml",
            "topic: whole",
            "topic: other",
            "from: 2026-01-01\nto: 2027-12-31",
            "from: 2027-12-31");
    Run run = desk.run("pack", "check", one, other).ends(1);
    assertTrue(
        run.err().contains(other + ":1:1: care: found 'inpatient' on days that " + one + " serves"),
        run.err());
    assertTrue(run.out().contains("1 passed, 1 failed"), run.out());
    String next =
        desk.pack(
            "c.yaml",
            "topic: whole",
            "topic: next",
            "from: 2026-01-01\nto: 2027-12-31",
            "from: 2028-01-01");
    // The first day of one is the day after the last of the other.
    assertFalse(desk.run("pack", "check", one, next).err().contains("on days that"));
  }

  @Test
  void aDirectoryIsReadAsAWholeAndAFaultInOneFileHidesNoOther() throws IOException {
    Files.createDirectory(desk.site.path("packs"));
    desk.pack("packs/good.yaml");
    desk.pack("packs/bad.yaml", "area: test", "area: tset", "topic: whole", "topic: bad");
    Run run = desk.run("pack", "check", desk.site.file("packs")).ends(1);
    assertTrue(run.out().contains("通过 passed " + desk.site.file("packs/good.yaml")), run.out());
    assertTrue(run.out().contains("未通过 failed " + desk.site.file("packs/bad.yaml")), run.out());
    assertTrue(run.out().contains("1 passed, 1 failed"), run.out());
    // Named twice, it counts once.
    Run twice =
        desk.run("pack", "check", desk.site.file("packs"), desk.site.file("packs/good.yaml"))
            .ends(1);
    assertTrue(twice.out().contains("1 passed, 1 failed"), twice.out());
  }

  @Test
  void aParentPassesAndServesNobody() throws IOException {
    Files.createDirectory(desk.site.path("packs"));
    desk.site.write(
        "packs/nation.yaml",
        """
        topic: whole
        area: "000000"
        names: {zh: 全国, en: Nation}
        scheme: employee
        from: 2026-01-01
        still_valid_on: 2026-11-20
        values:
          subsidy:
            describes: The civil servants' rate
            unit: basis-points
            series:
              - {from: 2026-01-01, value: 1000, source: {text: JS, article: "16", paragraph: 1}, standing: in-force, confidence: H}
        """);
    String city =
        desk.pack(
            "packs/city.yaml",
            "area: test",
            "area: \"320500\"",
            """
              subsidy:
                describes: The civil servants' rate
                unit: basis-points
                series:
                  - {from: 2026-01-01, value: 1000, source: {text: JS, article: "16", paragraph: 1}, standing: in-force, confidence: H}
            """,
            "");
    Run run = desk.run("pack", "check", desk.site.file("packs")).ends(0);
    assertTrue(run.out().contains("serves nobody itself: 是 yes"), run.out());
    assertTrue(run.out().contains("2 passed, 0 failed"), run.out());
    String sheet =
        desk.run("pack", "explain", "320500", "--pack", city, "--date=2026-06-01").ends(0).out();
    assertTrue(sheet.contains("subsidy：000000，JS 16¶1"), sheet);
    assertTrue(sheet.contains("沿用上级统筹区 000000"), sheet);
    Run alone =
        desk.run(
                "pack",
                "compile",
                desk.site.file("packs/nation.yaml"),
                "--out=" + desk.site.file("nation.pack"))
            .ends(2);
    assertTrue(alone.err().contains("found a parent that serves nobody itself"), alone.err());
  }

  @Test
  void aDirectoryIsHeldToTheParentsAboveItAsAFileIsAndTheParentIsNamed() throws IOException {
    Files.createDirectories(desk.site.path("packs/city"));
    desk.site.write(
        "packs/nation.yaml",
        """
        topic: whole
        area: "000000"
        names: {zh: 全国, en: Nation}
        scheme: employee
        from: 2026-01-01
        still_valid_on: 2026-11-20
        values:
          subsidy:
            describes: The civil servants' rate
            unit: basis-points
            gives: range
            series:
              - {from: 2026-01-01, value: {least: 100, most: 900}, source: {text: JS, article: "16", paragraph: 1}, standing: in-force, confidence: H}
        """);
    String city = desk.pack("packs/city/city.yaml", "area: test", "area: \"320500\"");
    String outside = "values.subsidy";
    Run file = desk.run("pack", "check", city).ends(1);
    assertTrue(file.err().contains(outside), file.err());
    Run directory = desk.run("pack", "check", desk.site.file("packs/city")).ends(1);
    assertEquals(file.err(), directory.err());
    String nation = desk.site.path("packs/nation.yaml").toAbsolutePath().toString();
    Files.writeString(
        Path.of(nation), Files.readString(Path.of(nation)).replace("most: 900", "most: 1900"));
    for (String path : List.of(city, desk.site.file("packs/city"))) {
      Run named = desk.run("pack", "check", path).ends(0);
      assertTrue(named.out().contains("上级 parent: " + nation), named.out());
    }
    Files.writeString(Path.of(nation), "topic: [\n");
    Run torn = desk.run("pack", "check", desk.site.file("packs/city"));
    Files.delete(Path.of(nation));
    Run alone = desk.run("pack", "check", desk.site.file("packs/city")).ends(0);
    assertTrue(alone.out().contains("上级 parent: 未找到 none found"), alone.out() + torn.out());
    String compiled = desk.site.file("city.pack");
    Run compile = desk.run("pack", "compile", city, "--out", compiled).ends(0);
    assertTrue(compile.out().contains("上级 parent: 未找到 none found"), compile.out());
    Run many = desk.run("pack", "compile", desk.site.file("packs"), "--out", compiled + "2");
    assertTrue(many.ends(2).err().contains("found a directory, expected one file"), many.err());
  }

  @Test
  void aFileThatIsNoCompiledPackFailsAndSaysWhere() {
    String file = desk.site.write("cut.pack", "CSPK");
    Run run = desk.run("pack", "check", file).ends(1);
    assertTrue(run.err().contains(file + ":1:1: byte 4: found Malformed pack"), run.err());
  }

  @Test
  void productionTakesNoFigureThatNobodyRead() {
    String file = desk.pack("whole.yaml");
    Run run = desk.run("pack", "check", "--production", file).ends(1);
    assertTrue(
        run.err()
            .contains(
                file
                    + ": 不得用于生产 unfit for production: large-sum.limit from 2026-01-01 (JS 16¶1):"
                    + " confidence M"),
        run.err());
    String sure =
        desk.pack(
            "sure.yaml",
            "mark: M}, standing: in-force, confidence: M",
            "mark: H}, standing: in-force, confidence: H");
    desk.run("pack", "check", "--production", sure).ends(0);
  }

  @Test
  void aProgramGetsFaultsPiecewise() {
    Run run =
        desk.run("pack", "check", "--json", desk.pack("bad.yaml", "version: 3", "version: 0"))
            .ends(1);
    assertTrue(run.out().contains("\"line\": 5"), run.out());
    assertTrue(run.out().contains("\"column\": 10"), run.out());
    assertTrue(run.out().contains("\"path\": \"version\""), run.out());
    assertTrue(run.out().contains("\"found\": \"'0'\""), run.out());
    assertTrue(run.out().contains("\"failed\": 1"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void textsThatNobodyCouldReadAreRefusedWhereTheyStand() {
    String file =
        desk.pack(
            "odd.yaml",
            "accumulator: year.in-scope",
            "accumulator: \"Year in scope\"",
            "because: the more special paragraph prevails",
            "because: \"the \\u0007 bell\"",
            "by: example",
            "by: \" \"");
    String err = desk.run("pack", "check", file).ends(1).err();
    assertTrue(err.matches("(?s).*odd.yaml:\\d+:\\d+: [^\n]*because: found 'the \\? bell'.*"), err);
    assertTrue(
        err.contains(".by: found ' ', expected a text in one line that says something"), err);
    assertTrue(err.contains("accumulator: found 'Year in scope', expected lower-case words"), err);
  }

  @Test
  void nobodyLookedAtAPackOrDecidedOnADayThatIsToCome() {
    String file =
        desk.pack(
            "tomorrow.yaml",
            "decided_on: 2026-11-30",
            "decided_on: 2999-01-01",
            "still_valid_on: 2026-11-20",
            "still_valid_on: 2999-01-02");
    String err = desk.run("pack", "check", file).ends(1).err();
    assertTrue(err.contains("still_valid_on: found 2999-01-02, which is to come"), err);
    assertTrue(err.contains(".decision.decided_on: found 2999-01-01, which is to come"), err);
    assertTrue(err.matches("(?s).*tomorrow.yaml:\\d+:\\d+: still_valid_on.*"), err);
  }

  @Test
  void whatIsNotThereFailsAndNamesItself() throws IOException {
    Run gone = desk.run("pack", "check", desk.site.file("gone.yaml")).ends(1);
    assertTrue(gone.err().contains("gone.yaml"), gone.err());
    Files.createDirectory(desk.site.path("empty"));
    Run empty = desk.run("pack", "check", desk.site.file("empty")).ends(1);
    assertTrue(empty.err().contains("no pack in this directory"), empty.err());
    desk.run("pack", "check").ends(2);
  }
}
