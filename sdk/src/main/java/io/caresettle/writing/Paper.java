package io.caresettle.writing;

import java.util.ArrayList;
import java.util.List;

/** Lines of text on paper of a fixed width, where a Chinese character is as wide as two others. */
public final class Paper {

  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /** Empty paper, so many columns wide. */
  public Paper(int columns) {
    this.columns = columns;
  }

  /** What stands at the left, broken where it is too long. */
  public Paper left(String text) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int read = text.codePointAt(i);
      // To a printer such a character is a command, and to the layout a line that nobody counted.
      int c = Character.isISOControl(read) ? ' ' : read;
      int wide = Columns.width(c);
      if (used + wide > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.appendCodePoint(c);
      used += wide;
      i += Character.charCount(read);
    }
    lines.add(line.toString());
    return this;
  }

  /** In the middle, where it fits on one line. */
  public Paper centred(String text) {
    int free = columns - Columns.width(text);
    return free <= 0 ? left(text) : left(" ".repeat(free / 2) + text);
  }

  /** A name at the left and its amount at the right; on two lines where they do not fit on one. */
  public Paper pair(String name, String value) {
    int free = columns - Columns.width(name) - Columns.width(value);
    if (free >= 1) {
      return left(name + " ".repeat(free) + value);
    }
    left(name);
    return left(Columns.right(value, columns));
  }

  /** A line across. */
  public Paper rule() {
    return left("-".repeat(columns));
  }

  /** All lines, each with its end. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
