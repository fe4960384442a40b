package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.writing.Columns;
import io.caresettle.writing.sheet.PackDifference;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack diff}: what differs between two packs, by value, step and day. */
@Command(
    name = "diff",
    description =
        "比较两个政策包（YAML 或已编译）：数值、步骤、日期（有不同时退出码 1）/ what differs between two packs, written"
            + " or compiled (exit code 1 where something does)")
final class PackDiff implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "A", description = "原政策包 / the one before")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "新政策包 / the one after")
  private Path after = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    CompiledPack one = PackFile.one(before);
    CompiledPack other = PackFile.one(after);
    List<PackDifference> differences = PackDifference.between(one, other);
    PrintWriter out = spec.commandLine().getOut();
    if (json.wanted()) {
      Report.of("")
          .put("before", "", one.digest())
          .put("after", "", other.digest())
          .put("differences", differences.stream().map(PackDiff::report).toList())
          .print(out, true);
    } else {
      print(differences, out);
      out.flush();
    }
    return differences.isEmpty() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private static Report report(PackDifference difference) {
    Report report =
        Report.of("")
            .put("kind", "", id(difference.kind()))
            .put("where", "", difference.where())
            .put("what", "", difference.what());
    difference.from().ifPresent(day -> report.put("from", "", day.toString()));
    return report.put("before", "", difference.before()).put("after", "", difference.after());
  }

  private static void print(List<PackDifference> differences, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("类别 kind", "位置 where", "项 what", "自 from", "原 before", "新 after"));
    for (PackDifference each : differences) {
      rows.add(
          List.of(
              id(each.kind()),
              each.where(),
              each.what(),
              each.from().map(Object::toString).orElse(""),
              or(each.before()),
              or(each.after())));
    }
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.min(60, Math.max(widths[i], Columns.width(row.get(i))));
      }
    }
    if (!differences.isEmpty()) {
      rows.forEach(row -> out.println(line(row, widths)));
    }
    out.println(differences.size() + " 处不同 differences");
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(Columns.left(row.get(i), widths[i])).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static String or(String words) {
    return words.isEmpty() ? "–" : words;
  }

  private static String id(PackDifference.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
