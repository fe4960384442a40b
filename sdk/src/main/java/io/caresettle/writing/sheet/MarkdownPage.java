package io.caresettle.writing.sheet;

import io.caresettle.writing.sheet.Block.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as Markdown with tables and tick boxes. */
final class MarkdownPage {

  private final StringBuilder out = new StringBuilder();

  String page(List<Block> blocks) {
    blocks.forEach(this::block);
    return out.toString();
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      line("#".repeat(heading.level()) + ' ' + text(heading.words()));
    } else if (block instanceof Block.Paragraph paragraph) {
      line(text(paragraph.words()));
    } else if (block instanceof Block.Note note) {
      line("> " + text(note.words()));
    } else if (block instanceof Block.Warning warning) {
      line("**⚠ " + text(warning.words()) + "**");
    } else if (block instanceof Block.Facts facts) {
      table(
          List.of(new Said("项目", "what"), new Said("内容", "is")),
          facts.facts().stream()
              .map(fact -> List.of(Cell.of(fact.name()), Cell.ticked(fact.words())))
              .toList());
    } else if (block instanceof Block.Table table) {
      if (!table.caption().equals(Said.NOTHING)) {
        line("**" + text(table.caption()) + "**");
      }
      table(table.head(), table.rows());
    } else if (block instanceof Block.Ticks ticks) {
      ticks.statements().forEach(words -> out.append("- [ ] ").append(text(words)).append('\n'));
      out.append('\n');
    } else if (block instanceof Block.Blanks blanks) {
      line(
          blanks.names().stream()
              .map(name -> text(name) + ": \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_")
              .collect(Collectors.joining(" &emsp; ")));
    }
  }

  private void line(String words) {
    out.append(words).append("\n\n");
  }

  private void table(List<Said> head, List<List<Cell>> rows) {
    row(head.stream().map(MarkdownPage::text).toList());
    row(head.stream().map(column -> "---").toList());
    rows.forEach(row -> row(row.stream().map(MarkdownPage::cell).toList()));
    out.append('\n');
  }

  private void row(List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(Cell cell) {
    String words = text(cell.words());
    return (cell.tick() ? "☐ " : "") + (cell.loud() ? "**" + words + "**" : words);
  }

  /** What a pack says may hold anything: it must not become markup. */
  private static String text(Said words) {
    return words
        .toString()
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("`", "\\`")
        .replaceAll("\\s+", " ");
  }
}
