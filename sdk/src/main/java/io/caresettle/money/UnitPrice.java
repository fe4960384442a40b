package io.caresettle.money;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The price of one unit of an item, in millionths of a yuan (单价, up to six decimals); never
 * negative.
 */
public record UnitPrice(long micros) implements Comparable<UnitPrice> {

  private static final Pattern YUAN = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,6}))?");

  /**
   * @throws IllegalArgumentException when the price is negative
   */
  public UnitPrice {
    if (micros < 0) {
      throw new IllegalArgumentException(
          "A unit price cannot be negative, but found " + micros + " micros");
    }
  }

  /**
   * Reads yuan with up to six decimals, such as {@code "12.3456"}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static UnitPrice parse(String yuan) {
    Matcher m = YUAN.matcher(yuan);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "Expected a price in yuan with at most 6 decimals, such as 12.3456, but found '"
              + yuan
              + "'");
    }
    String decimals = m.group(2) == null ? "" : m.group(2);
    return new UnitPrice(Long.parseLong(m.group(1)) * 1_000_000 + Decimals.scaled(decimals, 6));
  }

  /** This price times {@code quantity}, in fen. */
  public Money times(Quantity quantity, Rounding rounding) {
    // 10^-6 yuan × 10^-4 = 10^-10 yuan, and a fen is 10^-2 yuan.
    return new Money(rounding.scale(micros, quantity.tenThousandths(), 100_000_000));
  }

  @Override
  public int compareTo(UnitPrice other) {
    return Long.compare(micros, other.micros);
  }

  /** Yuan, with as many decimals as it needs but at least two. */
  @Override
  public String toString() {
    return Decimals.text(micros, 6, 2);
  }
}
