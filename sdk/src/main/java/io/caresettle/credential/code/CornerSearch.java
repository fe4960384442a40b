package io.caresettle.credential.code;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GridSampler;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a QR code whose three finder patterns are found and whose fourth corner is not.
 *
 * <p>ZXing derives the fourth corner from one small alignment pattern, and takes something else for
 * it now and then: of undamaged pictures of our own codes 1.7 % were not read. Here many places for
 * that corner are tried, each is judged by how many of the modules that every code of this size has
 * in common come out right, and the best are decoded. A wrong corner hardly makes a wrong text:
 * what is decoded has passed the code's own error correction. A code of ours has its signature
 * besides; a national one has not, and the centre alone knows whether it issued it.
 */
final class CornerSearch {

  private static final int MOST_TRIPLES = 8;
  private static final int MOST_DECODED = 16;

  private static final int MOST_BENT = 2;
  private static final double[] GAINS = {0, 1, 2};

  /** Of the modules that every code has, this part is right in a code that is one. */
  private static final double RIGHT = 0.75;

  /** The first search goes this far to each side, in parts of the code's width. */
  private static final double REACH = 0.3;

  private static final double FIRST_STEP = 0.03;
  private static final double LAST_STEP = 0.002;

  private final BitMatrix image;
  private final Decoder decoder = new Decoder();

  private final @Nullable GreyPicture bending;
  private final Budget budget;

  private CornerSearch(BitMatrix image, @Nullable GreyPicture bending, Budget budget) {
    this.image = image;
    this.bending = bending;
    this.budget = budget;
  }

  /** Reads a code that lies flat. */
  static Optional<String> flat(BitMatrix image, Budget budget) {
    return new CornerSearch(image, null, budget).find();
  }

  /**
   * Reads a code that is bent, or out of focus.
   *
   * @param grey what {@code image} was made of, dark where that is black
   */
  static Optional<String> bent(BitMatrix image, GreyPicture grey, Budget budget) {
    return new CornerSearch(image, grey, budget).find();
  }

  /** Whether three finder patterns are there that could be a code's, read or not. */
  static boolean sees(BitMatrix image, Budget budget) {
    CornerSearch search = new CornerSearch(image, null, budget);
    ModuleSizes sizes = new ModuleSizes(image);
    for (FinderPatternInfo triple : CornerMarks.triples(image, MOST_TRIPLES)) {
      if (budget.usedUp()) {
        break;
      }
      Corners corners = Corners.of(triple);
      double module = sizes.of(corners);
      if (module >= 1 && search.looksRight(corners, likely(corners, module))) {
        return true;
      }
    }
    return false;
  }

  private boolean looksRight(Corners corners, int dimension) {
    if (dimension < 21 || dimension > 177) {
      return false;
    }
    CommonModules common = CommonModules.of(dimension);
    return common.right(image, corners.transform(dimension, 0, 0)) >= RIGHT * common.count();
  }

  private static int likely(Corners corners, double module) {
    return 4 * (int) Math.round((corners.side() / module + 6) / 4) + 1;
  }

  private Optional<String> find() {
    ModuleSizes sizes = new ModuleSizes(image);
    for (FinderPatternInfo triple : CornerMarks.triples(image, MOST_TRIPLES)) {
      Corners corners = Corners.of(triple);
      double module = sizes.of(corners);
      if (module >= 1) {
        int likely = likely(corners, module);
        for (int dimension : new int[] {likely, likely + 4, likely - 4}) {
          Optional<String> text = find(corners, dimension);
          if (text.isPresent()) {
            return text;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> find(Corners corners, int dimension) {
    if (dimension < 21 || dimension > 177 || budget.usedUp()) {
      return Optional.empty();
    }
    CommonModules common = CommonModules.of(dimension);
    Set<Place> seen = new HashSet<>();
    for (double y = -REACH; y <= REACH && !budget.usedUp(); y += FIRST_STEP) {
      for (double x = -REACH; x <= REACH; x += FIRST_STEP) {
        seen.add(judged(corners, dimension, common, x, y));
      }
    }
    for (double step = FIRST_STEP / 2; step >= LAST_STEP && !budget.usedUp(); step /= 2) {
      for (Place place : best(seen, 4)) {
        for (int i = 0; i < 9; i++) {
          double x = place.x() + (i % 3 - 1) * step;
          double y = place.y() + (i / 3 - 1) * step;
          seen.add(judged(corners, dimension, common, x, y));
        }
      }
    }
    if (bending != null) {
      return bent(corners, dimension, common, best(seen, MOST_BENT), bending);
    }
    for (Place place : best(seen, MOST_DECODED)) {
      if (budget.usedUp()) {
        break;
      }
      Optional<String> text = decode(corners.transform(dimension, place.x(), place.y()), dimension);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<String> bent(
      Corners corners, int dimension, CommonModules common, List<Place> places, GreyPicture grey) {
    for (Place place : places) {
      if (place.right() < RIGHT * common.count() || budget.usedUp()) {
        break;
      }
      BentGrid grid =
          new BentGrid(
              image, corners.transform(dimension, place.x(), place.y()), dimension, common);
      grid.fit(corners.side() / (dimension - 7), budget);
      Optional<String> text = decode(grid, grid.modules());
      for (double gain : GAINS) {
        if (text.isPresent() || budget.usedUp()) {
          break;
        }
        text = decode(grid, grid.modules(grey, gain));
      }
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<String> decode(BentGrid grid, BitMatrix modules) {
    return grid.right(modules) < RIGHT ? Optional.empty() : decode(modules);
  }

  private Place judged(Corners corners, int dimension, CommonModules common, double x, double y) {
    return new Place(x, y, common.right(image, corners.transform(dimension, x, y)));
  }

  private static List<Place> best(Set<Place> places, int most) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparingInt(Place::right).reversed());
    return sorted.subList(0, Math.min(most, sorted.size()));
  }

  private Optional<String> decode(PerspectiveTransform transform, int dimension) {
    try {
      BitMatrix bits = GridSampler.getInstance().sampleGrid(image, dimension, dimension, transform);
      return decode(bits);
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<String> decode(BitMatrix modules) {
    try {
      String text = decoder.decode(modules).getText();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (ChecksumException | FormatException e) {
      return Optional.empty();
    }
  }

  /**
   * A place for the fourth corner.
   *
   * @param x how far from where it would lie without perspective, in parts of the code's width
   * @param right how many of the common modules come out right
   */
  private record Place(double x, double y, int right) {}

  /** The centres of the three finder patterns. */
  private record Corners(ResultPoint topLeft, ResultPoint topRight, ResultPoint bottomLeft) {

    static Corners of(FinderPatternInfo triple) {
      return new Corners(triple.getTopLeft(), triple.getTopRight(), triple.getBottomLeft());
    }

    double side() {
      return (ResultPoint.distance(topLeft, topRight) + ResultPoint.distance(topLeft, bottomLeft))
          / 2;
    }

    PerspectiveTransform transform(int dimension, double x, double y) {
      double cornerX = topRight.getX() + bottomLeft.getX() - topLeft.getX() + x * side();
      double cornerY = topRight.getY() + bottomLeft.getY() - topLeft.getY() + y * side();
      float far = dimension - 3.5f;
      return PerspectiveTransform.quadrilateralToQuadrilateral(
          3.5f,
          3.5f,
          far,
          3.5f,
          far,
          far,
          3.5f,
          far,
          topLeft.getX(),
          topLeft.getY(),
          topRight.getX(),
          topRight.getY(),
          (float) cornerX,
          (float) cornerY,
          bottomLeft.getX(),
          bottomLeft.getY());
    }
  }

  /** Opens ZXing's measuring of a module. */
  private static final class ModuleSizes extends Detector {

    ModuleSizes(BitMatrix image) {
      super(image);
    }

    double of(Corners corners) {
      return calculateModuleSize(corners.topLeft(), corners.topRight(), corners.bottomLeft());
    }
  }
}
