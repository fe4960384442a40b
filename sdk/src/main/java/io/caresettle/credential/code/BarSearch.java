package io.caresettle.credential.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way to seek a Code 128 bar code: lines are laid across the picture and each is read by itself.
 *
 * <p>To treat lines is far cheaper than to treat the picture, and it can do what a picture cannot:
 * average along the bars, which takes grain away and leaves edges, and sample between points.
 *
 * @param degrees how the lines lie; 0 from left to right, 90 downwards
 * @param lines how many, spread evenly
 * @param thickness over how many points across itself a line is averaged
 * @param fine how many samples to a point
 */
record BarSearch(
    double degrees, int lines, int thickness, int fine, LineThreshold threshold, boolean inverted)
    implements Search {

  private static final Map<DecodeHintType, Object> CODE_128_ONLY =
      Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.CODE_128));

  static BarSearch lying(double degrees, int thickness, int fine, LineThreshold threshold) {
    return new BarSearch(degrees, 48, thickness, fine, threshold, false);
  }

  BarSearch dark() {
    return new BarSearch(degrees, lines, thickness, fine, threshold, true);
  }

  @Override
  public Optional<Found> in(Views views, BarVotes votes, Budget budget) {
    if (views.wasHalved()) {
      return Optional.empty();
    }
    GreyPicture picture = views.whole();
    Code128Reader reader = new Code128Reader();
    // From the middle outwards: that is where people hold codes.
    for (int i = 0; i < lines && !budget.usedUp(); i++) {
      int away = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
      vote(reader, picture, (double) away / lines, votes);
    }
    // Only now: a line further out may say something else, and then none is believed.
    return votes.answer().map(text -> new Found(CodeFormat.CODE_128, text));
  }

  private void vote(Code128Reader reader, GreyPicture picture, double away, BarVotes votes) {
    float[] line = line(picture, away);
    Optional<String> text = read(reader, threshold.black(line));
    if (text.isEmpty()) {
      return;
    }
    add(votes, text.get(), threshold, picture, away);
    for (LineThreshold other : LineThreshold.WITNESSES) {
      if (other != threshold) {
        read(reader, other.black(line)).ifPresent(t -> add(votes, t, other, picture, away));
      }
    }
  }

  private void add(
      BarVotes votes, String text, LineThreshold by, GreyPicture picture, double away) {
    double middle = away * across(picture);
    votes.add(text, by, degrees, middle - thickness / 2.0, middle + thickness / 2.0);
  }

  private double across(GreyPicture picture) {
    return picture.width() * Math.abs(Math.sin(Math.toRadians(degrees)))
        + picture.height() * Math.abs(Math.cos(Math.toRadians(degrees)));
  }

  /**
   * The levels along one line.
   *
   * @param away how far from the picture's middle, -0.5 to 0.5 of its extent
   */
  private float[] line(GreyPicture picture, double away) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double along = picture.width() * Math.abs(cos) + picture.height() * Math.abs(sin);
    float[] line = new float[Math.max(1, (int) (along * fine))];
    for (int t = 0; t < thickness; t++) {
      double v = away * across(picture) + t - (thickness - 1) / 2.0;
      for (int i = 0; i < line.length; i++) {
        double u = (double) i / fine - along / 2;
        double x = picture.width() / 2.0 + u * cos - v * sin;
        double y = picture.height() / 2.0 + u * sin + v * cos;
        line[i] += picture.between(x, y);
      }
    }
    for (int i = 0; i < line.length; i++) {
      float level = line[i] / thickness;
      line[i] = inverted ? 255 - level : level;
    }
    return line;
  }

  private static Optional<String> read(Code128Reader reader, BitArray bits) {
    Optional<String> forwards = decode(reader, bits);
    if (forwards.isPresent()) {
      return forwards;
    }
    bits.reverse();
    return decode(reader, bits);
  }

  private static Optional<String> decode(Code128Reader reader, BitArray bits) {
    try {
      String text = reader.decodeRow(0, bits, CODE_128_ONLY).getText();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
