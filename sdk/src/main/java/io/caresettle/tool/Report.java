package io.caresettle.tool;

import io.caresettle.writing.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What a command found, said once and printed for people or for programs. */
final class Report {

  /** How a line is written as text, given how far it is indented. */
  private interface Line {
    void print(PrintWriter out, String indent);
  }

  private final String title;
  private final List<Line> lines = new ArrayList<>();
  private final Json json = Json.object();

  private Report(String title) {
    this.title = title;
  }

  /** An empty report under {@code title}, which is Chinese and English. */
  static Report of(String title) {
    return new Report(title);
  }

  /**
   * A line.
   *
   * @param key in JSON
   * @param label Chinese and English, for people
   */
  Report put(String key, String label, String value) {
    json.put(key, value);
    return text(label, value);
  }

  Report put(String key, String label, long value) {
    json.put(key, value);
    return text(label, Long.toString(value));
  }

  Report put(String key, String label, boolean value) {
    json.put(key, value);
    return text(label, value ? "是 yes" : "否 no");
  }

  /** A line that people read otherwise than programs. */
  Report put(String key, String label, String value, String forPeople) {
    json.put(key, value);
    return text(label, forPeople);
  }

  /** A part of its own. */
  Report put(String key, Report part) {
    json.put(key, part.json);
    lines.add(part::printText);
    return this;
  }

  /** Parts of one kind. */
  Report put(String key, List<Report> parts) {
    json.put(key, parts.stream().map(part -> part.json).toList());
    parts.forEach(part -> lines.add(part::printText));
    return this;
  }

  private Report text(String label, String value) {
    lines.add((out, indent) -> out.println(indent + label + ": " + value));
    return this;
  }

  void print(PrintWriter out, boolean asJson) {
    if (asJson) {
      out.println(json.pretty());
    } else {
      printText(out, "");
    }
    out.flush();
  }

  private void printText(PrintWriter out, String indent) {
    out.println(indent + title);
    lines.forEach(line -> line.print(out, indent + "  "));
  }
}
