package io.caresettle.credential.code;

import java.util.Arrays;

/** What may be done to a grey picture before a code is sought on it. */
final class Treatments {

  /** How far around itself the light of a point is judged, in parts of the shorter side. */
  private static final int NEIGHBOURHOODS = 16;

  private Treatments() {}

  /** Light and dark changed over, for screens in dark mode. */
  static GreyPicture inverted(GreyPicture picture) {
    byte[] in = picture.levels();
    byte[] out = new byte[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) ~in[i];
    }
    return new GreyPicture(picture.width(), picture.height(), out);
  }

  /** A small blur, two passes of three by three: grain and the pattern of a screen go away. */
  static GreyPicture smooth(GreyPicture picture) {
    return boxed(boxed(picture, 1), 1);
  }

  /** Each point the mean of the square around it that reaches this far. */
  static GreyPicture boxed(GreyPicture picture, int reach) {
    int width = picture.width();
    int height = picture.height();
    byte[] in = picture.levels();
    byte[] out = new byte[in.length];
    int[] columns = new int[width];
    int rows = 0;
    for (int y = -reach; y < height; y++) {
      if (y + reach < height) {
        add(in, (y + reach) * width, columns, 1);
        rows++;
      }
      if (y - reach - 1 >= 0) {
        add(in, (y - reach - 1) * width, columns, -1);
        rows--;
      }
      if (y >= 0) {
        means(columns, rows, reach, out, y * width);
      }
    }
    return new GreyPicture(width, height, out);
  }

  private static void add(byte[] in, int from, int[] columns, int sign) {
    for (int x = 0; x < columns.length; x++) {
      columns[x] += sign * (in[from + x] & 0xFF);
    }
  }

  private static void means(int[] columns, int rows, int reach, byte[] out, int at) {
    int width = columns.length;
    long sum = 0;
    int points = 0;
    for (int x = -reach; x < width; x++) {
      if (x + reach < width) {
        sum += columns[x + reach];
        points += rows;
      }
      if (x - reach - 1 >= 0) {
        sum -= columns[x - reach - 1];
        points -= rows;
      }
      if (x >= 0) {
        out[at + x] = (byte) (sum / points);
      }
    }
  }

  /** Each point the median of the nine around it; the rim stays as it is. */
  static GreyPicture despeckled(GreyPicture picture) {
    int width = picture.width();
    int height = picture.height();
    byte[] in = picture.levels();
    byte[] out = Arrays.copyOf(in, in.length);
    int[] nine = new int[9];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        for (int i = 0; i < 9; i++) {
          int level = in[at + (i / 3 - 1) * width + i % 3 - 1] & 0xFF;
          int place = i;
          while (place > 0 && nine[place - 1] > level) {
            nine[place] = nine[place - 1];
            place--;
          }
          nine[place] = level;
        }
        out[at] = (byte) nine[4];
      }
    }
    return new GreyPicture(width, height, out);
  }

  /** Edges made steeper, for pictures out of focus. */
  static GreyPicture sharpened(GreyPicture picture) {
    return sharpened(picture, 2, 2);
  }

  /** Edges made much steeper, and the grain that this brings out taken away before. */
  static GreyPicture steep(GreyPicture picture) {
    return sharpened(smooth(picture), 3, 4);
  }

  private static GreyPicture sharpened(GreyPicture picture, int reach, int gain) {
    byte[] in = picture.levels();
    byte[] soft = boxed(boxed(picture, reach), reach).levels();
    byte[] out = new byte[in.length];
    for (int i = 0; i < out.length; i++) {
      int level = in[i] & 0xFF;
      out[i] = (byte) within(level + gain * (level - (soft[i] & 0xFF)));
    }
    return new GreyPicture(picture.width(), picture.height(), out);
  }

  /** The same contrast everywhere: against the light around it, in parts of the usual deviation. */
  static GreyPicture levelled(GreyPicture picture) {
    int reach = Math.max(3, Math.min(picture.width(), picture.height()) / NEIGHBOURHOODS);
    byte[] in = picture.levels();
    byte[] mean = boxed(picture, reach).levels();
    byte[] off = new byte[in.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = (byte) Math.abs((in[i] & 0xFF) - (mean[i] & 0xFF));
    }
    byte[] usual = boxed(new GreyPicture(picture.width(), picture.height(), off), reach).levels();
    byte[] out = new byte[in.length];
    for (int i = 0; i < out.length; i++) {
      int from = (in[i] & 0xFF) - (mean[i] & 0xFF);
      out[i] = (byte) within(128 + 64 * from / Math.max(4, usual[i] & 0xFF));
    }
    return new GreyPicture(picture.width(), picture.height(), out);
  }

  private static int within(int level) {
    return Math.max(0, Math.min(255, level));
  }
}
