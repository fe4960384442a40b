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
    int reach = Math.max(2, Math.min(width, height) / 32);
    byte[] mean = Treatments.boxed(new GreyPicture(width, height, grey), reach).levels();
    BitMatrix black = new BitMatrix(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        if ((grey[at] & 0xFF) + MARGIN <= (mean[at] & 0xFF)) {
          black.set(x, y);
        }
      }
    }
    return black;
  }

  @Override
  public Binarizer createBinarizer(LuminanceSource source) {
    return new LocalMeanBinarizer(source);
  }
}
