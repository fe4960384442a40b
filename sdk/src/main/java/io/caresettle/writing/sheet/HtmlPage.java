package io.caresettle.writing.sheet;

import io.caresettle.writing.sheet.Block.Cell;
import java.util.List;

/** Writes blocks as one HTML page that needs nothing beside itself. */
final class HtmlPage {

  private static final String STYLE =
      """
      @page { size: A4; margin: 14mm 12mm 16mm 12mm }
      * { box-sizing: border-box }
      body { font: 10.5pt/1.45 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", sans-serif;
        color: #111; max-width: 186mm; margin: 8mm auto; padding: 0 4mm }
      h1 { font-size: 18pt; margin: 0 0 2mm; break-before: page }
      h1:first-of-type { break-before: auto }
      h2 { font-size: 13pt; margin: 7mm 0 2mm; border-bottom: 1.5pt solid #111; break-after: avoid }
      h3 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid }
      p { margin: 1mm 0 }
      .en { color: #555; font-size: 88%; font-weight: normal }
      .warning { border: 1.5pt solid #a00; color: #a00; font-weight: bold; padding: 2mm 3mm; margin: 2mm 0 }
      .warning .en { color: #a00 }
      .note { color: #333; font-size: 9pt; margin: 0 0 1mm }
      table { border-collapse: collapse; margin: 1.5mm 0; width: 100% }
      caption { text-align: left; font-weight: 600; padding: 0.6mm 0 }
      tr { break-inside: avoid }
      th, td { border: 0.5pt solid #999; padding: 0.8mm 1.8mm; text-align: left; vertical-align: top }
      th { background: #f0f0f0; font-weight: 600 }
      td.tick { white-space: nowrap }
      td.wide { white-space: normal; overflow-wrap: anywhere }
      td.loud { background: #fdd; font-weight: bold }
      ul { list-style: none; margin: 1mm 0; padding: 0 }
      li { padding-left: 6mm; text-indent: -6mm; margin: 0.6mm 0 }
      .box { display: inline-block; width: 3.4mm; height: 3.4mm; border: 0.8pt solid #111;
        margin-right: 2.4mm; vertical-align: -0.5mm; text-indent: 0 }
      .blanks span { display: inline-block; width: 56mm; margin: 5mm 3mm 0 0; border-bottom: 0.8pt solid #111 }
      @media print { body { margin: 0; padding: 0; max-width: none } .warning, th, td.loud { print-color-adjust: exact } }
      """;

  private static final String BOX = "<span class=\"box\"></span>";

  private final StringBuilder out = new StringBuilder();
  private final String title;

  HtmlPage(String title) {
    this.title = title;
  }

  String page(List<Block> blocks) {
    line("<!DOCTYPE html>");
    line("<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + text(title) + "</title>");
    line("<style>\n" + STYLE + "</style></head><body>");
    blocks.forEach(this::block);
    line("</body></html>");
    return out.toString();
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      String tag = "h" + heading.level() + ">";
      line("<" + tag + said(heading.words()) + "</" + tag);
    } else if (block instanceof Block.Paragraph paragraph) {
      line("<p>" + said(paragraph.words()) + "</p>");
    } else if (block instanceof Block.Note note) {
      line("<p class=\"note\">" + said(note.words()) + "</p>");
    } else if (block instanceof Block.Warning warning) {
      line("<p class=\"warning\">" + said(warning.words()) + "</p>");
    } else if (block instanceof Block.Facts facts) {
      line("<table>");
      facts
          .facts()
          .forEach(
              fact ->
                  line(
                      "<tr><th>"
                          + said(fact.name())
                          + "</th><td class=\"wide\">"
                          + BOX
                          + said(fact.words())
                          + "</td></tr>"));
      line("</table>");
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Ticks ticks) {
      line("<ul>");
      ticks.statements().forEach(words -> line("<li>" + BOX + said(words) + "</li>"));
      line("</ul>");
    } else if (block instanceof Block.Blanks blanks) {
      line("<p class=\"blanks\">");
      blanks.names().forEach(name -> line("<span>" + said(name) + "</span>"));
      line("</p>");
    }
  }

  private void table(Block.Table table) {
    line("<table>");
    if (!table.caption().equals(Said.NOTHING)) {
      line("<caption>" + said(table.caption()) + "</caption>");
    }
    line("<thead><tr>");
    table.head().forEach(words -> line("<th>" + said(words) + "</th>"));
    line("</tr></thead><tbody>");
    for (List<Cell> row : table.rows()) {
      line("<tr>");
      row.forEach(
          cell ->
              line(
                  "<td class=\""
                      + (cell.loud()
                          ? "loud"
                          : cell.tick() && cell.words().toString().length() < 24 ? "tick" : "")
                      + "\">"
                      + (cell.tick() ? BOX : "")
                      + said(cell.words())
                      + "</td>"));
      line("</tr>");
    }
    line("</tbody></table>");
  }

  private static String said(Said words) {
    String en =
        words.en().isEmpty()
            ? ""
            : "<span class=\"en\" lang=\"en\">" + text(words.en()) + "</span>";
    return text(words.zh()) + (words.zh().isEmpty() || en.isEmpty() ? "" : " ") + en;
  }

  /** What a pack says may hold anything: it must not become markup. */
  private static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void line(String markup) {
    out.append(markup).append('\n');
  }
}
