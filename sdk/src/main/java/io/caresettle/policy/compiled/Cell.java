package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.EntitlementUnit;
import java.util.List;

/**
 * One number of a value's table, or what is said in words.
 *
 * @param amount fen, parts of ten thousand, a numerator, months, days or years; negative where
 *     nobody published it; 0 for words
 * @param of 1 for fen, 10,000 for basis points, the denominator of a ratio
 * @param said a word, a day such as 09-01, a set such as [spouse, parent]; empty for a number
 */
public record Cell(long amount, long of, String said) {

  /** A number that the law leaves to somebody who has not published it. */
  public static final Cell UNKNOWN = new Cell(-1, 1);

  /** A number. */
  public Cell(long amount, long of) {
    this(amount, of, "");
  }

  /** What a rule about entitlement says, in its unit. */
  public static Cell saying(EntitlementUnit unit, List<String> words) {
    if (unit.counts()) {
      return new Cell(Long.parseLong(words.get(0)), 1);
    }
    return new Cell(0, 1, unit == EntitlementUnit.SET ? set(words) : words.get(0));
  }

  /** The words of {@link #saying}. */
  List<String> words(EntitlementUnit unit) {
    if (unit.counts()) {
      return List.of(Long.toString(amount));
    }
    if (unit != EntitlementUnit.SET) {
      return List.of(said);
    }
    boolean bracketed = said.startsWith("[") && said.endsWith("]") && said.length() > 2;
    return bracketed ? List.of(said.substring(1, said.length() - 1).split(", ", -1)) : List.of();
  }

  private static String set(List<String> words) {
    return "[".concat(String.join(", ", words)).concat("]");
  }

  public boolean isUnknown() {
    return amount < 0;
  }

  /**
   * As a pack writes it: {@code 60000}, {@code 8500}, {@code 2/3}, {@code 09-01}, {@code unknown}.
   */
  @Override
  public String toString() {
    if (isUnknown()) {
      return "unknown";
    }
    if (!said.isEmpty()) {
      return said;
    }
    return of == 1 || of == 10_000 ? Long.toString(amount) : amount + "/" + of;
  }
}
