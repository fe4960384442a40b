package io.caresettle.money;

import java.util.Locale;

/** Decimal text of scaled whole numbers. */
final class Decimals {

  private Decimals() {}

  /** The decimals {@code "5"} at scale 4 are 5,000. */
  static long scaled(String decimals, int scale) {
    return Long.parseLong((decimals + "0".repeat(scale)).substring(0, scale));
  }

  static String text(long value, int scale, int leastDecimals) {
    String digits = String.format(Locale.ROOT, "%0" + (scale + 1) + "d", value);
    String whole = digits.substring(0, digits.length() - scale);
    String decimals = digits.substring(digits.length() - scale);
    int end = scale;
    while (end > leastDecimals && decimals.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? whole : whole + '.' + decimals.substring(0, end);
  }
}
