package io.caresettle.sim.whomay;

import io.caresettle.writing.Columns;
import java.util.ArrayList;
import java.util.List;

/** Lines of a fixed width, in which a long text goes on below. */
final class Lines {

  private static final int WIDTH = 116;
  private static final int LABEL = 15;
  private static final String NO_BREAK_BEFORE = "，。；：、）)]";

  private final List<String> lines = new ArrayList<>();

  void blank() {
    lines.add("");
  }

  void line(String text) {
    lines.add(text);
  }

  /** A label, and what is said of it. */
  void pair(String label, String text) {
    wrapped(Columns.left(label, LABEL) + " ", text);
  }

  /** A text after a beginning; its further lines stand below its first letter. */
  void wrapped(String begin, String text) {
    String indent = " ".repeat(Columns.width(begin));
    StringBuilder line = new StringBuilder(begin);
    for (String word : words(text)) {
      boolean empty = line.toString().isBlank() || line.toString().equals(begin);
      if (!empty && Columns.width(line + word.stripTrailing()) > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
      }
      line.append(word);
    }
    lines.add(line.toString().stripTrailing());
  }

  /** Where a line may end: after a space, and after a Chinese character that nothing leans on. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      word.append(c);
      boolean last = i == text.length() - 1;
      boolean leans = !last && NO_BREAK_BEFORE.indexOf(text.charAt(i + 1)) >= 0;
      if (last || (!leans && (c == ' ' || Columns.width(c) == 2))) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  List<String> all() {
    return lines;
  }
}
