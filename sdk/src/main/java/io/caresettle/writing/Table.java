package io.caresettle.writing;

/** The rows of an estimate, in columns. */
final class Table {

  private static final int NAME = 44;
  private static final int AMOUNT = 14;
  private static final int ARTICLE = 12;

  private final StringBuilder text = new StringBuilder();

  void line(String words) {
    text.append(words).append('\n');
  }

  void row(String name, String amount) {
    line(Columns.left(name, NAME) + Columns.right(" " + amount, AMOUNT));
  }

  void working(String step, String article, String sum) {
    line(Columns.left("  " + step, NAME) + ' ' + Columns.left(article, ARTICLE) + ' ' + sum);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
