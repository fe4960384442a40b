package io.caresettle.credential.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what single lines through a bar code said.
 *
 * <p>A bar code has one check character of 103 values, so a line in a bad picture says something
 * wrong now and then, and it may be another person's number. Lines do not witness for each other
 * where the harm runs along the bars, a streak or a bad focus: it is the same on all of them, and
 * so is the wrong text. A text is therefore believed only when two different thresholds gave it on
 * lines that lie apart, and nothing else was read on the picture at all.
 */
final class BarVotes {

  /** So many points lie between two lines that are not the same place twice. */
  private static final double LEAST_APART = 3;

  private record Way(LineThreshold threshold, double degrees) {}

  /** The outermost lines that were read one way: where the first ends and the last begins. */
  private record Reach(double firstEnds, double lastBegins) {

    Reach with(double from, double to) {
      return new Reach(Math.min(firstEnds, to), Math.max(lastBegins, from));
    }

    boolean apartFrom(Reach other) {
      return other.lastBegins - firstEnds >= LEAST_APART
          || lastBegins - other.firstEnds >= LEAST_APART;
    }
  }

  private final Set<String> texts = new HashSet<>();
  private final Map<Way, Reach> ways = new HashMap<>();

  /**
   * Takes what one line said.
   *
   * @param degrees how it lies
   * @param from where it begins across itself, in points; {@code to} where it ends
   */
  void add(String text, LineThreshold threshold, double degrees, double from, double to) {
    texts.add(text);
    ways.merge(
        new Way(threshold, degrees), new Reach(to, from), (known, added) -> known.with(from, to));
  }

  /** The text that is believed; empty where there is none, or where two were read. */
  Optional<String> answer() {
    if (texts.size() != 1) {
      return Optional.empty();
    }
    boolean sure =
        ways.keySet().stream()
            .anyMatch(one -> ways.keySet().stream().anyMatch(other -> confirms(one, other)));
    return sure ? texts.stream().findFirst() : Optional.empty();
  }

  private boolean confirms(Way one, Way other) {
    return one.threshold() != other.threshold()
        && one.degrees() == other.degrees()
        && reach(one).apartFrom(reach(other));
  }

  private Reach reach(Way way) {
    return ways.getOrDefault(way, new Reach(Double.MAX_VALUE, -Double.MAX_VALUE));
  }

  /** Whether a line was read at all. */
  boolean any() {
    return !texts.isEmpty();
  }
}
