package io.caresettle.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word a person may have meant. */
public final class Nearest {

  private Nearest() {}

  /** The closest of {@code words}, unless all of them are quite different. */
  public static Optional<String> to(String found, Collection<String> words) {
    int most = Math.max(1, (found.length() + 1) / 3);
    return words.stream()
        // What is much longer than any word is not compared letter by letter.
        .filter(word -> Math.abs(found.length() - word.length()) <= most)
        .filter(word -> distance(found, word) <= most)
        .min(Comparator.comparingInt((String word) -> distance(found, word)));
  }

  /** Letters to change, add, drop or swap with their neighbour; case and dashes are free. */
  private static int distance(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
