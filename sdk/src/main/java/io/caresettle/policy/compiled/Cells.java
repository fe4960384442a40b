package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.PlanKey;
import java.util.ArrayList;
import java.util.List;

/** Where a cell stands in a table that is written row by row. */
final class Cells {

  private Cells() {}

  /**
   * How many there are; a table of more than an {@code int} counts has more than any file holds.
   */
  static long count(Header header, List<Dimension> by) {
    long count = 1;
    for (Dimension dimension : by) {
      count = Math.min(Integer.MAX_VALUE, count) * header.words(dimension).size();
    }
    return count;
  }

  /** The cell of a bill; the key's words are known to the pack. */
  static int of(Header header, List<Dimension> by, PlanKey key) {
    int index = 0;
    for (Dimension dimension : by) {
      List<String> words = header.words(dimension);
      index = index * words.size() + dimension.row(key, words);
    }
    return index;
  }

  static List<List<String>> words(Header header, List<Dimension> by) {
    List<List<String>> cells = new ArrayList<>(List.of(List.of()));
    for (Dimension dimension : by) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> cell : cells) {
        for (String word : header.words(dimension)) {
          List<String> next = new ArrayList<>(cell);
          next.add(word);
          longer.add(List.copyOf(next));
        }
      }
      cells = longer;
    }
    return List.copyOf(cells);
  }
}
