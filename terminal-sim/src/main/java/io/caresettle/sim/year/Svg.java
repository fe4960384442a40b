package io.caresettle.sim.year;

/** An inline picture, written element by element; whole numbers only, as amounts are. */
final class Svg {

  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height, String zh, String en) {
    this.width = width;
    this.height = height;
    out.append("<title>").append(text(zh + " " + en)).append("</title>\n");
  }

  /** A filled box, which says {@code tip} when the pointer is on it. */
  void box(long x, long y, long w, long h, String colour, String tip) {
    if (w > 0 && h > 0) {
      out.append(
          String.format(
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\""
                  + " fill=\"%s\"><title>%s</title></rect>%n",
              x, y, w, h, colour, text(tip)));
    }
  }

  void line(long x1, long y1, long x2, long y2, String colour) {
    out.append(
        String.format(
            "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n",
            x1, y1, x2, y2, colour));
  }

  /**
   * Words at a point.
   *
   * @param anchor start, middle or end
   */
  void say(long x, long y, int size, String anchor, String colour, String words) {
    out.append(
        String.format(
            "<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x, y, size, anchor, colour, text(words)));
  }

  String done() {
    return String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
                + " %d\" role=\"img\" font-family=\"%s\">%n",
            width, height, width, height, YearReport.FONTS.replace("\"", "'"))
        + out
        + "</svg>\n";
  }

  /** What a pack or a finding says must not become markup. */
  static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
