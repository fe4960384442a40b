package io.caresettle.sim.adjudicate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** What an ordinance says on one point. */
sealed interface Saying {

  /** A number, or the range in which others must say one. */
  record Bounds(int least, int most) implements Saying {}

  record Day(MonthDay day) implements Saying {}

  record Words(Set<String> words) implements Saying {}

  /** Nobody published it. */
  record Unknown() implements Saying {}

  static Saying read(Tree tree, Points.Form form, boolean range) {
    if (range) {
      if (!(form instanceof Points.Count count)) {
        throw tree.bad("only a number can be given as a range");
      }
      Tree bounds = tree.tree("value");
      Bounds number = new Bounds(number(bounds, "least", count), number(bounds, "most", count));
      bounds.end();
      if (number.least() > number.most()) {
        throw bounds.bad("the least is more than the most");
      }
      return number;
    }
    if (form instanceof Points.Choice choice && choice.several() && !tree.isText("value")) {
      return new Words(known(tree, tree.wordsOrNone("value"), choice));
    }
    Object said = tree.scalar("value");
    if (said.equals("unknown")) {
      return new Unknown();
    }
    if (form instanceof Points.Count count) {
      int number = whole(tree, said, count);
      return new Bounds(number, number);
    }
    if (!(said instanceof String word)) {
      throw tree.bad("'value' should be a word, or a day in quotes");
    }
    if (form instanceof Points.Choice choice) {
      if (choice.several()) {
        throw tree.bad("'value' should be a list of words");
      }
      return new Words(known(tree, Set.of(word), choice));
    }
    return new Day(day(tree, word));
  }

  private static int number(Tree tree, String key, Points.Count count) {
    return whole(tree, tree.scalar(key), count);
  }

  private static int whole(Tree tree, Object said, Points.Count count) {
    if (said instanceof Integer number && number >= 0 && number <= count.most()) {
      return number;
    }
    throw tree.bad(said + " should be a whole number from 0 to " + count.most());
  }

  private static Set<String> known(Tree tree, Set<String> words, Points.Choice choice) {
    if (!choice.words().containsAll(words)) {
      throw tree.bad(words + " should be of " + choice.words());
    }
    return words;
  }

  /** A day that every year has. */
  private static MonthDay day(Tree tree, String word) {
    try {
      // A leap day is no day of 2025, nor of every year.
      return MonthDay.from(LocalDate.parse("2025-" + word));
    } catch (DateTimeException e) {
      throw tree.bad("'" + word + "' should be a day of every year, such as 09-01");
    }
  }
}
