package io.caresettle.writing;

import java.util.ArrayList;
import java.util.List;

/** Lines of text on paper of a fixed width, where a Chinese character is as wide as two others. */
public final class Paper {

  /** Such a character belongs to what stands before it. */
  private static final String NEVER_FIRST = "，。、；：！？）》】％";

  /** And such a one to what stands after it. */
  private static final List<String> NEVER_LAST = List.of("（", "《", "【");

  private enum Kind {
    SPACE,
    NARROW,
    WIDE
  }

  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /** Empty paper, so many columns wide. */
  public Paper(int columns) {
    this.columns = columns;
  }

  /**
   * What stands at the left. Where it is too long it is broken between words, or after a Chinese
   * character, and goes on under where it began; only a word longer than a line is broken itself.
   */
  public Paper left(String text) {
    String indent = " ".repeat(Math.min(leading(text), columns / 2));
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : words(text)) {
      int wide = Columns.width(word);
      boolean fresh = used <= indent.length() && line.toString().isBlank();
      if (used + wide > columns && !fresh) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(indent);
        used = indent.length();
        if (word.isBlank()) {
          continue;
        }
      }
      for (int i = 0; i < word.length(); ) {
        int c = word.codePointAt(i);
        if (used + Columns.width(c) > columns) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.appendCodePoint(c);
        used += Columns.width(c);
        i += Character.charCount(c);
      }
    }
    lines.add(line.toString());
    return this;
  }

  private static int leading(String text) {
    int spaces = 0;
    while (spaces < text.length() && text.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces;
  }

  /**
   * What is never broken while a line can hold it: a word, a number, a Chinese character, spaces.
   */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Kind before = Kind.WIDE;
    for (int i = 0; i < text.length(); ) {
      int read = text.codePointAt(i);
      // To a printer such a character is a command, and to the layout a line that nobody counted.
      int c = Character.isISOControl(read) ? ' ' : read;
      String one = Character.toString(c);
      Kind kind = c == ' ' ? Kind.SPACE : Columns.width(c) > 1 ? Kind.WIDE : Kind.NARROW;
      boolean goesOn =
          kind == before && kind != Kind.WIDE
              || NEVER_FIRST.contains(one)
              || !words.isEmpty() && NEVER_LAST.contains(words.get(words.size() - 1));
      if (goesOn && !words.isEmpty()) {
        words.set(words.size() - 1, words.get(words.size() - 1) + one);
      } else {
        words.add(one);
      }
      before = kind;
      i += Character.charCount(read);
    }
    return words;
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
