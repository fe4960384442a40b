package io.caresettle.credential.code;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One picture as its stages want to see it; what one stage has made is there for the next. */
final class Views {

  /** Bar codes are sought on no picture that was halved, so this is the largest of a camera's. */
  static final long MOST_PIXELS = 12_600_000;

  /** Treating more than this costs more time than it finds square codes. */
  private static final long MOST_PIXELS_TO_TREAT = 2_100_000;

  /** Black and white, each made when it is first asked for. */
  enum Bits {
    HYBRID(false),
    HYBRID_INVERTED(true),
    LOCAL(false),
    LOCAL_INVERTED(true),
    STEEP(false),
    STEEP_INVERTED(true);

    private final boolean inverted;

    Bits(boolean inverted) {
      this.inverted = inverted;
    }

    private BinaryBitmap of(GreyPicture picture) {
      GreyPicture light = inverted ? Treatments.inverted(picture) : picture;
      return switch (this) {
        case HYBRID, HYBRID_INVERTED -> bitmap(light, HybridBinarizer::new);
        case LOCAL, LOCAL_INVERTED -> bitmap(Treatments.smooth(light), LocalMeanBinarizer::new);
        case STEEP, STEEP_INVERTED -> bitmap(Treatments.steep(light), LocalMeanBinarizer::new);
      };
    }
  }

  private final GreyPicture whole;
  private final boolean halved;
  private final GreyPicture small;
  private final Map<Bits, BinaryBitmap> made = new EnumMap<>(Bits.class);

  private Views(GreyPicture whole, boolean halved, GreyPicture small) {
    this.whole = whole;
    this.halved = halved;
    this.small = small;
  }

  /**
   * @param thinned whether points were left out already when it was read
   */
  static Views of(GreyPicture taken, boolean thinned) {
    GreyPicture whole = taken;
    while (whole.pixels() > MOST_PIXELS) {
      whole = whole.halved();
    }
    GreyPicture small = whole;
    while (small.pixels() > MOST_PIXELS_TO_TREAT) {
      small = small.halved();
    }
    return new Views(whole, thinned || whole.pixels() < taken.pixels(), small);
  }

  /** As it was taken, or halved where it is {@link #wasHalved too large for any camera}. */
  GreyPicture whole() {
    return whole;
  }

  boolean wasHalved() {
    return halved;
  }

  /** Small enough for treatments; square codes survive being halved. */
  GreyPicture small() {
    return small;
  }

  BinaryBitmap in(Bits bits) {
    return made.computeIfAbsent(bits, b -> b.of(small));
  }

  /** What was made so far. */
  List<BinaryBitmap> made() {
    return List.copyOf(made.values());
  }

  /** The levels of which black and white were made, neither smoothed nor sharpened. */
  GreyPicture grey(Bits bits) {
    return bits.inverted ? Treatments.inverted(small) : small;
  }

  static BinaryBitmap bitmap(GreyPicture picture, Function<LuminanceSource, Binarizer> binarizer) {
    return new BinaryBitmap(binarizer.apply(new GreyLuminance(picture)));
  }
}
