package io.caresettle.tool;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a pack holds, and which of its values one cannot build on. */
final class PackContents {

  private final CompiledPack pack;

  private PackContents(CompiledPack pack) {
    this.pack = pack;
  }

  static PackContents of(CompiledPack pack) {
    return new PackContents(pack);
  }

  void into(Report report) {
    report
        .put("area", "统筹区 area", pack.id().area())
        .put("topic", "专题 topic", pack.id().topic() + ' ' + pack.id().zh())
        .put("version", "版本 version", pack.id().version());
    if (!pack.header().isEntitlement()) {
      report.put(
          "care",
          "就医类型 care",
          pack.care().stream()
              .sorted()
              .map(care -> care.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", ")));
    }
    report
        .put("days", "日期 days", pack.from() + " – " + pack.to().map(LocalDate::toString).orElse(""))
        .put(
            "changes",
            "变动日 changes",
            pack.changes().stream().map(LocalDate::toString).collect(Collectors.joining(", ")))
        .put("steps", "步骤 steps", pack.steps().size())
        .put("values", "数值 values", pack.values().size());
    named(
        report,
        "unknown",
        "未公布 unknown",
        entry -> entry.cells().stream().anyMatch(Cell::isUnknown));
    named(report, "assumed", "设定 assumed", entry -> entry.assumed().isPresent());
    named(report, "draft", "草案 draft", entry -> entry.standing() == Standing.DRAFT);
    named(report, "low", "无法核实 L", entry -> entry.confidence() == Confidence.LOW);
    named(report, "decided", "已裁定矛盾 decided", entry -> entry.decision().isPresent());
  }

  private void named(Report report, String key, String label, Predicate<ValueEntry> which) {
    List<String> names =
        pack.values().stream()
            .filter(series -> series.entries().stream().anyMatch(which))
            .map(series -> series.name())
            .toList();
    report.put(
        key,
        label,
        String.join(", ", names),
        names.isEmpty() ? "0" : names.size() + ": " + String.join(", ", names));
  }
}
