package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.Claim;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.writing.sheet.Block.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of a pack, each with what it does and the numbers that it uses first. */
final class StepBlocks {

  private final CompiledPack pack;
  private final Numbers numbers;
  private final StepWords words;
  private final List<Block> blocks = new ArrayList<>();

  /** Where each value was shown: a second step that uses it says so. */
  private final Map<String, Integer> shown = new LinkedHashMap<>();

  StepBlocks(CompiledPack pack, LocalDate date) {
    this.pack = pack;
    this.numbers = new Numbers(pack, date);
    this.words =
        new StepWords(
            pack.steps().stream()
                .map(step -> step.basis().kind())
                .collect(Collectors.toUnmodifiableSet()));
  }

  List<Block> all() {
    int number = 0;
    for (StepDraft step : pack.steps()) {
      number++;
      step(number, step);
    }
    return List.copyOf(blocks);
  }

  private void step(int number, StepDraft step) {
    StepKind kind = step.basis().kind();
    String id = step.basis().id().equals(kind.id()) ? "" : " [" + step.basis().id() + "]";
    blocks.add(new Block.Heading(3, new Said("第 " + number + " 步 " + kind.zh() + id, kind.en())));
    List<Said> statements = new ArrayList<>(words.of(step));
    statements.add(
        new Said(
            "依据 " + step.basis().source() + "；规则 " + step.basis().rule() + "。",
            "Article; rule of our list."));
    step.basis()
        .assumed()
        .ifPresent(assumed -> statements.add(new Said("本步设定：", "Assumed here: " + assumed)));
    if (step.paysNothingUnpublished()) {
      statements.add(
          new Said(
              "数字未公布的，本步不计入、按 0 支付，并告知参保人；正式环境不接受这样的政策包。",
              "Where a number of it is unknown, this step is left out and pays nothing, and the"
                  + " patient is told; a till in production does not take such a pack."));
    }
    blocks.add(new Block.Ticks(statements));
    withoutNumbers(step);
    if (kind == StepKind.USABLE_FUNDS) {
      blocks.add(usable(step));
    } else if (kind == StepKind.BANDS) {
      bands(number, step);
    } else if (kind == StepKind.CRITICAL_ILLNESS) {
      tiers(number, step);
    }
    for (Map.Entry<String, Said> role : Roles.of(kind, step).entrySet()) {
      step.keys()
          .getOrDefault(role.getKey(), List.of())
          .forEach(name -> value(number, name, role.getValue()));
    }
  }

  /** Says loudly of a layer that it is left out on this day, for all or some. */
  private void withoutNumbers(StepDraft step) {
    List<String> missing =
        step.valueNames().stream()
            .distinct()
            .filter(name -> numbers.entry(name).cells().stream().anyMatch(cell -> cell.isUnknown()))
            .map(name -> name + "（" + numbers.entry(name).source() + "）")
            .toList();
    if (step.paysNothingUnpublished() && !missing.isEmpty()) {
      blocks.add(
          new Block.Warning(
              new Said(
                  "本步未计入：数字未公布 " + String.join("、", missing),
                  "Left out: these numbers are not published, for all or some")));
    }
  }

  private static Block usable(StepDraft step) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      List<String> payers = step.keys().getOrDefault("by-grade." + grade, List.of());
      rows.add(
          List.of(
              Cell.of(new Said(grade + " 级", "grade " + grade)),
              Cell.ticked(Terms.payers(payers))));
    }
    return new Block.Table(
        Said.NOTHING, List.of(new Said("机构等级", "grade"), new Said("可用支付方", "payers")), rows);
  }

  private void bands(int number, StepDraft step) {
    List<String> rates = step.keys().getOrDefault("bands.rate", List.of());
    List<String> ends = new ArrayList<>(step.keys().getOrDefault("bands.up-to", List.of()));
    List<String> begins = new ArrayList<>(ends);
    begins.add(0, "");
    ends.add("");
    ranges(number, begins, ends, rates);
  }

  private void tiers(int number, StepDraft step) {
    List<String> rates = step.keys().getOrDefault("tiers.rate", List.of());
    List<String> begins = step.keys().getOrDefault("tiers.above", List.of());
    List<String> ends = new ArrayList<>(begins.subList(1, begins.size()));
    ends.add("");
    ranges(number, begins, ends, rates);
  }

  private void ranges(int number, List<String> begins, List<String> ends, List<String> rates) {
    blocks.add(numbers.bands(begins, ends, rates));
    List<String> names = new ArrayList<>(begins);
    names.addAll(ends);
    names.addAll(rates);
    names.stream()
        .filter(name -> !name.isEmpty() && !shown.containsKey(name))
        .distinct()
        .forEach(
            name -> {
              shown.put(name, number);
              provenance(numbers.series(name), numbers.entry(name));
            });
  }

  private void value(int number, String name, Said role) {
    Integer before = shown.putIfAbsent(name, number);
    if (before != null) {
      if (before != number) {
        blocks.add(
            new Block.Note(
                new Said(
                    role.zh() + "：数值 " + name + "，见第 " + before + " 步。",
                    role.en() + ": shown at step " + before + ".")));
      }
      return;
    }
    ValueSeries series = numbers.series(name);
    ValueEntry entry = numbers.entry(name);
    blocks.add(numbers.table(role, series));
    provenance(series, entry);
  }

  private void provenance(ValueSeries series, ValueEntry entry) {
    blocks.add(new Block.Note(Provenance.of(pack, series, entry)));
    entry
        .assumed()
        .ifPresent(assumed -> blocks.add(new Block.Note(new Said("设定：", "Assumed: " + assumed))));
    if (!entry.claims().isEmpty()) {
      claims(series, entry);
    }
  }

  private void claims(ValueSeries series, ValueEntry entry) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Claim claim : entry.claims()) {
      boolean chosen = claim.cells().equals(entry.cells());
      List<Said> all = claim.cells().stream().map(cell -> Figures.of(series.unit(), cell)).toList();
      rows.add(
          List.of(
              Cell.of(Said.plain(claim.source().toString())),
              Cell.ticked(all.size() == 1 ? all.get(0) : Terms.joined(all)),
              Cell.of(chosen ? new Said("采用", "chosen") : new Said("未采用", "not chosen"))));
    }
    blocks.add(
        new Block.Table(
            new Said("几处条款的说法 " + series.name(), "what the articles say"),
            List.of(
                new Said("条款", "article"), new Said("所定数额", "says"), new Said("处理", "decision")),
            rows));
    entry
        .decision()
        .ifPresent(
            made ->
                blocks.add(
                    new Block.Ticks(
                        Collections.singletonList(
                            new Said(
                                "条款不一致，采用 "
                                    + made.chosen()
                                    + "；"
                                    + made.by()
                                    + " 于 "
                                    + made.decidedOn()
                                    + " 决定，理由：",
                                "The articles differ; "
                                    + made.chosen()
                                    + " was chosen because: "
                                    + made.because())))));
  }
}
