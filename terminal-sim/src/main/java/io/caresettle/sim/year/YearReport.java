package io.caresettle.sim.year;

import io.caresettle.sim.year.YearFigures.Cut;
import io.caresettle.sim.year.YearFigures.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A generated year as one page to look at: nothing beside it is needed, and nothing in it runs. */
final class YearReport {

  static final String FONTS =
      "\"Noto Sans CJK SC\", \"Microsoft YaHei\", \"PingFang SC\", \"WenQuanYi Zen Hei\","
          + " sans-serif";

  private static final String STYLE =
      """
      * { box-sizing: border-box }
      body { font: 15px/1.5 FONTS; color: #1a202c; background: #fff; width: 1180px; margin: 24px auto; padding: 0 20px }
      h1 { font-size: 26px; margin: 0 0 4px }
      h2 { font-size: 19px; margin: 36px 0 4px; border-bottom: 2px solid #1a202c; padding-bottom: 4px }
      .en { color: #4a5568; font-weight: normal; font-size: 88% }
      .warning { border: 2px solid #c53030; color: #c53030; font-weight: bold; padding: 10px 14px; margin: 12px 0 }
      .warning .en { color: #c53030 }
      .note { color: #4a5568; font-size: 13px; margin: 2px 0 10px }
      .numbers { display: flex; flex-wrap: wrap; gap: 10px; margin: 14px 0 }
      .numbers div { border: 1px solid #cbd5e0; border-radius: 6px; padding: 6px 12px; min-width: 150px }
      .numbers b { display: block; font-size: 21px }
      table { border-collapse: collapse; width: 100%; font-size: 13px }
      th, td { border-bottom: 1px solid #e2e8f0; padding: 4px 8px; text-align: left; vertical-align: middle }
      td.count { text-align: right; white-space: nowrap }
      td.bar { width: 310px }
      svg { display: block; max-width: 100% }
      """
          .replace("FONTS", FONTS);

  private static final int ROWS = 30;
  private static final int BAR = 290;

  private final StringBuilder out = new StringBuilder();
  private final Town town;
  private final YearFigures figures;

  private YearReport(Town town, YearFigures figures) {
    this.town = town;
    this.figures = figures;
  }

  static String of(Town town, YearFigures figures) {
    return new YearReport(town, figures).page();
  }

  private String page() {
    String title = town.zh() + "：虚构的一年";
    out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
        .append(Svg.text(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style></head><body>\n");
    out.append("<h1>" + both(title, "a generated year of " + town.en()) + "</h1>\n");
    out.append(
        "<p class=\"warning\">"
            + both(
                "测试数据：人员、机构和费用全部虚构；政策数值带有各自的可信度标记，不得用于真实结算。",
                "TEST FIGURES: people, places and costs are invented; settle nothing by them.")
            + "</p>\n");
    out.append(
        "<p class=\"note\">"
            + both(
                "统筹区 "
                    + town.code()
                    + "，"
                    + Somebody.YEAR
                    + " 年，种子 "
                    + figures.seed()
                    + "。每张单据由终端测算、经办中心另行裁决，两者逐分一致。",
                "Area "
                    + town.code()
                    + ", "
                    + Somebody.YEAR
                    + ", seed "
                    + figures.seed()
                    + ". Each bill was estimated by the terminal and judged apart by the centre:"
                    + " the two agree to the fen.")
            + "</p>\n");
    numbers();
    section("每月费用由谁负担", "Who bore the costs, by month of settlement");
    out.append(Charts.months(figures.months(Cut.MONTH)));
    section("各类人员的费用由谁负担", "Who bore the costs of whom");
    out.append(Charts.parts("各类人员的费用由谁负担", "by class of person", walks()));
    section("各类医疗的费用由谁负担", "Who bore which kind of care");
    out.append(Charts.parts("各类医疗的费用由谁负担", "by kind of care", cares()));
    nursing();
    stopped();
    closed();
    return out.append("</body></html>\n").toString();
  }

  private void numbers() {
    out.append("<div class=\"numbers\">\n");
    for (Count count : Count.values()) {
      out.append("<div><b>")
          .append(Charts.grouped(figures.of(count)))
          .append("</b>")
          .append(both(count.zh, count.en))
          .append("</div>\n");
    }
    Shares all = figures.all();
    for (Bearer bearer : Bearer.values()) {
      if (all.of(bearer) != 0) {
        out.append("<div><b>¥")
            .append(Charts.grouped(all.of(bearer) / 100))
            .append("</b>")
            .append(both(bearer.zh, bearer.en))
            .append("</div>\n");
      }
    }
    out.append("</div>\n");
  }

  private List<Charts.Row> walks() {
    return figures.walks().entrySet().stream()
        .map(row -> new Charts.Row(row.getKey().zh, row.getKey().en, row.getValue()))
        .toList();
  }

  private List<Charts.Row> cares() {
    return figures.cares().entrySet().stream()
        .map(row -> new Charts.Row(row.getKey().zh(), row.getKey().en(), row.getValue()))
        .toList();
  }

  /** A ledger of its own: nothing of it is in any figure above. */
  private void nursing() {
    if (figures.of(Count.CARE_VISITS) == 0) {
      return;
    }
    section("长期护理保险（单独账目）", "Long-term care, in its fund's own ledger");
    if (figures.of(Count.CARE_SETTLED) > 0) {
      out.append(Charts.months(figures.months(Cut.NURSING_MONTH)));
    } else {
      out.append("<p class=\"note\">")
          .append(
              both(
                  "基金支付比例未公布：服务照常记录，未作结算。",
                  "What the fund pays is not published: visits are recorded, none is settled."))
          .append("</p>\n");
    }
    table(figures.of(Tally.CARE_REFUSED), "拒绝的规则", "Refused by", "#975a16");
  }

  private void stopped() {
    section("因数值未公布而停的单据", "Bills stopped by a figure that nobody published");
    Map<String, Long> all = new LinkedHashMap<>(YearFigures.byOften(figures.unknown()));
    figures.of(Tally.WITHOUT_RULE).forEach((rule, many) -> all.put("无政策包 no pack: " + rule, many));
    table(all, "数值", "Value", "#a0aec0");
    section("因数值未公布而未计入的层次", "Layers left out of settled bills, as nobody published a figure");
    table(figures.of(Tally.LEFT_OUT), "数值", "Value", "#a0aec0");
  }

  private void closed() {
    section("待遇为什么关闭", "Why pool or account was closed");
    out.append(
        "<p class=\"note\">"
            + both("一张单据可有几个原因；日期和代码以“…”代替。", "A bill may have several reasons.")
            + "</p>\n");
    table(figures.of(Tally.CLOSED), "规则和理由", "Rule and reason", "#c53030");
  }

  private void section(String zh, String en) {
    out.append("<h2>").append(both(zh, en)).append("</h2>\n");
  }

  private void table(Map<String, Long> counts, String zh, String en, String colour) {
    if (counts.isEmpty()) {
      out.append("<p>").append(both("没有", "None")).append("</p>\n");
      return;
    }
    out.append("<table><thead><tr><th>")
        .append(both(zh, en))
        .append("</th><th>")
        .append(both("单据", "Bills"))
        .append("</th><th></th></tr></thead><tbody>\n");
    List<Map.Entry<String, Long>> rows = List.copyOf(YearFigures.byOften(counts).entrySet());
    long most = rows.get(0).getValue();
    rows.stream()
        .limit(ROWS)
        .forEach(row -> row(words(row.getKey()), row.getValue(), most, colour));
    long rest = rows.stream().skip(ROWS).mapToLong(Map.Entry::getValue).sum();
    if (rest > 0) {
      row(both("其他", "others"), rest, most, "#cbd5e0");
    }
    out.append("</tbody></table>\n");
  }

  private void row(String words, long many, long most, String colour) {
    Svg bar = new Svg(BAR, 14, "", "");
    bar.box(0, 0, Math.max(2, BAR * Math.min(many, most) / most), 14, colour, "");
    out.append("<tr><td>")
        .append(words)
        .append("</td><td class=\"count\">")
        .append(Charts.grouped(many))
        .append("</td><td class=\"bar\">")
        .append(bar.done())
        .append("</td></tr>\n");
  }

  /** A finding is its rule, its payer and its words in two languages; anything else is a name. */
  private static String words(String key) {
    String[] parts = key.split("\\|", 4);
    if (parts.length < 4) {
      return Svg.text(key);
    }
    String payer = parts[1].equals("pool-fund") ? "统筹 pool" : "账户 account";
    return "<b>" + Svg.text(parts[0]) + "</b> " + payer + "： " + both(parts[2], parts[3]);
  }

  private static String both(String zh, String en) {
    return Svg.text(zh) + " <span class=\"en\" lang=\"en\">" + Svg.text(en) + "</span>";
  }
}
