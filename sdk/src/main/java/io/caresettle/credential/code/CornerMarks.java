package io.caresettle.credential.code;

import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The corner marks of QR codes on a picture, and which three of them may be one code's.
 *
 * <p>ZXing compares every three of all marks it finds, and a picture may be papered with them: here
 * the clearest few are kept first.
 */
final class CornerMarks extends FinderPatternFinder {

  /** With more marks than this a picture is no code's: ZXing is not asked to pair them. */
  static final int MOST_SOUGHT = 150;

  private static final int MOST_PAIRED = 12;

  /** Marks of one code are alike in size, but on a tilted code one is much nearer than another. */
  private static final float MOST_UNLIKE = 3;

  private static final double MOST_SKEWED = 2;

  CornerMarks(BitMatrix image) {
    super(image);
  }

  /** Threes that lie like the corners of a code, the likeliest first. */
  static List<FinderPatternInfo> triples(BitMatrix image, int most) {
    CornerMarks marks = new CornerMarks(image);
    marks.seek();
    return marks.triples().stream()
        .sorted(Comparator.comparingDouble(Triple::skew))
        .limit(most)
        .map(Triple::info)
        .toList();
  }

  private void seek() {
    BitMatrix image = getImage();
    int[] runs = new int[5];
    for (int y = MIN_SKIP - 1; y < image.getHeight(); y += MIN_SKIP) {
      doClearCounts(runs);
      boolean black = false;
      for (int x = 0; x <= image.getWidth(); x++) {
        boolean now = x < image.getWidth() && image.get(x, y);
        if (now != black || x == image.getWidth()) {
          if (black && runs[0] > 0 && foundPatternCross(runs)) {
            handlePossibleCenter(runs, y, x);
          }
          if (getPossibleCenters().size() >= MOST_SOUGHT) {
            return;
          }
          shift(runs);
          black = now;
        }
        runs[4]++;
      }
    }
  }

  private static void shift(int[] runs) {
    System.arraycopy(runs, 1, runs, 0, 4);
    runs[4] = 0;
  }

  private List<Triple> triples() {
    List<FinderPattern> marks = new ArrayList<>(getPossibleCenters());
    marks.sort(Comparator.comparingInt(FinderPattern::getCount).reversed());
    List<FinderPattern> best = marks.subList(0, Math.min(MOST_PAIRED, marks.size()));
    List<Triple> triples = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      for (int j = i + 1; j < best.size(); j++) {
        for (int k = j + 1; k < best.size(); k++) {
          Triple triple = Triple.of(best.get(i), best.get(j), best.get(k));
          if (triple.alike() && triple.fits() && triple.skew() < MOST_SKEWED) {
            triples.add(triple);
          }
        }
      }
    }
    return triples;
  }

  private record Triple(FinderPatternInfo info) {

    static Triple of(FinderPattern a, FinderPattern b, FinderPattern c) {
      FinderPattern[] ordered = {a, b, c};
      ResultPoint.orderBestPatterns(ordered);
      return new Triple(new FinderPatternInfo(ordered));
    }

    boolean alike() {
      float a = info.getTopLeft().getEstimatedModuleSize();
      float b = info.getTopRight().getEstimatedModuleSize();
      float c = info.getBottomLeft().getEstimatedModuleSize();
      return Math.max(a, Math.max(b, c)) <= MOST_UNLIKE * Math.min(a, Math.min(b, c));
    }

    private double right() {
      return ResultPoint.distance(info.getTopLeft(), info.getTopRight());
    }

    private double down() {
      return ResultPoint.distance(info.getTopLeft(), info.getBottomLeft());
    }

    /** Whether a code of this size exists: 14 to 170 modules from mark to mark. */
    boolean fits() {
      double modules = (right() + down()) / 2 / info.getTopLeft().getEstimatedModuleSize();
      return modules >= 9 && modules <= 180;
    }

    /** How far from a right angle with equal sides; 0 is one. */
    double skew() {
      double across = ResultPoint.distance(info.getTopRight(), info.getBottomLeft());
      double square = Math.hypot(right(), down());
      double sides = Math.abs(right() - down()) / Math.max(1, Math.min(right(), down()));
      return Math.max(sides, Math.abs(across - square) / Math.max(1, Math.min(across, square)));
    }
  }
}
