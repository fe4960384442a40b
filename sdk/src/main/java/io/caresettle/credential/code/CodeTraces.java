package io.caresettle.credential.code;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import java.util.List;

/**
 * Sees whether there is a code at all where none was read: three corner marks of a QR code that
 * belong together, or a field of parallel bars.
 */
final class CodeTraces {

  private static final int BLOCK = 16;
  private static final int BLOCKS_IN_A_ROW = 6;

  /** Paper's grain has slopes too, but gentle ones. */
  private static final int LEAST_SLOPE = 400;

  private CodeTraces() {}

  /**
   * Whether there is one. It looks at the black and white that the search has made, and makes none.
   *
   * @param budget once it is used up only what was made first is looked at, and the bars
   */
  static boolean seenIn(Views views, Budget budget) {
    List<BinaryBitmap> made = views.made();
    return bars(views.small())
        || made.stream().limit(1).anyMatch(bits -> corners(bits, Budget.endless()))
        || made.stream().skip(1).anyMatch(bits -> !budget.usedUp() && corners(bits, budget));
  }

  private static boolean corners(BinaryBitmap bits, Budget budget) {
    try {
      return CornerSearch.sees(bits.getBlackMatrix(), budget);
    } catch (NotFoundException e) {
      return false;
    }
  }

  /** A block has bars where nearly all its slopes point one way; a code is several such blocks. */
  private static boolean bars(GreyPicture picture) {
    int columns = picture.width() / BLOCK;
    int rows = picture.height() / BLOCK;
    boolean[][] barred = new boolean[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        barred[row][column] = barred(picture, column * BLOCK, row * BLOCK);
      }
    }
    for (int row = 0; row + 1 < rows; row++) {
      int together = 0;
      for (int column = 0; column < columns; column++) {
        together = barred[row][column] && barred[row + 1][column] ? together + 1 : 0;
        if (together >= BLOCKS_IN_A_ROW) {
          return true;
        }
      }
    }
    for (int column = 0; column + 1 < columns; column++) {
      int together = 0;
      for (int row = 0; row < rows; row++) {
        together = barred[row][column] && barred[row][column + 1] ? together + 1 : 0;
        if (together >= BLOCKS_IN_A_ROW) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean barred(GreyPicture picture, int left, int top) {
    int xx = 0;
    int yy = 0;
    int xy = 0;
    for (int y = top + 1; y < top + BLOCK - 1; y++) {
      for (int x = left + 1; x < left + BLOCK - 1; x++) {
        int dx = picture.at(x + 1, y) - picture.at(x - 1, y);
        int dy = picture.at(x, y + 1) - picture.at(x, y - 1);
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }
    }
    int points = (BLOCK - 2) * (BLOCK - 2);
    double sum = (double) (xx + yy) / points;
    double difference = Math.hypot(xx - yy, 2.0 * xy) / points;
    return sum >= LEAST_SLOPE && difference >= 0.8 * sum;
  }
}
