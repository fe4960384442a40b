package io.caresettle.credential.code;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A picture in 256 levels of grey, and what may be done to it before a code is sought.
 *
 * <p>Every treatment makes a new picture.
 */
final class GreyPicture {

  private final int width;
  private final int height;
  private final byte[] grey;

  private GreyPicture(int width, int height, byte[] grey) {
    this.width = width;
    this.height = height;
    this.grey = grey;
  }

  /** The brightness of each point; what is transparent shows white paper behind it. */
  static GreyPicture of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
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

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The level of one point, 0 black to 255 white. */
  int at(int x, int y) {
    return grey[y * width + x] & 0xFF;
  }

  /** Copies one row into {@code into}. */
  void copyRow(int y, byte[] into) {
    System.arraycopy(grey, y * width, into, 0, width);
  }

  byte[] levels() {
    return grey.clone();
  }

  /** Light and dark changed over, for screens in dark mode. */
  GreyPicture inverted() {
    byte[] out = new byte[grey.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) ~grey[i];
    }
    return new GreyPicture(width, height, out);
  }

  /** Each point the mean of the nine around it. */
  GreyPicture blurred() {
    byte[] out = new byte[grey.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
          sum += near(x + i % 3 - 1, y + i / 3 - 1);
        }
        out[y * width + x] = (byte) (sum / 9);
      }
    }
    return new GreyPicture(width, height, out);
  }

  /** Each point the median of the nine around it. */
  GreyPicture despeckled() {
    byte[] out = new byte[grey.length];
    int[] nine = new int[9];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int i = 0; i < 9; i++) {
          nine[i] = near(x + i % 3 - 1, y + i / 3 - 1);
        }
        Arrays.sort(nine);
        out[y * width + x] = (byte) nine[4];
      }
    }
    return new GreyPicture(width, height, out);
  }

  /** Twice as wide and high, the new points halfway between the old. */
  GreyPicture doubled() {
    byte[] out = new byte[4 * grey.length];
    for (int y = 0; y < 2 * height; y++) {
      for (int x = 0; x < 2 * width; x++) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
          sum += near((x + i % 2) / 2, (y + i / 2) / 2);
        }
        out[y * 2 * width + x] = (byte) (sum / 4);
      }
    }
    return new GreyPicture(2 * width, 2 * height, out);
  }

  /** Half as wide and high, each point the mean of four; a single row or column stays as it is. */
  GreyPicture halved() {
    int w = width / 2;
    int h = height / 2;
    if (w == 0 || h == 0) {
      return this;
    }
    byte[] out = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y);
        sum += at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
        out[y * w + x] = (byte) (sum / 4);
      }
    }
    return new GreyPicture(w, h, out);
  }

  private int near(int x, int y) {
    return at(Math.max(0, Math.min(width - 1, x)), Math.max(0, Math.min(height - 1, y)));
  }
}
