package io.caresettle.policy.plan;

import java.time.DateTimeException;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/** In what a rule about entitlement is said; each rule is a list of words, of one but for a set. */
public enum EntitlementUnit {
  /** Whole months. */
  MONTHS(240),
  DAYS(3660),
  YEARS(60),
  /** Of months or of days: another rule says of which. */
  COUNT(3660),
  /** A day of every year, such as 09-01. */
  MONTH_DAY(0),
  YES_NO(0),
  /** One of the rule's words. */
  CHOICE(0),
  /** Any of the rule's words, in their order. */
  SET(0);

  private final int most;

  EntitlementUnit(int most) {
    this.most = most;
  }

  /** The largest number; 0 for what is said in words. */
  public int most() {
    return most;
  }

  /** Whether it is a number. */
  public boolean counts() {
    return most > 0;
  }

  /** Whether these words say something in this unit, out of the words that the rule may use. */
  boolean allows(List<String> said, List<String> ofRule) {
    if (this == SET) {
      List<String> inOrder = new ArrayList<>(ofRule);
      inOrder.retainAll(said);
      return inOrder.equals(said);
    }
    if (said.size() != 1) {
      return false;
    }
    return counts() ? isNumber(said.get(0)) : isWord(said.get(0), ofRule);
  }

  private boolean isWord(String word, List<String> ofRule) {
    return this == MONTH_DAY ? isDay(word) : ofRule.contains(word);
  }

  private boolean isNumber(String word) {
    return isDigits(word)
        && word.length() <= 4
        && (word.length() == 1 || word.charAt(0) != '0')
        && Integer.parseInt(word) <= most;
  }

  private static boolean isDay(String word) {
    if (word.length() != 5 || word.charAt(2) != '-') {
      return false;
    }
    String month = word.substring(0, 2);
    String day = word.substring(3);
    try {
      return isDigits(month)
          && isDigits(day)
          && !day.equals("00")
          && Integer.parseInt(day) <= Month.of(Integer.parseInt(month)).minLength();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDigits(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
