package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a clerk has to know before trusting any number of the day. */
final class Findings {

  private final CompiledPack pack;
  private final LocalDate date;

  Findings(CompiledPack pack, LocalDate date) {
    this.pack = pack;
    this.date = date;
  }

  boolean testFigures() {
    return pack.values().stream().anyMatch(series -> series.on(date).forTestsOnly());
  }

  /** The instruments that hold numbers which an article only delegates. */
  List<String> instruments() {
    return pack.values().stream()
        .flatMap(series -> series.on(date).figure().stream())
        .distinct()
        .sorted()
        .toList();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    part(blocks, new Said("未公布的数字", "Numbers that nobody published"), unknown());
    part(blocks, new Said("设定", "What is assumed"), assumed());
    part(blocks, new Said("条款不一致的处理", "Decisions where articles differ"), decisions());
    part(blocks, new Said("沿用上级的数字", "Inherited numbers"), inherited());
    return blocks;
  }

  private static void part(List<Block> blocks, Said title, List<Said> statements) {
    blocks.add(new Block.Heading(2, title));
    blocks.add(
        statements.isEmpty()
            ? new Block.Paragraph(new Said("无。", "None."))
            : new Block.Ticks(statements));
  }

  private List<Said> unknown() {
    List<Said> all = new ArrayList<>();
    for (ValueSeries series : pack.values()) {
      ValueEntry entry = series.on(date);
      List<List<String>> words = pack.cellWords(series);
      for (int i = 0; i < words.size(); i++) {
        if (entry.cells().get(i).isUnknown()) {
          String cell = words.get(i).isEmpty() ? "" : "（" + String.join("、", words.get(i)) + "）";
          all.add(unknown(series, series.name() + cell + "：" + entry.source()));
        }
      }
    }
    return all;
  }

  private Said unknown(ValueSeries series, String where) {
    if (pack.header().isEntitlement()) {
      return new Said(where + "；需要该规定的待遇一律不予判定。", "No entitlement that needs it is decided.");
    }
    List<String> layers = layersWithout(series);
    return layers.isEmpty()
        ? new Said(where + "；需要该数字的单据一律不予测算。", "Bills that need it are refused.")
        : new Said(
            where + "；需要该数字的单据照常测算，但 " + String.join("、", layers) + " 不计入、按 0 支付，并告知参保人。",
            "Bills that need it are settled without "
                + String.join(", ", layers)
                + ", which pays nothing, and the patient is told.");
  }

  /** The layers that are left out where this value is unknown; none where some bill has to wait. */
  private List<String> layersWithout(ValueSeries series) {
    List<StepDraft> users =
        pack.steps().stream().filter(step -> step.valueNames().contains(series.name())).toList();
    return users.stream().allMatch(StepDraft::paysNothingUnpublished)
        ? users.stream().map(step -> step.basis().id()).toList()
        : List.of();
  }

  private List<Said> assumed() {
    List<Said> all = new ArrayList<>();
    pack.steps()
        .forEach(
            step ->
                step.basis()
                    .assumed()
                    .ifPresent(words -> all.add(new Said("步骤 " + step.basis().id() + "：", words))));
    pack.values()
        .forEach(
            series ->
                series
                    .on(date)
                    .assumed()
                    .ifPresent(words -> all.add(new Said("数值 " + series.name() + "：", words))));
    return all;
  }

  private List<Said> decisions() {
    List<Said> all = new ArrayList<>();
    pack.values()
        .forEach(
            series ->
                series
                    .on(date)
                    .decision()
                    .ifPresent(
                        made ->
                            all.add(
                                new Said(
                                    series.name()
                                        + "：采用 "
                                        + made.chosen()
                                        + "（"
                                        + made.by()
                                        + "，"
                                        + made.decidedOn()
                                        + "）；",
                                    made.because()))));
    return all;
  }

  private List<Said> inherited() {
    return pack.values().stream()
        .filter(series -> !series.statedBy().equals(pack.id().area()))
        .map(
            series ->
                new Said(
                    series.name() + "：" + series.statedBy() + "，" + series.on(date).source(), ""))
        .toList();
  }
}
