package io.caresettle.sim.adjudicate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell of a value's table: a number, a range for other packs to stay in, or unknown.
 *
 * @param least the number itself where the cell is no range; empty where nobody published it
 * @param most the same as {@code least} where the cell is no range
 */
record Cell(Optional<Fraction> least, Optional<Fraction> most) {

  /** What a cell's number counts. */
  enum Unit {
    FEN,
    BASIS_POINTS,
    RATIO;

    static Unit read(Tree tree) {
      return switch (tree.text("unit")) {
        case "fen" -> FEN;
        case "basis-points" -> BASIS_POINTS;
        case "ratio" -> RATIO;
        default -> throw tree.bad("the unit should be fen, basis-points or ratio");
      };
    }

    boolean isRate() {
      return this != FEN;
    }
  }

  private static final String UNKNOWN = "unknown";
  private static final long MOST_PARTS = 1_000_000;
  private static final Pattern RATIO = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

  /** The table under {@code key}, by its words in the order of {@code by}. */
  static Map<List<String>, Cell> table(
      Tree tree,
      String key,
      List<String> by,
      Unit unit,
      boolean range,
      Map<String, Set<String>> words) {
    Map<List<String>, Cell> cells = new LinkedHashMap<>();
    fill(tree, key, by, List.of(), unit, range, words, cells);
    return Map.copyOf(cells);
  }

  private static void fill(
      Tree tree,
      String key,
      List<String> by,
      List<String> path,
      Unit unit,
      boolean range,
      Map<String, Set<String>> words,
      Map<List<String>, Cell> cells) {
    if (path.size() == by.size()) {
      cells.put(path, range ? readRange(tree.tree(key), unit) : readNumber(tree, key, unit));
      return;
    }
    Tree inner = tree.tree(key);
    Set<String> wanted = words.getOrDefault(by.get(path.size()), Set.of());
    if (!inner.keys().equals(wanted)) {
      throw inner.bad("every one of " + wanted + " should have a number, and nothing else");
    }
    for (String word : wanted) {
      List<String> longer = new ArrayList<>(path);
      longer.add(word);
      fill(inner, word, by, List.copyOf(longer), unit, range, words, cells);
    }
  }

  private static Cell readRange(Tree tree, Unit unit) {
    Optional<Fraction> least = number(tree, "least", unit);
    Optional<Fraction> most = number(tree, "most", unit);
    tree.end();
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      throw tree.bad("the least is more than the most");
    }
    return new Cell(least, most);
  }

  private static Cell readNumber(Tree tree, String key, Unit unit) {
    Optional<Fraction> number = number(tree, key, unit);
    return new Cell(number, number);
  }

  private static Optional<Fraction> number(Tree tree, String key, Unit unit) {
    Object scalar = tree.scalar(key);
    if (scalar.equals(UNKNOWN)) {
      return Optional.empty();
    }
    Fraction number =
        switch (unit) {
          case FEN -> whole(tree, key, scalar, Claim.MOST_FEN);
          case BASIS_POINTS -> whole(tree, key, scalar, 10_000).times(Fraction.of(1, 10_000));
          case RATIO -> ratio(tree, key, scalar);
        };
    return Optional.of(number);
  }

  private static Fraction whole(Tree tree, String key, Object scalar, long most) {
    if (scalar instanceof Number number && number.longValue() >= 0 && number.longValue() <= most) {
      return Fraction.whole(number.longValue());
    }
    throw tree.bad("'" + key + "' should be a whole number from 0 to " + most);
  }

  private static Fraction ratio(Tree tree, String key, Object scalar) {
    if (scalar instanceof String text) {
      Matcher parts = RATIO.matcher(text);
      if (parts.matches()) {
        BigInteger over = new BigInteger(parts.group(1));
        BigInteger under = new BigInteger(parts.group(2));
        if (under.signum() > 0
            && over.compareTo(under) <= 0
            && under.compareTo(BigInteger.valueOf(MOST_PARTS)) <= 0) {
          return new Fraction(over, under);
        }
      }
    }
    throw tree.bad("'" + key + "' should be a share of the whole, such as 2/37");
  }

  /** Whether nothing this cell allows lies outside what {@code outer} allows. */
  boolean within(Cell outer) {
    return bounds(outer.least, least) && bounds(most, outer.most);
  }

  private static boolean bounds(Optional<Fraction> low, Optional<Fraction> high) {
    return low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) <= 0;
  }
}
