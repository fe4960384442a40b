package io.caresettle.credential.code;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.util.List;

/** How the levels along a line become black and white. */
enum LineThreshold {
  /** One level for the whole line, at the valley of its histogram: ZXing's own. */
  HISTOGRAM {
    @Override
    BitArray black(float[] line) {
      byte[] levels = new byte[line.length];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = (byte) line[i];
      }
      try {
        GreyLuminance row = new GreyLuminance(new GreyPicture(levels.length, 1, levels));
        return new GlobalHistogramBinarizer(row).getBlackRow(0, null);
      } catch (NotFoundException e) {
        return new BitArray(line.length);
      }
    }
  },
  /** Halfway between the darkest and the lightest within a part of the line: light may change. */
  MIDRANGE {
    @Override
    BitArray black(float[] line) {
      return midrange(line, Math.max(8, line.length / 24));
    }
  },
  /** The same after edges were made steeper. */
  SHARP {
    @Override
    BitArray black(float[] line) {
      return midrange(sharpened(line, Math.max(2, line.length / 400)), line.length / 24);
    }
  },
  /** The same for a picture further out of focus. */
  SHARPER {
    @Override
    BitArray black(float[] line) {
      return midrange(sharpened(line, Math.max(3, line.length / 160)), line.length / 24);
    }
  },
  /** Where the line bends: edges stay where they were however much they were blurred. */
  BENDS {
    @Override
    BitArray black(float[] line) {
      int reach = Math.max(2, line.length / 250);
      float[] soft = boxed(line, Math.max(1, reach / 3));
      float[] mean = boxed(line, 2 * reach);
      BitArray black = midrange(line, Math.max(8, line.length / 24));
      BitArray out = new BitArray(line.length);
      for (int i = 0; i < line.length; i++) {
        float bend = mean[i] - soft[i];
        if (Math.abs(bend) < 2 ? black.get(i) : bend > 0) {
          out.set(i);
        }
      }
      return out;
    }
  };

  /** Those that a line is shown to once another has read it. */
  static final List<LineThreshold> WITNESSES = List.of(HISTOGRAM, MIDRANGE, SHARP, SHARPER);

  /** Less than this between dark and light is paper. */
  private static final float LEAST_RANGE = 10;

  abstract BitArray black(float[] line);

  private static BitArray midrange(float[] line, int reach) {
    float[] low = extreme(line, reach, -1);
    float[] high = extreme(line, reach, 1);
    BitArray black = new BitArray(line.length);
    for (int i = 0; i < line.length; i++) {
      float range = high[i] - low[i];
      if (range >= LEAST_RANGE && line[i] < low[i] + range / 2) {
        black.set(i);
      }
    }
    return black;
  }

  /** The largest (sign 1) or least (-1) level within reach of each point. */
  private static float[] extreme(float[] line, int reach, int sign) {
    float[] out = new float[line.length];
    int[] candidates = new int[line.length];
    int first = 0;
    int end = 0;
    for (int i = 0; i < line.length + reach; i++) {
      if (i < line.length) {
        while (end > first && sign * line[candidates[end - 1]] <= sign * line[i]) {
          end--;
        }
        candidates[end++] = i;
      }
      int at = i - reach;
      if (at >= 0) {
        while (candidates[first] < at - reach) {
          first++;
        }
        out[at] = line[candidates[first]];
      }
    }
    return out;
  }

  private static float[] sharpened(float[] line, int reach) {
    float[] soft = boxed(boxed(line, reach), Math.max(1, reach / 2));
    float[] out = new float[line.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = line[i] + 2 * (line[i] - soft[i]);
    }
    return out;
  }

  private static float[] boxed(float[] line, int reach) {
    double[] sums = new double[line.length + 1];
    for (int i = 0; i < line.length; i++) {
      sums[i + 1] = sums[i] + line[i];
    }
    float[] out = new float[line.length];
    for (int i = 0; i < out.length; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(line.length, i + reach + 1);
      out[i] = (float) ((sums[to] - sums[from]) / (to - from));
    }
    return out;
  }
}
