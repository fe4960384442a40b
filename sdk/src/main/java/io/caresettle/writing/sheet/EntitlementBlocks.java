package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.writing.sheet.Block.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who may have what, and when: a row for each name, in the order of the rules. */
final class EntitlementBlocks {

  private final CompiledPack pack;
  private final LocalDate date;

  EntitlementBlocks(CompiledPack pack, LocalDate date) {
    this.pack = pack;
    this.date = date;
  }

  List<Block> all() {
    List<List<Cell>> rows = new ArrayList<>();
    for (EntitlementName name : EntitlementName.values()) {
      pack.value(name.id()).ifPresent(series -> rows.add(row(name, series)));
    }
    Block table =
        new Block.Table(
            Said.NOTHING,
            List.of(
                new Said("项", "name"),
                new Said("规则", "rule"),
                new Said("含义", "meaning"),
                new Said("规定", "what is said"),
                new Said("条款", "article"),
                new Said("适用", "days"),
                new Said("效力", "standing"),
                new Said("可信度", "confidence")),
            rows);
    return List.of(
        new Block.Heading(2, new Said("待遇享受规则", "Who may have what, and when")),
        new Block.Paragraph(
            new Said(
                "逐行与条款核对，无误的请打勾。未公布：条款把它留给他人，或没有规定。",
                "Compare each row with its article and tick what is right. Not published: the"
                    + " article leaves it to somebody, or says nothing.")),
        table);
  }

  private List<Cell> row(EntitlementName name, ValueSeries series) {
    ValueEntry entry = series.on(date);
    String figure = entry.figure().map(words -> "；" + words).orElse("");
    return List.of(
        Cell.of(Said.plain(name.id())),
        Cell.of(Said.plain(name.rule())),
        Cell.of(EntitlementWords.of(name)),
        Numbers.number(series, entry.cells().get(0)),
        Cell.ticked(Said.plain(entry.source() + figure)),
        Cell.of(Provenance.days(entry)),
        Cell.of(Terms.standing(entry.standing())),
        Cell.of(Terms.confidence(entry.confidence())));
  }
}
