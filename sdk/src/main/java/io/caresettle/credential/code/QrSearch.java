package io.caresettle.credential.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Ways to seek a QR code. ZXing accepts nothing but QR here: left to itself it reads others. */
final class QrSearch {

  /** Above this a doubled picture costs more time than it finds codes. */
  private static final long MOST_PIXELS_TO_DOUBLE = 310_000;

  private static final Map<DecodeHintType, Object> QR_ONLY =
      Map.of(
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE),
          DecodeHintType.TRY_HARDER,
          true);

  private QrSearch() {}

  /** ZXing's own search on black and white. */
  static Search on(Views.Bits bits) {
    return (views, votes, budget) -> decode(views.in(bits));
  }

  /** ZXing's own search after a treatment. */
  static Search after(UnaryOperator<GreyPicture> treatment) {
    return (views, votes, budget) ->
        decode(Views.bitmap(treatment.apply(views.small()), HybridBinarizer::new));
  }

  /** ZXing's own search on a large camera's whole picture, where a code may be small. */
  static Search whole() {
    return (views, votes, budget) ->
        views.whole().pixels() > views.small().pixels()
            ? decode(Views.bitmap(views.whole(), HybridBinarizer::new))
            : Optional.empty();
  }

  /** ZXing's own search on a picture of twice the size, if it is small. */
  static Search doubled() {
    return (views, votes, budget) ->
        views.small().pixels() <= MOST_PIXELS_TO_DOUBLE
            ? decode(Views.bitmap(views.small().doubled(), HybridBinarizer::new))
            : Optional.empty();
  }

  /** The search on a grid that may bend, on a picture of twice the size, if it is small. */
  static Search doubledBent() {
    return (views, votes, budget) -> {
      if (views.small().pixels() > MOST_PIXELS_TO_DOUBLE) {
        return Optional.empty();
      }
      GreyPicture doubled = views.small().doubled();
      GreyLuminance steep = new GreyLuminance(Treatments.steep(doubled));
      return CornerSearch.bent(new LocalMeanBinarizer(steep).getBlackMatrix(), doubled, budget)
          .map(QrSearch::found);
    };
  }

  /** The search for the fourth corner. */
  static Search corner(Views.Bits bits) {
    return (views, votes, budget) -> {
      try {
        return CornerSearch.flat(views.in(bits).getBlackMatrix(), budget).map(QrSearch::found);
      } catch (NotFoundException e) {
        return Optional.empty();
      }
    };
  }

  /** The same on a grid that may bend. */
  static Search bent(Views.Bits bits) {
    return (views, votes, budget) -> {
      try {
        return CornerSearch.bent(views.in(bits).getBlackMatrix(), views.grey(bits), budget)
            .map(QrSearch::found);
      } catch (NotFoundException e) {
        return Optional.empty();
      }
    };
  }

  private static Optional<Found> decode(BinaryBitmap bitmap) {
    try {
      String text = new MultiFormatReader().decode(bitmap, hints()).getText();
      return text.isEmpty() ? Optional.empty() : Optional.of(found(text));
    } catch (NotFoundException | TooManyMarks e) {
      return Optional.empty();
    }
  }

  /** ZXing tells of every mark it finds, which is where it can be stopped before it pairs them. */
  private static Map<DecodeHintType, Object> hints() {
    AtomicInteger marks = new AtomicInteger();
    ResultPointCallback counting =
        mark -> {
          if (marks.incrementAndGet() > CornerMarks.MOST_SOUGHT) {
            throw new TooManyMarks();
          }
        };
    Map<DecodeHintType, Object> hints = new EnumMap<>(QR_ONLY);
    hints.put(DecodeHintType.NEED_RESULT_POINT_CALLBACK, counting);
    return hints;
  }

  /** A picture papered with corner marks. */
  private static final class TooManyMarks extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyMarks() {
      super("More corner marks than a code's picture has", null, false, false);
    }
  }

  private static Found found(String text) {
    return new Found(CodeFormat.QR_CODE, text);
  }
}
