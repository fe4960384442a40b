package io.caresettle.writing;

/** Text in a fixed-width type, in which a Chinese character is as wide as two letters. */
public final class Columns {

  private Columns() {}

  /** How many places {@code text} takes. */
  public static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** Printers and terminals set the Chinese blocks, and their punctuation, in two places. */
  public static int width(int codePoint) {
    return codePoint >= 0x2E80 && !(codePoint >= 0xFF61 && codePoint <= 0xFFDC) ? 2 : 1;
  }

  /** At the left edge of a column; as long as it is, where the column is narrower. */
  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** At the right edge of a column; as long as it is, where the column is narrower. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }
}
