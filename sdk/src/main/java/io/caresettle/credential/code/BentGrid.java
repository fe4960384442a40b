package io.caresettle.credential.code;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;

/**
 * The modules of a QR code that does not lie flat: on cloth, on a bottle, under a bad lens.
 *
 * <p>It starts from the flat grid through the four corners and lets it bend. A grid lies well when
 * the points around the middle of a module all have its colour, and when the modules that every
 * code has come out right; small changes that better this are kept until none does.
 */
final class BentGrid {

  /** Points of a module that are looked at, in modules from its middle. */
  private static final float[][] AROUND = {
    {0, 0}, {-0.28f, -0.28f}, {0.28f, -0.28f}, {-0.28f, 0.28f}, {0.28f, 0.28f}
  };

  private static final int POINTS = AROUND.length;

  /** In which ways it bends, each in x and in y. */
  private static final int WAYS = 5;

  private static final double[] STEPS = {0.6, 0.3, 0.15};
  private static final int MOST_ROUNDS = 4;

  /** What a module that every code has counts for beside one that is merely clean. */
  private static final int WEIGHT = 3;

  private final BitMatrix image;
  private final int dimension;
  private final float[] flat;
  private final byte[] expected;
  private final float[] ways;
  private final double[] bend = new double[2 * WAYS];

  BentGrid(BitMatrix image, PerspectiveTransform transform, int dimension, CommonModules common) {
    this.image = image;
    this.dimension = dimension;
    int modules = dimension * dimension;
    flat = new float[2 * POINTS * modules];
    ways = new float[WAYS * modules];
    for (int m = 0; m < modules; m++) {
      int row = m / dimension;
      float x = m - row * dimension + 0.5f;
      float y = row + 0.5f;
      for (int p = 0; p < POINTS; p++) {
        flat[2 * (POINTS * m + p)] = x + AROUND[p][0];
        flat[2 * (POINTS * m + p) + 1] = y + AROUND[p][1];
      }
      float u = (x - 3.5f) / (dimension - 7);
      float v = (y - 3.5f) / (dimension - 7);
      ways[WAYS * m] = 4 * u * (1 - u);
      ways[WAYS * m + 1] = 4 * v * (1 - v);
      ways[WAYS * m + 2] = 4 * u * (1 - u) * v;
      ways[WAYS * m + 3] = 4 * v * (1 - v) * u;
      ways[WAYS * m + 4] = u * v;
    }
    transform.transformPoints(flat);
    expected = common.square(dimension);
  }

  /**
   * Bends it until it lies as well as it can.
   *
   * @param module points to a module
   */
  void fit(double module, Budget budget) {
    int best = score();
    for (double step : STEPS) {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        int before = best;
        for (int way = 0; way < bend.length && !budget.usedUp(); way++) {
          best = tried(way, step * module, best);
        }
        if (best == before) {
          break;
        }
      }
    }
  }

  private int tried(int way, double step, int best) {
    double old = bend[way];
    for (double change : new double[] {step, -step}) {
      bend[way] = old + change;
      int score = score();
      if (score > best) {
        return score;
      }
    }
    bend[way] = old;
    return best;
  }

  private int score() {
    int score = 0;
    for (int m = 0; m < expected.length; m++) {
      int black = black(m);
      if (black == 0 || black == POINTS) {
        score++;
      }
      if (expected[m] != CommonModules.OPEN) {
        boolean right =
            expected[m] == CommonModules.BLACK ? black > POINTS / 2 : black <= POINTS / 2;
        score += right ? WEIGHT : 0;
      }
    }
    return score;
  }

  /** How many of a module's points are black. */
  private int black(int module) {
    float dx = shift(module, 0);
    float dy = shift(module, WAYS);
    int black = 0;
    for (int p = 0; p < POINTS; p++) {
      int x = (int) (flat[2 * (POINTS * module + p)] + dx);
      int y = (int) (flat[2 * (POINTS * module + p) + 1] + dy);
      boolean inside = x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
      if (inside && image.get(x, y)) {
        black++;
      }
    }
    return black;
  }

  private float shift(int module, int from) {
    double shift = 0;
    for (int way = 0; way < WAYS; way++) {
      shift += bend[from + way] * ways[WAYS * module + way];
    }
    return (float) shift;
  }

  /** The modules by the majority of their points. */
  BitMatrix modules() {
    BitMatrix modules = new BitMatrix(dimension);
    for (int m = 0; m < expected.length; m++) {
      if (black(m) > POINTS / 2) {
        modules.set(m % dimension, m / dimension);
      }
    }
    return modules;
  }

  /**
   * The modules by their levels of grey, each against those around it: out of focus a module takes
   * on some of its neighbours' light, which is taken off again.
   *
   * @param gain how much of it; 0 none
   */
  BitMatrix modules(GreyPicture picture, double gain) {
    double[] grey = new double[expected.length];
    for (int m = 0; m < grey.length; m++) {
      float dx = shift(m, 0);
      float dy = shift(m, WAYS);
      for (int p = 0; p < POINTS; p++) {
        double x = flat[2 * (POINTS * m + p)] + dx - 0.5;
        double y = flat[2 * (POINTS * m + p) + 1] + dy - 0.5;
        grey[m] += (p == 0 ? 2 : 1) * picture.between(x, y);
      }
    }
    double[] sharp = new double[grey.length];
    for (int m = 0; m < grey.length; m++) {
      sharp[m] = grey[m] + gain * (grey[m] - mean(grey, m, 1));
    }
    BitMatrix modules = new BitMatrix(dimension);
    for (int m = 0; m < grey.length; m++) {
      if (sharp[m] < mean(sharp, m, 4)) {
        modules.set(m % dimension, m / dimension);
      }
    }
    return modules;
  }

  private double mean(double[] levels, int module, int reach) {
    double sum = 0;
    int count = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int x = module % dimension + dx;
        int y = module / dimension + dy;
        if (x >= 0 && y >= 0 && x < dimension && y < dimension) {
          sum += levels[y * dimension + x];
          count++;
        }
      }
    }
    return sum / count;
  }

  /** Which part of the modules that every code has is right in {@code modules}. */
  double right(BitMatrix modules) {
    int right = 0;
    int all = 0;
    for (int m = 0; m < expected.length; m++) {
      if (expected[m] != CommonModules.OPEN) {
        all++;
        boolean black = modules.get(m % dimension, m / dimension);
        right += black == (expected[m] == CommonModules.BLACK) ? 1 : 0;
      }
    }
    return (double) right / all;
  }
}
