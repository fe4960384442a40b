package io.caresettle.credential.code;

import io.caresettle.problem.Misuse;
import java.awt.image.BufferedImage;

/**
 * A picture in 256 levels of grey, in other sizes and seen from other sides.
 *
 * <p>Nothing changes a picture; what {@link Treatments} and the methods here give back is a new
 * one.
 */
final class GreyPicture {

  static final int LEAST_SIDE = 8;
  private static final int MOST_SIDE = 20_000;

  private final int width;
  private final int height;
  private final byte[] grey;

  /**
   * @param grey row by row, one byte to a point; it must never be written to again
   */
  GreyPicture(int width, int height, byte[] grey) {
    this.width = width;
    this.height = height;
    this.grey = grey;
  }

  /** The brightness of each point; what is transparent shows white paper behind it. */
  static GreyPicture of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    checkSides(width, height);
    byte[] grey = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int argb = row[x];
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        int level = (306 * red + 601 * green + 117 * blue + 512) >> 10;
        int alpha = argb >>> 24;
        grey[y * width + x] = (byte) ((level * alpha + 255 * (255 - alpha)) / 255);
      }
    }
    return new GreyPicture(width, height, grey);
  }

  /**
   * Refuses what no camera makes and no code fits on.
   *
   * @throws Misuse when a side is shorter than 8 points or longer than 20,000
   */
  static void checkSides(int width, int height) {
    if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
      throw new Misuse(
          "The picture has "
              + width
              + " x "
              + height
              + " pixels: give one of "
              + LEAST_SIDE
              + " to "
              + MOST_SIDE
              + " pixels on each side");
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  long pixels() {
    return (long) width * height;
  }

  /** The level of one point, 0 black to 255 white. */
  int at(int x, int y) {
    return grey[y * width + x] & 0xFF;
  }

  /** The level between points; outside of the picture that of its nearest point. */
  int between(double x, double y) {
    double cx = Math.max(0, Math.min(width - 1.001, x));
    double cy = Math.max(0, Math.min(height - 1.001, y));
    int left = (int) Math.max(0, cx);
    int top = (int) Math.max(0, cy);
    int right = Math.min(width - 1, left + 1);
    int bottom = Math.min(height - 1, top + 1);
    double fx = Math.max(0, cx - left);
    double fy = Math.max(0, cy - top);
    double above = at(left, top) + fx * (at(right, top) - at(left, top));
    double below = at(left, bottom) + fx * (at(right, bottom) - at(left, bottom));
    return (int) (above + fy * (below - above) + 0.5);
  }

  /** Copies one row into {@code into}. */
  void copyRow(int y, byte[] into) {
    System.arraycopy(grey, y * width, into, 0, width);
  }

  /** All levels, row by row. Not a copy: it is read only, and large. */
  byte[] levels() {
    return grey;
  }

  /** Twice as wide and high, the new points between the old. */
  GreyPicture doubled() {
    byte[] out = new byte[4 * grey.length];
    for (int y = 0; y < 2 * height; y++) {
      int y0 = y / 2;
      int y1 = Math.min(height - 1, (y + 1) / 2);
      for (int x = 0; x < 2 * width; x++) {
        int x0 = x / 2;
        int x1 = Math.min(width - 1, (x + 1) / 2);
        out[y * 2 * width + x] =
            (byte) ((at(x0, y0) + at(x1, y0) + at(x0, y1) + at(x1, y1) + 2) / 4);
      }
    }
    return new GreyPicture(2 * width, 2 * height, out);
  }

  /** Half as wide and high, each point the mean of four; a side of one point stays as it is. */
  GreyPicture halved() {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    byte[] out = new byte[w * h];
    for (int y = 0; y < h; y++) {
      int below = Math.min(height - 1, 2 * y + 1);
      for (int x = 0; x < w; x++) {
        int right = Math.min(width - 1, 2 * x + 1);
        int sum = at(2 * x, 2 * y) + at(right, 2 * y) + at(2 * x, below) + at(right, below);
        out[y * w + x] = (byte) (sum / 4);
      }
    }
    return new GreyPicture(w, h, out);
  }

  /** Turned about its middle, the corners cut off and filled with what lies nearest. */
  GreyPicture rotated(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double midX = (width - 1) / 2.0;
    double midY = (height - 1) / 2.0;
    byte[] out = new byte[grey.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x - midX;
        double dy = y - midY;
        out[y * width + x] = (byte) between(midX + cos * dx + sin * dy, midY - sin * dx + cos * dy);
      }
    }
    return new GreyPicture(width, height, out);
  }
}
