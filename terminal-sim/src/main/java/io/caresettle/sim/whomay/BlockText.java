package io.caresettle.sim.whomay;

import io.caresettle.writing.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows with their reasons, those together that stand alike. */
record BlockText(Lines out, List<Row> rows) {

  private static final int RULE = 12;

  /** What several purses have in common. */
  private record Alike(String state, String until, List<Reason> reasons) {}

  /** What every benefit has in common; nothing where there is nothing. */
  static void common(Lines out, List<Row> rows) {
    if (!rows.isEmpty()) {
      out.blank();
      out.line("■ 各项待遇相同 the same for every benefit");
      new BlockText(out, rows).groups();
    }
  }

  /** What one answer says, and the benefits that stand like it. */
  void print(Answer answer, List<Benefit> benefits) {
    out.blank();
    out.wrapped(
        "■ ",
        benefits.stream().map(Benefit::zh).collect(Collectors.joining("、"))
            + " "
            + benefits.stream().map(Benefit::word).collect(Collectors.joining(", ")));
    groups();
    answer.differences().forEach(this::difference);
    if (!answer.notices().isEmpty()) {
      out.line("  提示 notice");
      answer.notices().forEach(this::reason);
    }
  }

  private void groups() {
    Map<Alike, List<Row.Purse>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      groups
          .computeIfAbsent(
              new Alike(row.state(), row.until().orElse(""), row.reasons()), a -> new ArrayList<>())
          .add(row.purse());
    }
    groups.forEach(this::group);
  }

  private void group(Alike alike, List<Row.Purse> purses) {
    out.wrapped(
        "  " + Columns.left(alike.state(), 13),
        purses.stream().map(p -> p.zh() + " " + p.en()).collect(Collectors.joining("；"))
            + (alike.until().isEmpty() ? "" : "，至 until " + alike.until()));
    alike.reasons().forEach(this::reason);
  }

  private void reason(Reason reason) {
    String begin = "    " + Columns.left(reason.rule(), RULE);
    out.wrapped(begin, reason.zh() + basis(reason));
    String below = " ".repeat(Columns.width(begin));
    out.wrapped(below, reason.en());
    reason
        .remedy()
        .ifPresent(remedy -> out.wrapped(below + "→ ", remedy.zh() + " / " + remedy.en()));
  }

  private static String basis(Reason reason) {
    List<String> parts = new ArrayList<>();
    if (!reason.article().isEmpty()) {
      parts.add(reason.article());
    }
    reason.until().ifPresent(day -> parts.add("至 until " + day));
    if (!reason.testFigures().isEmpty()) {
      parts.add("测试数据 TEST FIGURES: " + String.join(", ", reason.testFigures()));
    }
    if (!reason.notPublished().isEmpty()) {
      parts.add("未公布 not published: " + String.join(", ", reason.notPublished()));
    }
    return parts.isEmpty() ? "" : " [" + String.join(" · ", parts) + "]";
  }

  private void difference(Answer.Difference difference) {
    String how =
        difference.stricter()
            ? "终端更严 the terminal gives less"
            : "‼ 终端多于中心 the terminal gives more: tell us";
    out.wrapped(
        "  * " + Columns.left("中心 centre", 13),
        difference.purse().zh()
            + " "
            + difference.purse().en()
            + "："
            + difference.centre().zh()
            + " "
            + difference.centre().en()
            + "（"
            + how
            + "）");
    difference.reasons().forEach(this::reason);
  }
}
