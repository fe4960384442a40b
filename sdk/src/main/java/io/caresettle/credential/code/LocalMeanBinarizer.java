package io.caresettle.credential.code;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Calls a point black when it is darker than the mean around it: shadows and glare then do no harm.
 */
final class LocalMeanBinarizer extends Binarizer {

  /** A point must be this much darker than its surroundings, or paper's grain turns black. */
  private static final int MARGIN = 4;

  private @Nullable BitMatrix matrix;

  LocalMeanBinarizer(LuminanceSource source) {
    super(source);
  }

  @Override
  public BitArray getBlackRow(int y, @Nullable BitArray row) {
    return getBlackMatrix().getRow(y, row);
  }

  @Override
  public BitMatrix getBlackMatrix() {
    BitMatrix made = matrix;
    if (made == null) {
      made = threshold();
      matrix = made;
    }
    return made;
  }

  private BitMatrix threshold() {
    int width = getWidth();
    int height = getHeight();
    byte[] grey = getLuminanceSource().getMatrix();
    long[] sums = sums(grey, width, height);
    int reach = Math.max(2, Math.min(width, height) / 32);
    BitMatrix black = new BitMatrix(width, height);
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - reach);
      int bottom = Math.min(height, y + reach + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(width, x + reach + 1);
        long sum =
            sums[bottom * (width + 1) + right]
                - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
        long points = (long) (bottom - top) * (right - left);
        if (((grey[y * width + x] & 0xFF) + MARGIN) * points < sum) {
          black.set(x, y);
        }
      }
    }
    return black;
  }

  /** At (x, y) the sum of all that lies above and to the left, one row and column larger. */
  private static long[] sums(byte[] grey, int width, int height) {
    long[] sums = new long[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      long row = 0;
      for (int x = 0; x < width; x++) {
        row += grey[y * width + x] & 0xFF;
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    return sums;
  }

  @Override
  public Binarizer createBinarizer(LuminanceSource source) {
    return new LocalMeanBinarizer(source);
  }
}
