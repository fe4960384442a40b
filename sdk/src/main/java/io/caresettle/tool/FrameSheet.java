package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.author.Frame;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The sheet of a province that decides little itself: what it decides, and what its cities do. */
final class FrameSheet {

  private FrameSheet() {}

  static int print(
      List<Frame> frames, String area, LocalDate day, Optional<Path> file, PrintWriter out) {
    StringBuilder sheet = new StringBuilder();
    sheet.append("# ").append(area).append(" 框架 frame ").append(day).append("\n\n");
    sheet.append(
        "本级政策包自身不适用于任何就医；所列为本级所定、给设区的市的范围，以及留给设区的市的事项。"
            + " It serves no bill itself: what it decides, within which bounds its cities decide,"
            + " and what is left to the cities. What it does not name is theirs as well.\n");
    for (Frame frame : frames) {
      sheet.append("\n## ").append(frame.pack().zh()).append(' ').append(frame.pack().en());
      sheet.append("\n\n| 项 what | 处理 who decides | 规定 says | 条款 article | 效力 standing |\n");
      sheet.append("| --- | --- | --- | --- | --- |\n");
      frame.lines().forEach(line -> sheet.append(row(line)));
    }
    if (file.isPresent()) {
      InputFile.write(file.get(), sheet.toString());
      Report.of("已生成核对单 sheet written")
          .put("out", "文件 file", file.get().toString())
          .print(out, false);
    } else {
      out.print(sheet);
      out.flush();
    }
    return ExitCode.GOOD;
  }

  private static String row(Frame.Line line) {
    String what = line.describes().isEmpty() ? line.name() : line.name() + "：" + line.describes();
    String who =
        switch (line.gives()) {
          case "value" -> "本级所定 decided here";
          case "default" -> "设区的市未另定的从此 holds where a city says nothing else";
          case "range" -> "设区的市在此范围内定 a city decides within this";
          default -> "留给设区的市 left to the cities";
        };
    return String.join(
            " | ", "| ☐ " + what, who, line.said(), "☐ " + line.source(), line.sureness() + " |")
        + "\n";
  }
}
