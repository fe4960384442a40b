package io.caresettle.credential.code;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.List;

/** The modules that all QR codes of one size have in common, whatever they say. */
final class CommonModules {

  static final byte OPEN = 0;
  static final byte BLACK = 1;
  static final byte WHITE = 2;

  private final float[] centres;
  private final boolean[] black;

  private CommonModules(List<int[]> modules) {
    centres = new float[2 * modules.size()];
    black = new boolean[modules.size()];
    for (int i = 0; i < black.length; i++) {
      int[] module = modules.get(i);
      centres[2 * i] = module[0] + 0.5f;
      centres[2 * i + 1] = module[1] + 0.5f;
      black[i] = module[2] == 1;
    }
  }

  /**
   * @param dimension modules to a side: 21, 25, … 177
   */
  static CommonModules of(int dimension) {
    List<int[]> modules = new ArrayList<>();
    addSquare(modules, dimension, 3, 3, 4, 2);
    addSquare(modules, dimension, dimension - 4, 3, 4, 2);
    addSquare(modules, dimension, 3, dimension - 4, 4, 2);
    for (int i = 8; i < dimension - 8; i++) {
      int dark = i % 2 == 0 ? 1 : 0;
      modules.add(new int[] {i, 6, dark});
      modules.add(new int[] {6, i, dark});
    }
    int[] lines = Version.getVersionForNumber((dimension - 17) / 4).getAlignmentPatternCenters();
    int last = lines.length - 1;
    for (int i = 0; i <= last; i++) {
      for (int j = 0; j <= last; j++) {
        boolean finder = (i == 0 && (j == 0 || j == last)) || (i == last && j == 0);
        if (!finder) {
          addSquare(modules, dimension, lines[i], lines[j], 2, 1);
        }
      }
    }
    return new CommonModules(modules);
  }

  /**
   * Rings around a centre. A finder pattern (reach 4) has a black heart of 3 x 3, then a white, a
   * black and a white ring; an alignment pattern (reach 2) has a heart of one, then white and
   * black.
   */
  private static void addSquare(
      List<int[]> modules, int dimension, int x, int y, int reach, int whiteRing) {
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int ring = Math.max(Math.abs(dx), Math.abs(dy));
        boolean inside = x + dx >= 0 && x + dx < dimension && y + dy >= 0 && y + dy < dimension;
        if (inside) {
          modules.add(new int[] {x + dx, y + dy, ring == whiteRing || ring == 4 ? 0 : 1});
        }
      }
    }
  }

  /**
   * All modules row by row: {@link #BLACK}, {@link #WHITE}, or {@link #OPEN} where codes differ.
   */
  byte[] square(int dimension) {
    byte[] square = new byte[dimension * dimension];
    for (int i = 0; i < black.length; i++) {
      int x = (int) centres[2 * i];
      int y = (int) centres[2 * i + 1];
      square[y * dimension + x] = black[i] ? BLACK : WHITE;
    }
    return square;
  }

  /** How many there are. */
  int count() {
    return black.length;
  }

  /** How many of them {@code image} shows as they must be, seen through {@code transform}. */
  int right(BitMatrix image, PerspectiveTransform transform) {
    float[] points = centres.clone();
    transform.transformPoints(points);
    int right = 0;
    for (int i = 0; i < black.length; i++) {
      int x = (int) points[2 * i];
      int y = (int) points[2 * i + 1];
      boolean inside = x >= 0 && x < image.getWidth() && y >= 0 && y < image.getHeight();
      if (inside && image.get(x, y) == black[i]) {
        right++;
      }
    }
    return right;
  }
}
