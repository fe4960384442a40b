package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One day of a pack, so that a clerk can tick it off line by line against the texts. */
public final class PackSheet {

  private final String title;
  private final List<Block> blocks;

  private PackSheet(String title, List<Block> blocks) {
    this.title = title;
    this.blocks = List.copyOf(blocks);
  }

  /**
   * The sheet of a day, one pack after the other.
   *
   * @throws IllegalArgumentException when a pack does not serve it
   */
  public static PackSheet of(List<CompiledPack> packs, LocalDate date) {
    List<Block> blocks = new ArrayList<>();
    packs.forEach(pack -> blocks.addAll(blocks(pack, date)));
    String names = packs.stream().map(pack -> pack.id().zh()).collect(Collectors.joining("、"));
    return new PackSheet(names + " " + date, blocks);
  }

  private static List<Block> blocks(CompiledPack pack, LocalDate date) {
    if (date.isBefore(pack.from()) || pack.to().map(date::isAfter).orElse(false)) {
      throw new IllegalArgumentException(pack.id() + " does not serve " + date);
    }
    Findings findings = new Findings(pack, date);
    List<Block> blocks = new ArrayList<>(new HeaderBlocks(pack, date, findings).all());
    blocks.addAll(
        pack.header().isEntitlement()
            ? new EntitlementBlocks(pack, date).all()
            : steps(pack, date));
    blocks.addAll(findings.blocks());
    blocks.add(new Block.Heading(2, new Said("核对结论", "Conclusion")));
    blocks.add(
        new Block.Ticks(
            List.of(
                new Said("全部相符", "All of it agrees"),
                new Said("有不符，已在原处注明", "Something differs, and is marked where it stands"))));
    blocks.add(
        new Block.Blanks(
            List.of(
                new Said("核对人", "checked by"),
                new Said("复核人", "second look"),
                new Said("日期", "day"))));
    return blocks;
  }

  private static List<Block> steps(CompiledPack pack, LocalDate date) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, new Said("计算顺序", "Order of computation")));
    blocks.add(
        new Block.Paragraph(
            new Said(
                "逐步计算，前一步的结果供后一步使用。核对无误的请在方框内打勾。用语：以上、以下、以内含本数，超过不含本数（规则 R-SETL-06）。",
                "Each step goes on where the one before ended. Tick what is right. 以上, 以下 and 以内"
                    + " include the number, 超过 does not.")));
    blocks.addAll(new StepBlocks(pack, date).all());
    return blocks;
  }

  /** A page of its own, to be printed on A4. */
  public String html() {
    return new HtmlPage(title).page(blocks);
  }

  /** The same as Markdown. */
  public String markdown() {
    return new MarkdownPage().page(blocks);
  }
}
