package io.caresettle.credential.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what single lines through a bar code said.
 *
 * <p>A bar code has one check character of 103 values, so one line in a blurred picture says
 * something wrong now and then, and it may be another person's number. A text counts when lines
 * apart from each other said it and hardly any said another.
 */
final class BarVotes {

  private static final int NEEDED = 2;

  /** Where another text was read too, the better one must have this many times its votes. */
  private static final int AHEAD = 4;

  private final Map<String, Integer> votes = new HashMap<>();
  private int all;

  /** Takes one line's text; gives it back when it is the answer. */
  Optional<String> add(String text) {
    int own = votes.merge(text, 1, Integer::sum);
    all++;
    int others = all - own;
    boolean clear = own >= NEEDED && own >= AHEAD * others;
    return clear ? Optional.of(text) : Optional.empty();
  }

  /** Whether a line was read at all. */
  boolean any() {
    return all > 0;
  }
}
