package io.caresettle.writing;

/** Columns in a fixed-width type, in which a Chinese character is as wide as two letters. */
final class Table {

  private static final int NAME = 44;
  private static final int AMOUNT = 14;
  private static final int ARTICLE = 12;

  private final StringBuilder text = new StringBuilder();

  void line(String words) {
    text.append(words).append('\n');
  }

  void row(String name, String amount) {
    line(pad(name, NAME) + " ".repeat(Math.max(1, AMOUNT - width(amount))) + amount);
  }

  void working(String step, String article, String sum) {
    line(pad("  " + step, NAME) + ' ' + pad(article, ARTICLE) + ' ' + sum);
  }

  private static String pad(String words, int width) {
    return words + " ".repeat(Math.max(0, width - width(words)));
  }

  private static int width(String words) {
    return words.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF60);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
