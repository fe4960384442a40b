package io.caresettle.credential.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.HybridBinarizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Seeks the QR code on a picture, in attempts that cost more and more.
 *
 * <p>Order and choice follow a measurement on damaged pictures: of those that were read at all the
 * plain attempt read three in five, the local threshold most of the rest. ZXing never tries
 * inverted colours by itself, so a phone in dark mode needs attempts of its own. None of these
 * attempts has returned a wrong text; the same treatments do with bar codes, which are not accepted
 * here.
 */
final class QrFinder {

  /** A larger one is halved first: an old machine has no memory for its treatments. */
  private static final int MOST_PIXELS = 8_000_000;

  /** Above this a doubled picture costs more time than it finds codes. */
  private static final int MOST_PIXELS_TO_DOUBLE = 310_000;

  private static final Map<DecodeHintType, Object> QR_ONLY =
      Map.of(
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE),
          DecodeHintType.TRY_HARDER,
          true);

  private static final List<Attempt> ATTEMPTS =
      List.of(
          new Attempt(UnaryOperator.identity(), HybridBinarizer::new, QrFinder::plainly),
          new Attempt(GreyPicture::inverted, HybridBinarizer::new, QrFinder::plainly),
          new Attempt(QrFinder::smooth, LocalMeanBinarizer::new, QrFinder::plainly),
          new Attempt(UnaryOperator.identity(), HybridBinarizer::new, QrFinder::byCorner),
          new Attempt(GreyPicture::inverted, HybridBinarizer::new, QrFinder::byCorner),
          new Attempt(GreyPicture::despeckled, HybridBinarizer::new, QrFinder::plainly),
          new Attempt(QrFinder::smoothInverted, LocalMeanBinarizer::new, QrFinder::plainly),
          new Attempt(QrFinder::smooth, LocalMeanBinarizer::new, QrFinder::byCorner),
          new Attempt(QrFinder::doubledIfSmall, HybridBinarizer::new, QrFinder::plainly),
          new Attempt(QrFinder::smoothInverted, LocalMeanBinarizer::new, QrFinder::byCorner),
          new Attempt(GreyPicture::halved, HybridBinarizer::new, QrFinder::plainly));

  private record Attempt(
      UnaryOperator<GreyPicture> treatment,
      Function<LuminanceSource, Binarizer> blackAndWhite,
      Search search) {

    Optional<String> on(GreyPicture picture) {
      LuminanceSource treated = new GreyLuminance(treatment.apply(picture));
      try {
        return search.in(new BinaryBitmap(blackAndWhite.apply(treated)));
      } catch (NotFoundException e) {
        return Optional.empty();
      }
    }
  }

  private interface Search {
    Optional<String> in(BinaryBitmap bitmap) throws NotFoundException;
  }

  private QrFinder() {}

  /**
   * The text of the code on {@code picture}, or nothing.
   *
   * @param budget no attempt begins after it is used up, except the first
   */
  static Optional<String> find(GreyPicture picture, Duration budget) {
    return find(picture, budget, System::nanoTime);
  }

  static Optional<String> find(GreyPicture taken, Duration budget, LongSupplier nanoTime) {
    long began = nanoTime.getAsLong();
    GreyPicture picture = taken;
    while (pixels(picture) > MOST_PIXELS) {
      picture = picture.halved();
    }
    for (Attempt attempt : ATTEMPTS) {
      Optional<String> text = attempt.on(picture);
      if (text.isPresent()) {
        return text;
      }
      if (nanoTime.getAsLong() - began >= budget.toNanos()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> plainly(BinaryBitmap bitmap) throws NotFoundException {
    return Optional.of(new MultiFormatReader().decode(bitmap, QR_ONLY).getText());
  }

  private static Optional<String> byCorner(BinaryBitmap bitmap) throws NotFoundException {
    return CornerSearch.find(bitmap.getBlackMatrix());
  }

  private static GreyPicture smooth(GreyPicture picture) {
    return picture.blurred().blurred();
  }

  private static GreyPicture smoothInverted(GreyPicture picture) {
    return smooth(picture.inverted());
  }

  private static GreyPicture doubledIfSmall(GreyPicture picture) {
    return pixels(picture) <= MOST_PIXELS_TO_DOUBLE ? picture.doubled() : picture;
  }

  private static long pixels(GreyPicture picture) {
    return (long) picture.width() * picture.height();
  }
}
