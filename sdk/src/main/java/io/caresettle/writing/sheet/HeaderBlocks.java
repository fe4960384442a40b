package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.writing.sheet.Block.Cell;
import io.caresettle.writing.sheet.Block.Fact;
import io.caresettle.writing.sheet.Lawbooks.Lawbook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The head of a sheet: which pack and day, and which texts it rests on. */
final class HeaderBlocks {

  private final CompiledPack pack;
  private final LocalDate date;
  private final Findings findings;

  HeaderBlocks(CompiledPack pack, LocalDate date, Findings findings) {
    this.pack = pack;
    this.date = date;
    this.findings = findings;
  }

  List<Block> all() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, new Said("医保待遇政策核对单", "Check sheet of a policy pack")));
    blocks.add(new Block.Paragraph(new Said(pack.id().zh(), pack.id().en())));
    if (findings.testFigures()) {
      blocks.add(
          new Block.Warning(
              new Said(
                  "测试数据，非真实政策：有数字尚未生效、无法核实或部分为设定，不得用于真实结算",
                  "TEST FIGURES: some number is not in force, could not be checked, or is assumed;"
                      + " never where real money moves")));
    }
    if (date.isAfter(pack.stillValidOn())) {
      blocks.add(
          new Block.Warning(
              new Said(
                  "核对日期晚于最近一次核实（" + pack.stillValidOn() + "）：请先确认政策是否仍有效",
                  "The day lies after the last look at whether the pack still holds: look again")));
    }
    blocks.add(new Block.Facts(facts()));
    blocks.add(new Block.Heading(2, new Said("所依据的文本", "Texts it rests on")));
    blocks.add(texts());
    return blocks;
  }

  private List<Fact> facts() {
    Header header = pack.header();
    List<Fact> facts = new ArrayList<>();
    fact(facts, "统筹区、专题", "area, topic", Said.plain(pack.id().area() + " " + pack.id().topic()));
    if (!header.isEntitlement()) {
      fact(facts, "险种", "scheme", Terms.scheme(pack.scheme()));
      fact(
          facts,
          "就医类型",
          "care",
          Terms.joined(pack.care().stream().sorted().map(Terms::care).toList()));
    }
    fact(facts, "核对日期", "day", Said.plain(date.toString()));
    fact(facts, "本页数字适用", "these numbers hold", days(pack.stretchFrom(date), stretchEnd()));
    fact(facts, "政策包适用", "the pack serves", days(pack.from(), pack.to()));
    fact(facts, "最近核实", "last looked at", Said.plain(pack.stillValidOn().toString()));
    if (!header.isEntitlement()) {
      fact(facts, "结算年度", "settlement year", year(header.year()));
    }
    if (header.groups().size() > 1) {
      fact(facts, "特殊人群", "groups", Said.plain(String.join("、", header.groups())));
    }
    if (header.aidClasses().size() > 1) {
      fact(facts, "救助身份", "aid classes", Said.plain(String.join("、", header.aidClasses())));
    }
    fact(facts, "版本", "version", Said.plain(Integer.toString(pack.id().version())));
    fact(facts, "结算单上的编号", "as slips name it", Said.plain(pack.id().toString()));
    fact(
        facts,
        "编译摘要",
        "digest (SHA-256)",
        Said.plain(pack.digest().replaceAll("(.{16})(?!$)", "$1 ")));
    return facts;
  }

  private static Said year(SettlementYear year) {
    return new Said(
        "每年 "
            + year.starts().toString().substring(2)
            + " 起，按"
            + (year.byDischarge() ? "出院日" : "就诊日")
            + "计",
        year.byDischarge() ? "by the day of discharge" : "by the day of service");
  }

  private static void fact(List<Fact> facts, String zh, String en, Said words) {
    facts.add(new Fact(new Said(zh, en), words));
  }

  private Optional<LocalDate> stretchEnd() {
    return pack.changes().stream()
        .filter(day -> day.isAfter(date))
        .findFirst()
        .map(day -> day.minusDays(1))
        .or(pack::to);
  }

  private static Said days(LocalDate from, Optional<LocalDate> to) {
    return to.map(last -> new Said(from + " 至 " + last + "（含）", "both days included"))
        .orElseGet(() -> new Said("自 " + from + " 起", "until further notice"));
  }

  private Block texts() {
    Map<String, Long> cited = new TreeMap<>();
    Stream.concat(
            pack.steps().stream().map(step -> step.basis().source()),
            pack.values().stream().map(series -> series.on(date).source()))
        .map(Citation::text)
        .forEach(text -> cited.merge(text, 1L, Long::sum));
    Map<String, Lawbook> known = Lawbooks.all();
    List<List<Cell>> rows = new ArrayList<>();
    cited.forEach(
        (text, times) -> {
          Optional<Lawbook> lawbook = Optional.ofNullable(known.get(text));
          rows.add(
              List.of(
                  Cell.of(Said.plain(text)),
                  Cell.ticked(Said.plain(lawbook.map(Lawbook::title).orElse(""))),
                  Cell.of(lawbook.map(HeaderBlocks::standing).orElse(Said.NOTHING)),
                  Cell.of(Said.plain(times.toString()))));
        });
    findings
        .instruments()
        .forEach(
            figure ->
                rows.add(
                    List.of(
                        Cell.of(new Said("文件", "instrument")),
                        Cell.ticked(Said.plain(figure)),
                        Cell.of(Said.NOTHING),
                        Cell.of(Said.NOTHING))));
    return new Block.Table(
        Said.NOTHING,
        List.of(
            new Said("简称", "short"),
            new Said("名称", "title"),
            new Said("效力", "standing"),
            new Said("引用次数", "cited")),
        rows);
  }

  private static Said standing(Lawbook lawbook) {
    return switch (lawbook.standing()) {
      case "in-force" -> new Said("现行有效", "in force");
      case "draft" -> new Said("草案", "draft");
      default -> Said.plain(lawbook.standing());
    };
  }
}
