package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.tool.Site.Run;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("pack explain: a sheet that a clerk ticks off line by line")
class PackExplainTest {

  @TempDir Path folder;
  private PackDesk desk;

  @BeforeEach
  void open() {
    desk = new PackDesk(folder);
  }

  private String whole(String... options) {
    List<String> all = new ArrayList<>(List.of("pack", "explain", "test"));
    all.addAll(List.of("--pack", desk.pack("whole.yaml")));
    all.addAll(List.of(options));
    return desk.run(all.toArray(String[]::new)).ends(0).out();
  }

  private static void says(String sheet, String... lines) {
    for (String line : lines) {
      assertTrue(sheet.contains(line), () -> "no '" + line + "' in\n" + sheet);
    }
  }

  private String suzhou() {
    return desk.run(
            "pack",
            "explain",
            "320500",
            "--date=2026-06-01",
            "--scheme=employee",
            "--care=outpatient")
        .ends(0)
        .out();
  }

  @Test
  void theHeadSaysWhichTextsWhichDaysAndThatFiguresAreForTests() {
    String sheet = suzhou();
    says(
        sheet,
        "苏州市职工普通门诊 Suzhou employees, outpatient",
        "**⚠ 测试数据，非真实政策",
        "TEST FIGURES",
        "| SZ | ☐ 苏州市医疗保障办法 | 草案 draft | 27 |",
        "苏府办〔2022〕207号",
        "| 政策包适用 the pack serves | ☐ 自 2026-01-01 起 until further notice |");
  }

  @Test
  void aProvinceThatServesNobodyIsToldWithWhatItLeavesToItsCities() {
    String sheet = desk.run("pack", "explain", "320000", "--date=2026-06-01").ends(0).out();
    says(
        sheet,
        "referred: 0 – 500",
        "| 留给设区的市 left to the cities |  | ☐ JS 16¶2 |",
        "| 设区的市未另定的从此 holds where a city says nothing else | 16000 fen |");
    String nation = desk.run("pack", "explain", "000000").ends(2).err();
    assertTrue(
        nation.contains("the five texts that the packs rest on hold no national text"), nation);
  }

  @Test
  void eachNumberStandsInYuanOrPercentWithItsArticleInstrumentAndMark() {
    String sheet = suzhou();
    says(
        sheet,
        "| 一般人员 ordinary | ☐ 600.00 元 | ☐ 400.00 元 |",
        "| 一般人员 ordinary | 退休 retired | 二级 level 2 | ☐ 全部 all of it | ☐ 85 % |",
        "☐ 13,000.00 元",
        "> outpatient.rate：依据 SZ 12¶2；数字出处 title not known (city table) 苏府办〔2022〕207号 and"
            + " 苏府规〔2022〕8号 as cited together (L)；草案，L 无法核实；自 2026-01-01 起。",
        "设定： Assumed: the first day; the measure leaves it blank");
  }

  @Test
  void aLayerThatIsLeftOutIsToldAtItsStepAndAmongWhatNobodyPublished() {
    String sheet = suzhou();
    says(
        sheet,
        "**⚠ 本步未计入：数字未公布 critical.limit（SZ 36¶2）、critical.first（SZ 36¶2）、critical.first-rate（SZ 36¶2）",
        "Left out: these numbers are not published, for all or some",
        "a till in production does not take such a pack",
        "critical.first：SZ 36¶2；需要该数字的单据照常测算，但 critical-illness 不计入、按 0 支付，并告知参保人。",
        "Bills that need it are settled without critical-illness, which pays nothing, and the"
            + " patient is told.",
        "outpatient.limit（none、C）：SZ 12¶2；需要该数字的单据一律不予测算。");
  }

  @Test
  void stepsComeInTheOrderOfComputationWithTheirRoundingInPlainWords() {
    String sheet = whole("--date=2026-06-01");
    says(
        sheet,
        "### 第 1 步 单价乘数量 price × quantity",
        "每行金额 = 单价 × 数量，四舍五入到分",
        "四舍六入五成双到分",
        "分以下有零头即进一分",
        "舍去角以下的零头（截位）",
        "### 第 23 步 分摊到明细");
    assertTrue(sheet.indexOf("第 9 步 起付标准") < sheet.indexOf("第 11 步 统筹基金分段支付"));
  }

  @Test
  void boundsSayWhetherTheNumberBelongsToThem() {
    says(
        whole("--date=2026-06-01"),
        "| 在职 active | ☐ 10,000.00 元以内（含） up to 10,000.00 元 | ☐ 90 % |",
        "☐ 超过 10,000.00 元至 40,000.00 元（含）",
        "☐ 超过 40,000.00 元",
        "界限：起付标准以内含本数",
        "界限：恰等于起点的不予救助");
  }

  @Test
  void whatIsUnknownAssumedOrDecidedIsListedAgainAtTheEnd() {
    String sheet = whole("--date=2026-06-01");
    says(
        sheet,
        "| D 级 grade D | ☐ **未公布 not published** |",
        "- [ ] pool-limit（D）：JS 16¶1；需要该数字的单据一律不予测算。",
        "- [ ] 步骤 pool： the side that is rounded",
        "| SZ 18¶1 | ☐ 85 % | 未采用 not chosen |",
        "| SZ 18¶2 | ☐ 90 % | 采用 chosen |",
        "rate.first：采用 SZ 18¶2（example，2026-11-30）； the more special paragraph prevails");
  }

  @Test
  void anotherDayHasOtherNumbers() {
    assertFalse(whole("--date=2026-12-31").contains("11,000.00"));
    says(whole("--date=2027-01-01"), "11,000.00 元以内（含）");
    desk.site.now = Instant.parse("2026-12-31T16:00:00Z");
    says(whole(), "11,000.00 元以内（含）");
  }

  @Test
  void aDayAfterTheLastLookIsWarnedOf() {
    says(whole("--date=2026-11-21"), "核对日期晚于最近一次核实（2026-11-20）");
    assertFalse(whole("--date=2026-11-20").contains("核对日期晚于"));
  }

  @Test
  void htmlIsOnePageThatNeedsNothingBesideItself() {
    String out = desk.site.file("sheet.html");
    whole("--date=2026-06-01", "--out=" + out);
    String html = desk.site.read("sheet.html");
    says(
        html,
        "<meta charset=\"utf-8\">",
        "@page { size: A4",
        "<span class=\"box\"></span>300.00 元",
        "未公布 <span class=\"en\" lang=\"en\">not published</span>");
    assertFalse(html.matches("(?s).*(src=|href=|url\\(|<script).*"));
    // What is there is not overwritten.
    desk.run("pack", "explain", "320500", "--date=2026-06-01", "--out=" + out).ends(2);
  }

  @Test
  void whatAPackSaysDoesNotBecomeMarkup() {
    String file =
        desk.pack(
            "evil.yaml", "assumed: the side that is rounded", "assumed: \"<b>|x|</b> & _y_\"");
    String html =
        desk.run("pack", "explain", "test", "--pack", file, "--date=2026-06-01", "--format=html")
            .ends(0)
            .out();
    says(html, "&lt;b&gt;|x|&lt;/b&gt; &amp; _y_");
    String markdown =
        desk.run("pack", "explain", "test", "--pack", file, "--date=2026-06-01").ends(0).out();
    says(markdown, "&lt;b>\\|x\\|&lt;/b> &amp; \\_y\\_");
  }

  @Test
  void aCompiledPackHasTheSameSheet() {
    String file = desk.pack("whole.yaml");
    String compiled = desk.site.file("whole.pack");
    desk.run("pack", "compile", file, "--out", compiled).ends(0);
    assertEquals(
        whole("--date=2026-06-01"),
        desk.run("pack", "explain", "test", "--pack", compiled, "--date=2026-06-01").ends(0).out());
  }

  @Test
  void schemeAndCareNarrowItDownAndNothingFoundNamesWhatThereIs() {
    whole("--date=2026-06-01", "--scheme=employee", "--care=special-outpatient");
    Run none = desk.run("pack", "explain", "test", "--date=2026-06-01", "--care=maternity").ends(2);
    assertTrue(none.err().contains("320500"), none.err());
    Run early =
        desk.run("pack", "explain", "320500", "--date=2025-12-31", "--care=inpatient").ends(2);
    assertTrue(early.err().contains("from 2026-01-01"), early.err());
    Run odd = desk.run("pack", "explain", "320500", "--scheme=employees").ends(2);
    assertTrue(odd.err().contains("expected one of employee, resident"), odd.err());
  }

  @Test
  void aProgramGetsTheSheetAndWhichPacksItShows() {
    String out = desk.run("pack", "explain", "320500", "--date=2026-06-01", "--json").ends(0).out();
    says(
        out, "\"topic\": \"employee-outpatient\"", "\"format\": \"markdown\"", "\"sheet\": \"# 医保");
  }

  @Test
  void whereNothingServesTheDayTheAreasOwnPacksAreNamedFirst() {
    Run run = desk.run("pack", "explain", "320600", "--date=1999-01-01").ends(2);
    assertTrue(run.err().contains("expected one of: 320600/"), run.err());
  }
}
